import { ERRORS, type ErrorCode } from '../contract/index.ts';

/** Errors whose HTTP status says more than their exit code does. 401 is kept for a session that is not, or no longer, open. */
const STATUS: Readonly<Partial<Record<ErrorCode, number>>> = {
  SESSION_REFUSED: 401,
  REQUEST_REFUSED: 403,
  PASSPHRASE_WRONG: 403,
  PROCEDURE_UNKNOWN: 404,
  NOT_FOUND: 404,
  AGENT_UNKNOWN: 404,
  ALREADY_INITIALISED: 409,
  NOT_INITIALISED: 409,
  PORT_TAKEN: 409,
  TOO_LARGE: 413,
  VAULT_LOCKED: 423,
  INTERNAL: 500,
  TIMED_OUT: 504,
};

/** By exit code: the work failed, the caller was wrong, this machine lacks something. */
const BY_EXIT = { 1: 422, 2: 400, 3: 503 } as const;

/** The HTTP status (RFC 9110 §15) with which an error crosses the browser's carrier. */
export function statusOf(code: ErrorCode): number {
  return STATUS[code] ?? BY_EXIT[ERRORS[code].exit];
}
