import { fail, type LedgerEntry, type Notice } from '../../contract/index.ts';
import { ledgerEntry } from '../../contract/shapes.ts';
import type { Folders } from '../host/folders.ts';
import type { Host } from '../host/host.ts';
import type { Ledger } from '../parts.ts';

/**
 * The record of changes outside Sealwire's own folder: `ledger.jsonl`, one line for each state of a change, only ever appended and synced
 * before the call returns. Lines that cannot be read, such as the last one of a write that was cut short, stay in the file and are said.
 */
export function openLedger(host: Host, folders: Folders): Ledger {
  const found = readLedger(host, folders.ledger);
  const entries = new Map(found.entries.map((entry) => [entry.id, entry]));
  let endsInLine = found.endsInLine;

  const write = (entry: LedgerEntry): void => {
    const isNew = host.disk.facts(folders.ledger) === null;
    host.disk.makeFolder(folders.home, 0o700);
    const line = `${endsInLine ? '' : '\n'}${JSON.stringify(entry)}\n`;
    // Until the whole line is known to be there, the next one must not be glued to it.
    endsInLine = false;
    host.disk.append(folders.ledger, Buffer.from(line), 0o600);
    host.disk.sync(folders.ledger);
    if (isNew) host.disk.sync(folders.home);
    endsInLine = true;
    entries.set(entry.id, entry);
  };

  return {
    list: () => [...entries.values()],
    plan: (change) => {
      const id = host.randomBytes(6).toString('hex');
      const undo = change.change === undefined ? change.undo : `sealwire ledger undo ${id}`;
      write({ id, at: host.now().toISOString(), ...change, undo, state: 'planned' });
      return id;
    },
    mark: (id, state) => {
      const entry = entries.get(id);
      if (entry === undefined)
        throw fail('NOT_FOUND', { what: 'change in the ledger', id, fix: 'See `sealwire ledger list`.' });
      write({ ...entry, at: host.now().toISOString(), state });
    },
    notices: () => found.notices,
  };
}

function readLedger(host: Host, path: string): { entries: LedgerEntry[]; notices: Notice[]; endsInLine: boolean } {
  const text = host.disk.read(path)?.toString() ?? '';
  const lines = text.split('\n').filter((line) => line !== '');
  const entries = lines.flatMap((line) => readEntry(line) ?? []);
  const unread = lines.length - entries.length;
  const notice: Notice = {
    id: 'ledger-damaged',
    level: 'attention',
    title: 'A line of the ledger cannot be read',
    text: `${unread === 1 ? 'One line' : `${unread} lines`} of ${path} cannot be read, as after a write that was cut short. The file is kept as it is and everything else in it counts.`,
    screen: '/activity',
  };
  return { entries, notices: unread === 0 ? [] : [notice], endsInLine: text === '' || text.endsWith('\n') };
}

function readEntry(line: string): LedgerEntry | null {
  try {
    return ledgerEntry.parse(JSON.parse(line));
  } catch {
    // Counted by the caller and said in its notice.
    return null;
  }
}
