import type { ErrorCode, ErrorShape } from '../../main/contract/index.ts';

/** A procedure that was refused, with the sentence and the next step of the error catalogue. */
export class CallError extends Error implements ErrorShape {
  readonly code: ErrorCode;
  readonly fix: string;

  constructor(shape: ErrorShape) {
    super(shape.message);
    this.name = 'CallError';
    this.code = shape.code;
    this.fix = shape.fix;
  }
}

/** Any thrown value or error body as a `CallError`; what does not carry the catalogue's three fields is `INTERNAL`. */
export function asCallError(thrown: unknown): CallError {
  if (thrown instanceof CallError) return thrown;
  if (isErrorShape(thrown)) return new CallError(thrown);
  return new CallError({
    code: 'INTERNAL',
    message: `Sealwire answered in a way this page does not understand: ${thrown instanceof Error ? thrown.message : String(thrown)}.`,
    fix: 'Reload this page. If it stays so, save the diagnostics bundle in Settings.',
  });
}

/** What a call rejects with while nothing answers at the other end. */
export function linkLost(): CallError {
  return new CallError({
    code: 'INSTANCE_UNREACHABLE',
    message: 'The connection to Sealwire is lost.',
    fix: 'It is tried again by itself. If Sealwire was stopped, start it with `sealwire up`.',
  });
}

/** What a call rejects with when this tab holds no session. */
export function sessionRefused(): CallError {
  return new CallError({
    code: 'SESSION_REFUSED',
    message: 'This tab is not connected to Sealwire.',
    fix: 'Ask for a new link with `sealwire open`; a link works once and for 60 seconds.',
  });
}

function isErrorShape(value: unknown): value is ErrorShape {
  return (
    typeof value === 'object' &&
    value !== null &&
    'code' in value &&
    typeof value.code === 'string' &&
    'message' in value &&
    typeof value.message === 'string' &&
    'fix' in value &&
    typeof value.fix === 'string'
  );
}
