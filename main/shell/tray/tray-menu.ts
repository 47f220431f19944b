import type { Service } from '../../contract/index.ts';
import type { CoreView } from '../status/core-view.ts';
import { serviceTitle } from '../status/service-name.ts';
import { servicePath } from '../status/service-path.ts';

/** What a line of the tray's menu does. */
export type TrayAct =
  | { readonly kind: 'copy-url'; readonly url: string }
  | { readonly kind: 'copy-token' }
  | { readonly kind: 'pause' }
  | { readonly kind: 'resume' }
  | { readonly kind: 'restart' }
  | { readonly kind: 'open'; readonly path: string | null }
  | { readonly kind: 'quit' };

/** A line of the tray's menu; one without an act can only be read, `null` divides. */
export type TrayLine = { readonly label: string; readonly act: TrayAct | null } | null;

const MOST_SERVICES = 8;

/** The tray's menu for how everything stands. It names no secret: the token is fetched and copied when it is asked for. */
export function trayMenu(view: CoreView): TrayLine[] {
  const { link, status } = view;
  const foot: TrayLine[] = [
    null,
    { label: 'Open Sealwire', act: { kind: 'open', path: null } },
    { label: 'Quit Sealwire', act: { kind: 'quit' } },
  ];
  if (link.problem !== null) {
    const restart: TrayLine[] = link.problem.canRestart ? [{ label: 'Start it again', act: { kind: 'restart' } }] : [];
    return [{ label: 'The part that listens has stopped', act: null }, ...restart, ...foot];
  }
  if (status === null) return [{ label: 'Starting', act: null }, ...foot];
  if (!status.initialised) return [{ label: 'Nothing is made secure yet', act: { kind: 'open', path: '/' } }, ...foot];

  const { endpoint } = status;
  const isListening = endpoint?.listening === true;
  const top: TrayLine[] = isListening
    ? [{ label: `Copy ${endpoint.url}`, act: { kind: 'copy-url', url: endpoint.url } }]
    : [
        {
          label: endpoint?.problem ? 'The endpoint cannot listen' : 'The endpoint is paused',
          act: { kind: 'open', path: '/' },
        },
      ];
  return [
    ...top,
    { label: 'Copy secret token', act: { kind: 'copy-token' } },
    isListening ? { label: 'Pause', act: { kind: 'pause' } } : { label: 'Resume', act: { kind: 'resume' } },
    ...serviceLines(status.services),
    ...foot,
  ];
}

/** Up to eight services with the rung they stand on; those that stopped come first, then the ones seen last. */
function serviceLines(services: readonly Service[]): TrayLine[] {
  if (services.length === 0) return [];
  const inOrder = [...services].sort(
    (one, other) =>
      Number(other.stoppedAt !== null) - Number(one.stoppedAt !== null) ||
      other.lastSeenAt.localeCompare(one.lastSeenAt),
  );
  const lines = inOrder.slice(0, MOST_SERVICES).map(
    (service): TrayLine => ({
      label: `${serviceTitle(service.service)} · ${rungOf(service)}`,
      act: { kind: 'open', path: servicePath(service) },
    }),
  );
  const rest = services.length - MOST_SERVICES;
  const more: TrayLine[] = rest > 0 ? [{ label: `${rest} more`, act: { kind: 'open', path: '/' } }] : [];
  return [null, ...lines, ...more];
}

function rungOf({ steps, stoppedAt }: Service): string {
  if (stoppedAt !== null) return `stopped at "${stoppedAt}"`;
  const climbed = steps.filter(({ state }) => state === 'ok');
  return climbed[climbed.length - 1]?.step ?? 'not reached yet';
}
