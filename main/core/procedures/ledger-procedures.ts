import {
  type ChangedTopic,
  fail,
  type Handlers,
  type LedgerEntry,
  type ProcedureOutput,
} from '../../contract/index.ts';
import { PROJECT_FILE, planApplied, undoApplied } from '../apply/undo-applied.ts';
import { GIT_IGNORE, planIgnored, undoIgnored } from '../apply/undo-ignored.ts';
import { keepCommand } from '../command/command.ts';
import type { Folders } from '../host/folders.ts';
import type { Host } from '../host/host.ts';
import { planUndo, type UndoPlanners, type UndoSteps } from '../ledger/plan-undo.ts';
import { canUndo, type Undoers, undo } from '../ledger/undo.ts';
import { AUTOSTART, planAutostart, undoAutostart } from '../login/undo-autostart.ts';
import type { Ledger } from '../parts.ts';

type Names = 'command.status' | 'command.install' | 'command.uninstall' | 'ledger.list' | 'ledger.plan' | 'ledger.undo';

/** What else of the core needs of the ledger: which changes can be taken back, newest first, and taking one back. */
export interface LedgerKeeper {
  undoable(): Promise<LedgerEntry[]>;
  undo(id: string | undefined): Promise<ProcedureOutput<'ledger.undo'>>;
}

/** Changes outside the data folder, and procedures that make them, show them and take them back. `script` is what the command starts. */
export function ledgerProcedures(parts: {
  readonly host: Host;
  readonly folders: Folders;
  readonly ledger: Ledger;
  readonly script: string;
  /** Undoers of changes that other procedures make; loaded when they are first needed. */
  undoers(): Promise<Undoers>;
  /** What undoing one of those would do, by the id of its entry. */
  planUndo(id: string): Promise<UndoSteps>;
  didChange(what: ChangedTopic[]): void;
}): { readonly handlers: Pick<Handlers, Names>; readonly keeper: LedgerKeeper } {
  const { host, folders, ledger } = parts;
  const command = keepCommand(host, ledger, parts.script);
  const allUndoers = async (): Promise<Undoers> => ({
    ...(await parts.undoers()),
    ...command.undoers,
    [AUTOSTART]: undoAutostart(host),
    [PROJECT_FILE]: undoApplied(host, folders),
    [GIT_IGNORE]: undoIgnored(host, ledger),
  });
  const allPlanners = async (): Promise<UndoPlanners> => {
    const others = Object.keys(await parts.undoers());
    return {
      ...Object.fromEntries(others.map((kind) => [kind, (_: unknown, id: string) => parts.planUndo(id)])),
      ...command.planners,
      [AUTOSTART]: planAutostart(host),
      [PROJECT_FILE]: planApplied(host, folders),
      [GIT_IGNORE]: planIgnored(host, ledger),
    };
  };
  const plan = async (id: string | undefined): Promise<ProcedureOutput<'ledger.plan'>> =>
    planUndo(ledger, await allUndoers(), await allPlanners(), id);
  const telling = async <T>(change: Promise<T>): Promise<T> => {
    try {
      return await change;
    } finally {
      parts.didChange(['ledger']);
    }
  };
  const keeper: LedgerKeeper = {
    undoable: async () => {
      const undoers = await allUndoers();
      return ledger
        .list()
        .filter((entry) => canUndo(entry, undoers))
        .reverse();
    },
    undo: async (id) => telling(undo(ledger, await allUndoers(), id)),
  };
  return {
    keeper,
    handlers: {
      'command.status': () => command.look(),
      'command.install': () => telling(command.install()),
      'command.uninstall': () => telling(command.uninstall()),
      'ledger.list': async () => ({ entries: ledger.list() }),
      'ledger.plan': ({ id }) => plan(id),
      'ledger.undo': async ({ id, seen }) => {
        if (seen === undefined) return keeper.undo(id);
        const now = await plan(id);
        if (now.seen !== seen) throw fail('UNDO_REFUSED', { what: now.entry.where });
        return keeper.undo(now.entry.id);
      },
    },
  };
}
