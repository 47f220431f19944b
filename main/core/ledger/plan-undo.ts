import type { UndoPlan } from '../../contract/index.ts';
import type { Ledger } from '../parts.ts';
import { type Change, entryToUndo, type Undoers } from './undo.ts';

/** What undoing would do to the machine, as it is at this moment. */
export type UndoSteps = Omit<UndoPlan, 'entry'>;

/** Looks what taking one kind of change back would do, and changes nothing. `id` is that of its entry. */
export type UndoPlanner = (change: Change, id: string) => Promise<UndoSteps>;

/** One planner for each kind of change. */
export type UndoPlanners = Readonly<Record<string, UndoPlanner>>;

/** What is said of a change of which nothing is there any more. */
export const NOTHING_LEFT = 'Nothing of it is there any more, so only the ledger is told';

/** Steps that Sealwire makes by itself, without a command or a question of the system. */
export function ownSteps({ does, files, seen }: Pick<UndoSteps, 'does' | 'files' | 'seen'>): UndoSteps {
  return { does, files, seen, commands: [], byHand: false, asks: '' };
}

/** The plan for the change `id`, or for the newest that can be undone. Throws `NOT_FOUND` or `NOTHING_TO_UNDO`. */
export async function planUndo(
  ledger: Ledger,
  undoers: Undoers,
  planners: UndoPlanners,
  id: string | undefined,
): Promise<UndoPlan> {
  const entry = entryToUndo(ledger.list(), undoers, id);
  const { change } = entry;
  const planner = change === undefined ? undefined : planners[change.kind];
  const does = [`Take back what is left of it in ${entry.where}`];
  if (change === undefined || planner === undefined) return { entry, ...ownSteps({ does, files: [], seen: '' }) };
  return { entry, ...(await planner(change, entry.id)) };
}
