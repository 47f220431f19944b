/** What of an answer to an intake body is looked at, wherever it comes from. */
export interface IntakeAnswer {
  readonly status: number;
  readonly errors: readonly { readonly message: string }[];
}

/** Events beyond these are counted, not told; one error of the stream may follow (reference A2). */
const MOST_ERRORS = 6;
/** What the real server calls an error of its own: a compressed stream that breaks after it has begun (reference A2). */
const BROKEN_STREAM = /^cannot handle stream: (?:unexpected EOF|(?:gzip|zlib|flate): [a-z ]+(?:before offset \d+)?)$/;

/**
 * What is wrong with an answer to a bad body, or null: 202 without an error, 400 with its errors, or 500 where a compressed stream broke off, and nothing else. A fault of
 * ours is answered 500 too, but in other words.
 */
export function problemOfAnswer({ status, errors }: IntakeAnswer): string | null {
  if (status === 202) return errors.length === 0 ? null : 'accepted, and told errors';
  if (errors.length === 0) return `${status} without a reason`;
  if (errors.length > MOST_ERRORS) return `${errors.length} errors`;
  if (status === 400) return null;
  const last = errors.at(-1)?.message ?? '';
  return status === 500 && BROKEN_STREAM.test(last) ? null : `${status}: ${last}`;
}
