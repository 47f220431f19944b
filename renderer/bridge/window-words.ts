import { desktop } from './desktop.ts';

/** An error or a problem as the core words it. */
interface Worded {
  readonly code?: string;
  readonly message: string;
  readonly fix: string;
}

/**
 * Next steps that tell the person to type a `sealwire` command, as the desktop window says them: there a button or a screen does it, and the command may not be on
 * the PATH at all. What is not listed reads the same everywhere.
 */
const FIXES: Readonly<Record<string, string>> = {
  PROCEDURE_UNKNOWN: 'The running Sealwire is of another version: quit it and start it again.',
  NOT_INITIALISED: 'Press Make it secure on Home.',
  ALREADY_INITIALISED: 'Nothing needs doing. Home shows them.',
  NOT_RUNNING: 'Start it again with the button at the top of this window.',
  INSTANCE_UNREACHABLE: 'Wait a moment. If it stays so, quit Sealwire and start it again.',
  INSTANCE_UNPROVEN: 'Find out which process holds that path, remove the file, and start Sealwire again.',
  CONNECTION_LOST: 'Wait a moment: Sealwire is started again by itself. Then try once more.',
  TOO_LARGE: 'Ask for less at once, for example with a filter.',
  PORT_TAKEN: 'Stop that program, or use any free port.',
  ADDRESS_UNAVAILABLE: 'Take that address out in Settings, under Endpoint.',
  VAULT_DAMAGED:
    'Put back a copy of that file, or choose a place for secrets anew in Settings: what is there is kept aside then.',
  PASSPHRASE_WRONG:
    'Try again. Without the passphrase the secrets cannot be recovered; another place for secrets, chosen in Settings, starts afresh and keeps what is there aside.',
  NOTHING_TO_UNDO: 'Activity shows every change and how it stands.',
  COMMAND_UNRECOGNISED: 'Choose the agent on Connect.',
};

/** The same error with a next step for where it is read: in a browser tab as it is, in the desktop window without a terminal. */
export function inWindowWords<Problem extends Worded>(problem: Problem, isWindow = desktop() !== null): Problem {
  if (!isWindow) return problem;
  const fix = problem.code === undefined ? undefined : FIXES[problem.code];
  const worded: Worded = {
    ...(problem.code === undefined ? {} : { code: problem.code }),
    message: problem.message,
    fix: (fix ?? problem.fix).replace(
      /or name another folder with `--home DIR` \(or SEALWIRE_HOME\)/,
      'or start Sealwire with `SEALWIRE_HOME` set to another folder',
    ),
  };
  return { ...problem, ...worded };
}
