import type { DesktopLink, Push, Service, Status } from '../../contract/index.ts';

/** How everything stands, as far as the shell knows; `status` is null until the core told it, and again once it is lost. */
export interface CoreView {
  readonly link: DesktopLink;
  readonly status: Status | null;
}

export const NOTHING_KNOWN: CoreView = { link: { state: 'opening', problem: null }, status: null };

/** What one push makes of the view, and whether the core has to be asked for the whole status again. */
export function afterPush(view: CoreView, push: Push): { readonly view: CoreView; readonly isStale: boolean } {
  if (push.topic === 'changed') return { view, isStale: push.what.some((topic) => !IGNORED.has(topic)) };
  if (push.topic !== 'service' || view.status === null) return { view, isStale: false };
  const services = withService(view.status.services, push.service);
  return { view: { ...view, status: { ...view.status, services } }, isStale: false };
}

/** What a new state of the link makes of the view: what a lost core said is no longer known to be so. */
export function afterLink(view: CoreView, link: DesktopLink): CoreView {
  return { link, status: link.state === 'lost' ? null : view.status };
}

/** Live lists of the page; nothing that the shell shows depends on them. */
const IGNORED: ReadonlySet<string> = new Set(['attempts', 'events', 'ledger']);

function withService(services: readonly Service[], changed: Service): Service[] {
  const isSame = (other: Service): boolean =>
    other.service === changed.service && other.environment === changed.environment;
  return services.some(isSame) ? services.map((other) => (isSame(other) ? changed : other)) : [...services, changed];
}
