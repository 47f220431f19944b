import type { DesktopProblem } from '../../contract/desktop.ts';
import { asSealwireError, SealwireError } from '../../contract/errors.ts';
import type { ControlClient } from '../../transport/control-calls.ts';
import type { CoreProcess } from './core-process.ts';
import type { FirstWord } from './first-word.ts';
import { otherVersion, refused, slowStart } from './problems.ts';

/** How one start of a core went. `died` may go better the next time; a `problem` waits for the person. */
export type CoreAttempt =
  | {
      readonly kind: 'open';
      readonly client: ControlClient;
      readonly word: Extract<FirstWord, { pid: number }>;
      /** Resolves when there is nobody to talk to any more. */
      readonly over: Promise<{ readonly isOrderly: boolean; readonly how: string }>;
    }
  | { readonly kind: 'died'; readonly how: string }
  | { readonly kind: 'problem'; readonly problem: DesktopProblem };

/** Waits for the first word of a process that was just started, and connects to the core that it speaks of. Never rejects. */
export async function attemptCore(
  process: CoreProcess,
  options: {
    readonly version: string;
    readonly connect: () => Promise<ControlClient | null>;
    /** Resolves when the core has taken too long to start. */
    readonly late: Promise<void>;
    readonly stopMs: number;
  },
): Promise<CoreAttempt> {
  const word = await Promise.race([process.said, options.late.then(() => null)]);
  if (word === null) return { kind: 'problem', problem: slowStart(process.pid) };
  if (word.kind === 'silent') return { kind: 'died', how: word.how };
  if (word.kind === 'refused') return { kind: 'problem', problem: refused(word) };
  if (word.version !== options.version) {
    await process.stop(options.stopMs);
    return { kind: 'problem', problem: otherVersion(word, options.version) };
  }
  const client = await options.connect().catch(asSealwireError);
  if (client instanceof SealwireError) return { kind: 'problem', problem: refused(client) };
  if (client === null) return { kind: 'died', how: 'it was gone at once' };
  const over =
    word.kind === 'serving' ? process.ended : client.closed.then(() => ({ isOrderly: false, how: 'it was stopped' }));
  return { kind: 'open', client, word, over };
}
