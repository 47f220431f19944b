import type { Service, Step } from '../../contract/index.ts';
import type { CoreView } from '../status/core-view.ts';
import { serviceTitle } from '../status/service-name.ts';
import { servicePath } from '../status/service-path.ts';
import { type Expiry, expiriesOf } from './expiry.ts';

/** What is shown outside the window, and where a click on it leads. Nothing in it is secret: locked screens show notifications. */
export interface Told {
  readonly cause: string;
  readonly title: string;
  readonly body: string;
  readonly path: string;
}

/** What was told already. `stopped` lasts until a service recovers, `expiries` outlives the app. */
export interface NotifyMemory {
  /** Rungs by service; null until the first status, whose failures are old news. */
  readonly stopped: Readonly<Record<string, readonly Step[]>> | null;
  readonly expiries: readonly string[];
  readonly isLossTold: boolean;
}

/** Whether the person is looking at the window, and whether they want to be told outside it. */
export interface Attention {
  readonly isFocused: boolean;
  readonly notifies: boolean;
  readonly now: Date;
}

/** More than any workspace goes through; the oldest are forgotten first. */
const MOST_EXPIRIES = 200;

/**
 * One look at how everything stands: what is to be told now, and what is then remembered. No cause is told twice: a service once a rung until it recovers, an expiry once a stage,
 * a core that stays down once until it is back. A stop that the person watched in the window counts as told; an expiry waits until they look away.
 */
export function considered(
  memory: NotifyMemory,
  view: CoreView,
  attention: Attention,
): { readonly memory: NotifyMemory; readonly told: readonly Told[] } {
  const isQuiet = attention.isFocused || !attention.notifies;
  const loss = lossOf(memory, view, isQuiet);
  const stops = stopsOf(memory, view, isQuiet);
  const expiries = expiriesToTell(memory, view, attention.now, isQuiet);
  return {
    memory: { isLossTold: loss.isTold, stopped: stops.stopped, expiries: expiries.remembered },
    told: [...loss.told, ...stops.told, ...expiries.told],
  };
}

function lossOf(memory: NotifyMemory, { link }: CoreView, isQuiet: boolean): { isTold: boolean; told: Told[] } {
  if (link.state === 'open') return { isTold: false, told: [] };
  const isLost = link.state === 'lost' && link.problem !== null;
  if (!isLost || memory.isLossTold || isQuiet) return { isTold: memory.isLossTold, told: [] };
  const told: Told = {
    cause: 'core lost',
    title: 'Sealwire no longer listens',
    body: 'The part that listens has stopped and could not be started again. Open Sealwire to see why.',
    path: '/',
  };
  return { isTold: true, told: [told] };
}

function stopsOf(
  memory: NotifyMemory,
  { status }: CoreView,
  isQuiet: boolean,
): { stopped: NotifyMemory['stopped']; told: Told[] } {
  if (status === null) return { stopped: memory.stopped, told: [] };
  const known = memory.stopped;
  const failing = status.services.flatMap((service) =>
    service.stoppedAt === null ? [] : [{ service, rung: service.stoppedAt, key: keyOf(service) }],
  );
  const news = failing.filter(({ key, rung }) => known?.[key]?.includes(rung) !== true);
  const stopped = Object.fromEntries(
    failing.map(({ key, rung }) => [key, [...new Set([...(known?.[key] ?? []), rung])]]),
  );
  return { stopped, told: known === null || isQuiet ? [] : news.map(({ service, rung }) => stopTold(service, rung)) };
}

function expiriesToTell(
  memory: NotifyMemory,
  { status }: CoreView,
  now: Date,
  isQuiet: boolean,
): { remembered: readonly string[]; told: Told[] } {
  if (status === null || isQuiet) return { remembered: memory.expiries, told: [] };
  const news = expiriesOf(status, now).filter(({ cause }) => !memory.expiries.includes(cause));
  if (news.length === 0) return { remembered: memory.expiries, told: [] };
  const remembered = [...new Set([...memory.expiries, ...news.flatMap(({ covers }) => covers)])];
  return { remembered: remembered.slice(-MOST_EXPIRIES), told: news.map(expiryTold) };
}

/** A name that a record can be asked for by, whatever agents call themselves. */
function keyOf({ service, environment }: Service): string {
  return JSON.stringify([service, environment]);
}

function stopTold(service: Service, rung: Step): Told {
  return {
    cause: `${keyOf(service)} ${rung}`,
    title: `${serviceTitle(service.service)} stopped at "${rung}"`,
    body: 'Open Sealwire to see why, and the line that cures it.',
    path: servicePath(service),
  };
}

function expiryTold({ what, cause, days }: Expiry): Told {
  const when = days === 0 ? 'has expired' : days === 1 ? 'expires within a day' : `expires in ${days} days`;
  const body = days === 0 ? 'Agents refuse it.' : 'Agents refuse it from then on.';
  return { cause, title: `The ${what} ${when}`, body: `${body} Open Sealwire to renew it.`, path: '/certificates' };
}
