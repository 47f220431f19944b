import type { DesktopUpdate } from '../../contract/index.ts';

/** What happened on the way to a newer version. */
export type UpdateEvent =
  | { readonly kind: 'allowed' }
  | { readonly kind: 'off'; readonly reason: string }
  | { readonly kind: 'current'; readonly at: string }
  | { readonly kind: 'found'; readonly version: string; readonly notes: string }
  | { readonly kind: 'fetch' }
  | { readonly kind: 'progress'; readonly percent: number }
  | { readonly kind: 'fetched'; readonly version: string }
  | { readonly kind: 'failed'; readonly message: string; readonly fix: string }
  | { readonly kind: 'not-installed'; readonly message: string; readonly fix: string };

/**
 * What an event makes of the state. Only a version that was found can be fetched, only one that was fetched whole is ready, and what is ready stays so until it is installed or a newer one is
 * found. An event that does not fit changes nothing.
 */
export function afterUpdate(state: DesktopUpdate, event: UpdateEvent): DesktopUpdate {
  switch (event.kind) {
    case 'off':
      return { state: 'off', reason: event.reason };
    case 'allowed':
      return state.state === 'off' ? { state: 'current', checkedAt: null } : state;
    case 'current':
      return state.state === 'off' || state.state === 'ready' ? state : { state: 'current', checkedAt: event.at };
    case 'found': {
      const isHere = (state.state === 'fetching' || state.state === 'ready') && state.version === event.version;
      return state.state === 'off' || isHere
        ? state
        : { state: 'available', version: event.version, notes: event.notes };
    }
    case 'fetch':
      return state.state === 'available' ? { state: 'fetching', version: state.version, percent: 0 } : state;
    case 'progress':
      if (state.state !== 'fetching' || !Number.isFinite(event.percent)) return state;
      return { ...state, percent: Math.max(state.percent, Math.min(100, Math.floor(event.percent))) };
    case 'fetched':
      return state.state === 'fetching' && state.version === event.version
        ? { state: 'ready', version: state.version }
        : state;
    case 'failed':
      return state.state === 'off' || state.state === 'ready'
        ? state
        : { state: 'failed', message: event.message, fix: event.fix };
    case 'not-installed':
      return state.state === 'ready' ? { state: 'failed', message: event.message, fix: event.fix } : state;
  }
}
