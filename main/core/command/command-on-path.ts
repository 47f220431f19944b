import type { CommandPlace } from '../../contract/index.ts';
import type { UndoPlanner } from '../ledger/plan-undo.ts';
import type { Change, Undoer } from '../ledger/undo.ts';

/** How the command stands at this moment, seen from the machine alone; whether it is ours is the ledger's to say. */
export type CommandSight = Omit<CommandPlace, 'isOurs'>;

/** One system's way to put a command on a person's PATH. */
export interface CommandOnPath {
  readonly kind: string;
  look(): Promise<CommandSight>;
  /** What is about to be changed, in the form in which it can be undone. */
  intend(): Promise<Change>;
  make(change: Change): Promise<void>;
  readonly undo: Undoer;
  readonly planUndo: UndoPlanner;
}
