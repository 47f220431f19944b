/** One line without its newline. `isWhole` is false for a last line that the stream ended in; a line that is too long is cut to the limit. */
export interface Line {
  readonly bytes: Buffer;
  readonly isWhole: boolean;
  readonly isTooLong: boolean;
}

export interface LineSplitter {
  /** The lines that end within `chunk`. */
  push(chunk: Uint8Array): Line[];
  /** What stands after the last newline, or null where nothing does. */
  rest(): Line | null;
}

/** One for all, because a small body that swells into nothing but newlines makes hundreds of millions of them. */
const EMPTY: Line = { bytes: Buffer.alloc(0), isWhole: true, isTooLong: false };
const NEWLINE = 10;

/** Go's bufio.Reader cannot be smaller. */
const LEAST = 16;

/**
 * Splits a stream at `\n`. A line may have `limit` bytes with its newline; of a longer one the first `limit` bytes are kept and the rest is
 * passed over (reference C). Holds at most one line in memory.
 */
export function createLineSplitter(limit: number): LineSplitter {
  const longest = Math.max(limit, LEAST);
  let parts: Buffer[] = [];
  let length = 0;
  let isSkipping = false;

  const take = (isWhole: boolean, isTooLong: boolean): Line => {
    const bytes = parts.length === 1 && parts[0] !== undefined ? parts[0] : Buffer.concat(parts);
    parts = [];
    length = 0;
    return { bytes: isTooLong ? bytes.subarray(0, limit) : bytes, isWhole, isTooLong };
  };

  const add = (piece: Buffer, lines: Line[]): void => {
    if (isSkipping || piece.length === 0) return;
    parts.push(piece.subarray(0, longest - length));
    length += piece.length;
    if (length < longest) return;
    lines.push(take(true, true));
    isSkipping = true;
  };

  return {
    push(chunk) {
      const buffer = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
      const lines: Line[] = [];
      let start = 0;
      const nextEnd = (): number => (buffer[start] === NEWLINE ? start : buffer.indexOf(NEWLINE, start));
      for (let end = nextEnd(); end !== -1; end = nextEnd()) {
        if (end > start) add(buffer.subarray(start, end), lines);
        if (!isSkipping) lines.push(length === 0 ? EMPTY : take(true, false));
        isSkipping = false;
        start = end + 1;
      }
      add(buffer.subarray(start), lines);
      return lines;
    },
    rest: () => (length === 0 ? null : take(false, false)),
  };
}
