import type { Host } from '../host/host.ts';
import { ownSteps, type UndoSteps } from '../ledger/plan-undo.ts';
import { fingerprintOf } from './file-text.ts';

/** One way back of a change to a file: what it is before it is made, what makes it, and what is said afterwards. */
export interface WayBack {
  readonly does: string;
  readonly effect: 'change' | 'remove' | null;
  readonly said: string;
  make(): void;
}

/** The same as steps to agree to, with the file at `path` as it is at this moment. */
export function stepsOf({ disk }: Pick<Host, 'disk'>, path: string, { does, effect }: WayBack): UndoSteps {
  const bytes = disk.read(path);
  return ownSteps({
    does: [does],
    files: effect === null ? [] : [{ path, change: effect }],
    seen: bytes === null ? '' : fingerprintOf(bytes),
  });
}
