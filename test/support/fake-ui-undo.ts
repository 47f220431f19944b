import type { LedgerEntry, UndoPlan } from '../../main/contract/index.ts';
import { ago } from './fake-ui-data.ts';

/** The sealwire command, put on the PATH. */
export const commandEntry: LedgerEntry = {
  id: 'led-5',
  at: ago(1200),
  what: 'Put the sealwire command on the PATH; it starts /opt/Sealwire/resources/bin/sealwire',
  where: '/home/ada/.local/bin/sealwire',
  state: 'done',
  undo: 'sealwire ledger undo led-5',
  change: { kind: 'command-link' },
};

export function undoPlanOf(entry: LedgerEntry): UndoPlan {
  return {
    entry,
    does: [
      `Remove the link ${entry.where}, which leads to /opt/Sealwire/resources/bin/sealwire`,
      'Remove the folder /home/ada/.local/bin, where nothing else is in it',
    ],
    commands: [],
    files: [{ path: entry.where, change: 'remove' }],
    byHand: false,
    asks: '',
    seen: 's1',
  };
}
