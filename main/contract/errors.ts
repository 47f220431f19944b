/** Exit codes of the command line: 1 the check or work failed, 2 wrong usage, 3 something in the environment is missing. */
export type ExitCode = 1 | 2 | 3;

/** One way to fail: what happened and why (`message`), the next step (`fix`); `{name}` is filled in from the data given to `fail`. */
interface ErrorEntry {
  readonly exit: ExitCode;
  readonly message: string;
  readonly fix: string;
}

/** Every error that Sealwire reports. The command line, the interface and the docs all print from this one table. */
export const ERRORS = {
  USAGE: { exit: 2, message: '{what}', fix: '{fix}' },
  INPUT_INVALID: { exit: 2, message: '{what}', fix: 'Correct that value and try again.' },
  PROCEDURE_UNKNOWN: {
    exit: 2,
    message: 'This Sealwire does not know "{name}".',
    fix: 'The running instance may be older than this command: stop it with `sealwire stop` and start it again.',
  },
  NOT_INITIALISED: {
    exit: 1,
    message: 'Nothing has been made secure in workspace "{workspace}" yet.',
    fix: 'Run `sealwire init`, or `sealwire up`, or press Make it secure.',
  },
  ALREADY_INITIALISED: {
    exit: 1,
    message: 'Workspace "{workspace}" already has an authority, a certificate and a token.',
    fix: 'Nothing needs doing. `sealwire status` shows them.',
  },
  NOT_RUNNING: {
    exit: 1,
    message: 'No Sealwire is running for {home}.',
    fix: 'Start one with `sealwire up`.',
  },
  INSTANCE_UNREACHABLE: {
    exit: 1,
    message: 'A Sealwire (process {pid}) holds {home}, but its control socket does not answer: {why}.',
    fix: 'Wait a moment and try again; if it stays so, end process {pid} and run `sealwire up`.',
  },
  INSTANCE_UNPROVEN: {
    exit: 1,
    message: 'Whatever answers on {path} could not prove that it is your Sealwire. Nothing was told to it.',
    fix: 'Find out which process holds that path, remove the file, and run `sealwire up`.',
  },
  CONNECTION_LOST: {
    exit: 1,
    message: 'The connection to Sealwire ended before it answered: {why}.',
    fix: 'See with `sealwire status` whether it still runs; if not, start it with `sealwire up`.',
  },
  PATH_UNSAFE: {
    exit: 3,
    message: '{path} is not safe to use: {why}.',
    fix: '{fix}',
  },
  REQUEST_REFUSED: {
    exit: 1,
    message: '{why}',
    fix: 'Open Sealwire with the link that `sealwire open` prints.',
  },
  SENDER_REFUSED: {
    exit: 1,
    message: '"{what}" was refused: {why}.',
    fix: 'Close this window and open Sealwire again.',
  },
  TOO_LARGE: {
    exit: 1,
    message: 'The {what} is larger than {limit}.',
    fix: 'Ask for less at once, for example with a smaller `--limit`.',
  },
  PORT_TAKEN: {
    exit: 1,
    message: 'Port {port} on {address} is taken by {owner}.',
    fix: 'Stop that program, or use the next free port: `sealwire up --port {next}`.',
  },
  PORT_SHARED: {
    exit: 1,
    message: 'Port {port} is also listened on by {owner}: agents reach one or the other by chance.',
    fix: 'End that program, or give one of the two another port.',
  },
  ADDRESS_UNAVAILABLE: {
    exit: 1,
    message: 'This machine has no address {address} to listen on ({why}).',
    fix: 'Leave out `--host {address}`, or name an address of this machine (`ip address` lists them, `ipconfig` on Windows).',
  },
  VAULT_UNAVAILABLE: {
    exit: 3,
    message: 'The {vault} cannot be used: {why}.',
    fix: '{fix}',
  },
  VAULT_DAMAGED: {
    exit: 1,
    message: 'The vault file {path} is damaged: {why}.',
    fix: 'Put back a copy of that file, or start afresh with `sealwire vault use passphrase --yes`: what is there is kept aside then.',
  },
  VAULT_LOCKED: { exit: 3, message: 'The {vault} is locked: {why}.', fix: '{fix}' },
  VAULT_REFUSED: { exit: 1, message: 'The {vault} refused to {action}: {why}.', fix: '{fix}' },
  PASSPHRASE_WRONG: {
    exit: 1,
    message: 'That passphrase does not open the vault file.',
    fix: 'Try again. Without the passphrase the secrets cannot be recovered; `sealwire vault use keychain` or `sealwire vault use session` starts afresh, and keeps what is there aside.',
  },
  SECRET_MISSING: {
    exit: 1,
    message: 'The {vault} no longer holds {what}. It was deleted outside Sealwire.',
    fix: '{fix}',
  },
  AUTHORITY_DAMAGED: { exit: 1, message: 'The authority {id} cannot be used: {why}.', fix: '{fix}' },
  CERTIFICATE_DAMAGED: { exit: 1, message: 'The certificate {id} cannot be used: {why}.', fix: '{fix}' },
  NAME_REFUSED: { exit: 2, message: 'A certificate cannot be made for "{name}": {why}.', fix: '{fix}' },
  CERTIFICATE_REFUSED: { exit: 1, message: '{why}.', fix: '{fix}' },
  REQUEST_UNREADABLE: { exit: 2, message: 'The certificate signing request cannot be signed: {why}.', fix: '{fix}' },
  AUTHORITY_REFUSED: { exit: 1, message: '{why}.', fix: '{fix}' },
  CANCELLED: {
    exit: 1,
    message: 'Cancelled after {done} of {total}. Nothing of it was kept.',
    fix: 'Start again when you like.',
  },
  DISK_FAILED: { exit: 3, message: 'Sealwire could not {action} {path}: {why}.', fix: '{fix}' },
  SERVER_FILE_WRONG: { exit: 2, message: '{where}: {what}.', fix: '{fix}' },
  SERVED_CA_UNKNOWN: {
    exit: 1,
    message:
      'The endpoint presents a certificate from apm-server.yml that {issuer} issued, and no file with that authority is known, so nothing can be told to trust it.',
    fix: 'Append the certificate of the authority to the file of ssl.certificate, then start the endpoint again.',
  },
  KEYSTORE_UNREADABLE: { exit: 1, message: '{what} cannot be read: {why}.', fix: '{fix}' },
  KEYSTORE_LOCKED: { exit: 1, message: '{what} cannot be opened: {why}.', fix: '{fix}' },
  PASSPHRASE_REFUSED: { exit: 2, message: 'That passphrase cannot protect {what}: {why}.', fix: '{fix}' },
  EXPORT_REFUSED: { exit: 2, message: '{what} cannot be made: {why}.', fix: '{fix}' },
  KEYSTORE_UNUSABLE: { exit: 3, message: 'The keystore {path} cannot be used: {why}.', fix: '{fix}' },
  NOT_FOUND: { exit: 1, message: 'There is no {what} "{id}".', fix: '{fix}' },
  AGENT_UNKNOWN: { exit: 2, message: 'Sealwire knows no agent "{agent}".', fix: '{fix}' },
  AGENT_ABSENT: {
    exit: 3,
    message: '{agent} is not installed where {command} would look for it ({where}).',
    fix: '{fix}',
  },
  COMMAND_UNRECOGNISED: {
    exit: 2,
    message: 'Sealwire cannot tell which agent fits "{command}".',
    fix: 'Name it, as in `sealwire run --agent nodejs -- …`. `sealwire agent list` shows them all.',
  },
  TIMED_OUT: { exit: 1, message: '{what} did not happen within {within}.', fix: '{fix}' },
  CANARY_IMPOSSIBLE: { exit: 3, message: 'The canary was not let out: {why}.', fix: '{fix}' },
  PROBE_FAILED: { exit: 1, message: 'The probe stopped at "{step}": {why}.', fix: '{fix}' },
  SESSION_REFUSED: {
    exit: 1,
    message: '{why}',
    fix: 'Ask for a new link with `sealwire open`; a link works once and for 60 seconds.',
  },
  UI_MISSING: {
    exit: 3,
    message: 'The interface has not been built.',
    fix: 'Run `npm run build` in the folder of Sealwire, or use `--no-ui`.',
  },
  UI_PORT_UNAVAILABLE: {
    exit: 1,
    message: 'The interface cannot be served on port {port} of {address}: {why}.',
    fix: 'Leave out `--ui-port` to get a free one, or name another.',
  },
  TERMINAL_MISSING: {
    exit: 3,
    message: 'No terminal window can be opened. {why}',
    fix: 'Copy the line and paste it into a terminal.',
  },
  TRUST_REFUSED: { exit: 1, message: '{why}', fix: '{fix}' },
  TRUST_FAILED: { exit: 1, message: '{store} could not be changed: {why}.', fix: '{fix}' },
  TRUST_BY_HAND: {
    exit: 1,
    message: '{what} needs rights that this process has not, so nothing was changed.',
    fix: 'Run this yourself: {commands}',
  },
  COMMAND_REFUSED: { exit: 1, message: '{why}', fix: '{fix}' },
  FILE_NOT_EDITED: { exit: 1, message: '{path} is left as it is: {why}.', fix: '{fix}' },
  FILE_CHANGED: {
    exit: 1,
    message: '{path} was changed by somebody else since the difference was shown. Nothing was written.',
    fix: 'Look at the difference again.',
  },
  TOKEN_IN_USE: {
    exit: 1,
    message: 'Token {id} is still used by {who}, which could not report any more.',
    fix: 'Give them the active one (`sealwire token show`, or start them anew by `sealwire run`), or add --force.',
  },
  REHEARSAL_REFUSED: { exit: 1, message: '{why}', fix: '{fix}' },
  TOKEN_IN_GIT: {
    exit: 1,
    message: '{path} would be committed, and these lines hold the secret token. Nothing was written.',
    fix: '{fix}, or start the application with `sealwire run`, which writes the token nowhere.',
  },
  UNDO_REFUSED: {
    exit: 1,
    message: '{what} was changed since the plan was shown, so nothing was undone.',
    fix: 'Look at the new plan and agree to it.',
  },
  NOTHING_TO_UNDO: {
    exit: 1,
    message: '{why}',
    fix: '`sealwire ledger list` shows every change and how it stands.',
  },
  BACKGROUND_ENDED: {
    exit: 1,
    message: 'The background process ended before it was ready ({how}).',
    fix: 'Read what it said in {log}, or run the same command without `--background`.',
  },
  INTERNAL: {
    exit: 1,
    message: 'Sealwire failed in a way it does not know: {why}.',
    fix: 'Please report it with the diagnostics bundle of the Settings screen.',
  },
} as const satisfies Record<string, ErrorEntry>;

