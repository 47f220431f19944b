import type { CoreView } from '../status/core-view.ts';

/** What the tray's icon tells, by its shape: a filled seal, a triangle, an open ring with two bars. */
export type TrayMark = 'listening' | 'failures' | 'stopped';

/** The icon for how everything stands. A service that stopped at a rung, and an endpoint that could not listen, are failures. */
export function trayMark({ link, status }: CoreView): TrayMark {
  if (link.problem !== null) return 'failures';
  const endpoint = status?.endpoint ?? null;
  if (endpoint === null) return 'stopped';
  if (endpoint.problem !== null) return 'failures';
  if (!endpoint.listening) return 'stopped';
  const hasFailures =
    status?.services.some(({ stoppedAt }) => stoppedAt !== null) === true ||
    status?.notices.some(({ level }) => level === 'failed') === true;
  return hasFailures ? 'failures' : 'listening';
}

/** One line for whoever rests the pointer on the icon. */
export function trayTooltip(view: CoreView): string {
  const { link, status } = view;
  if (link.state === 'lost') return 'Sealwire · not running';
  if (status === null) return 'Sealwire · starting';
  if (!status.initialised) return 'Sealwire · nothing is made secure yet';
  const { endpoint } = status;
  if (endpoint === null || !endpoint.listening)
    return `Sealwire · ${endpoint?.problem === null || endpoint === null ? 'paused' : 'cannot listen'}`;
  const stopped = status.services.filter(({ stoppedAt }) => stoppedAt !== null).length;
  const failures =
    stopped === 0 ? '' : ` · ${stopped === 1 ? 'one service needs' : `${stopped} services need`} attention`;
  return `Sealwire · listening on ${endpoint.url}${failures}`;
}

/** The icon's file among `assets/icons/tray`. macOS colours a template itself; Windows draws at 16 points, Linux panels at 22. */
export function trayIcon(platform: NodeJS.Platform, mark: TrayMark): string {
  if (platform === 'darwin') return `${mark}Template.png`;
  return platform === 'win32' ? `${mark}-16.png` : `${mark}-22.png`;
}
