import type { DesktopProblem } from '../../contract/desktop.ts';
import { SealwireError } from '../../contract/errors.ts';

/** The core cannot work as things are: its own sentence and next step. */
export function refused({ message, fix }: { readonly message: string; readonly fix: string }): DesktopProblem {
  return { message, fix, canRestart: true };
}

export function slowStart(pid: number | null): DesktopProblem {
  return {
    message: `The core of Sealwire (process ${pid ?? 'unknown'}) has not started in time.`,
    fix: 'A keychain may be waiting for your password; otherwise restart it.',
    canRestart: true,
  };
}

/** A core of another version may be another Sealwire that already runs, or what an unfinished update left. */
export function otherVersion(
  word: { readonly kind: 'serving' | 'joined'; readonly version: string },
  wanted: string,
): DesktopProblem {
  return word.kind === 'joined'
    ? {
        message: `Sealwire ${word.version} already runs for this data folder, and this window is version ${wanted}.`,
        fix: 'Stop that one with `sealwire stop`, then restart.',
        canRestart: true,
      }
    : {
        message: `The core of this Sealwire is version ${word.version}, and the window is version ${wanted}.`,
        fix: 'Install Sealwire again; what you made stays.',
        canRestart: true,
      };
}

/** Said while it is being started again. */
export function died(how: string): DesktopProblem {
  return { message: `The core of Sealwire ended (${how}).`, fix: 'It is being started again.', canRestart: false };
}

export function diesAlways(how: string): DesktopProblem {
  return {
    message: `The core of Sealwire ended three times in a row (${how}).`,
    fix: 'Restart it; if it ends again, read `desktop.log` in the logs folder.',
    canRestart: true,
  };
}

export function hangs({ kind, pid }: { readonly kind: 'serving' | 'joined'; readonly pid: number }): DesktopProblem {
  return kind === 'serving'
    ? { message: `The core of Sealwire (process ${pid}) does not answer.`, fix: 'Restart it.', canRestart: true }
    : {
        message: `The Sealwire that runs for this data folder (process ${pid}) does not answer.`,
        fix: `End process ${pid}, then restart.`,
        canRestart: true,
      };
}

/** Somebody asked for it: `sealwire stop`, or the interface. */
export function stopped(): DesktopProblem {
  return { message: 'Sealwire was stopped.', fix: 'Start it again when you need it.', canRestart: true };
}

/** What a call is refused with while there is no core. */
export function errorOf({ message, fix }: DesktopProblem): SealwireError {
  return new SealwireError({ code: 'INSTANCE_UNREACHABLE', message, fix });
}
