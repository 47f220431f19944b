import type { ChangedTopic, Handlers, LedgerEntry } from '../../contract/index.ts';
import type { Host } from '../host/host.ts';
import { loginPlace } from '../login/login-place.ts';
import { AUTOSTART } from '../login/undo-autostart.ts';
import type { Ledger } from '../parts.ts';

/** Keeps the ledger of *start at login*; the change itself is the desktop app's, before and after which it calls. */
export function loginProcedure(
  host: Pick<Host, 'platform' | 'env' | 'homeFolder'>,
  ledger: Ledger,
  didChange: (what: ChangedTopic[]) => void,
): Pick<Handlers, 'desktop.login'> {
  const standing = (): LedgerEntry[] => ledger.list().filter(({ what, state }) => what === WHAT && state !== 'undone');
  const planned = (): string =>
    standing().find(({ state }) => state === 'planned')?.id ??
    ledger.plan({
      what: WHAT,
      where: loginPlace(host),
      undo: 'Turn off "Start at login" in Settings',
      // What the system itself keeps elsewhere only the desktop app can turn off.
      ...(host.platform === 'linux' ? { change: { kind: AUTOSTART } } : {}),
    });

  return {
    'desktop.login': async ({ state }) => {
      const ids = state === 'undone' ? standing().map(({ id }) => id) : [planned()];
      if (state !== 'planned') for (const id of ids) ledger.mark(id, state);
      didChange(['ledger']);
      return { entry: ledger.list().find(({ id }) => id === ids[ids.length - 1]) ?? null };
    },
  };
}

const WHAT = 'Start Sealwire at login';