export type ErrorCode = keyof typeof ERRORS;

/** What crosses a carrier or goes to stderr when something fails: `{"error":{"code","message","fix"}}`. */
export interface ErrorShape {
  readonly code: ErrorCode;
  readonly message: string;
  readonly fix: string;
}

/** The one error class of the project. Built by `fail`, carried as `ErrorShape`, never holding a secret. */
export class SealwireError extends Error {
  readonly code: ErrorCode;
  readonly fix: string;

  constructor(shape: ErrorShape, options?: ErrorOptions) {
    super(shape.message, options);
    this.name = 'SealwireError';
    this.code = shape.code;
    this.fix = shape.fix;
  }

  get exit(): ExitCode {
    return ERRORS[this.code].exit;
  }

  toShape(): ErrorShape {
    return { code: this.code, message: this.message, fix: this.fix };
  }
}

/** Whether this program knows an error by that code; one of a newer Sealwire may be unknown. */
export function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && Object.hasOwn(ERRORS, code);
}

/** Makes the error `code`; every `{name}` of its texts is taken from `values`. Throw what it returns. */
export function fail(
  code: ErrorCode,
  values: Readonly<Record<string, string | number>> = {},
  options?: ErrorOptions,
): SealwireError {
  const entry: ErrorEntry = ERRORS[code];
  return new SealwireError({ code, message: fill(entry.message, values), fix: fill(entry.fix, values) }, options);
}

/** Any thrown value as a `SealwireError`; what is not one becomes `INTERNAL` with its message. */
export function asSealwireError(thrown: unknown): SealwireError {
  if (thrown instanceof SealwireError) return thrown;
  const why = thrown instanceof Error ? thrown.message : String(thrown);
  return fail('INTERNAL', { why }, { cause: thrown });
}

function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
