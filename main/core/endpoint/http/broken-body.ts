/** A body whose chunks are broken, in the words of Go's `net/http`: nothing of it can be read on, and the connection ends after the answer. */
export class BrokenBodyError extends Error {
  constructor(why: string) {
    super(why);
    this.name = 'BrokenBodyError';
  }
}

/** What Go says of chunks that Node's parser (llhttp) refuses with that error; measured with Go 1.26 against the same bytes. */
export function brokenBody({ code, reason }: { readonly code?: string; readonly reason?: string }): BrokenBodyError {
  switch (code) {
    case 'HPE_INVALID_CHUNK_SIZE':
      return new BrokenBodyError(
        reason?.includes('overflow') === true ? 'http chunk length too large' : 'invalid byte in chunk length',
      );
    case 'HPE_CR_EXPECTED':
      return new BrokenBodyError('chunked line ends with bare LF');
    case 'HPE_STRICT':
      return new BrokenBodyError(
        reason?.includes('chunk size') === true ? 'invalid CR in chunked line' : 'malformed chunked encoding',
      );
    default:
      return new BrokenBodyError('malformed chunked encoding');
  }
}
