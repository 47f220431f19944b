/** One line without its newline. `isWhole` is false for a last line that the stream ended in; a line that is too long is cut to the limit. */
export interface Line {
  readonly length: number;
  /** How many lines like this follow each other; more than one of empty lines only. */
  readonly times: number;
  readonly isWhole: boolean;
  readonly isTooLong: boolean;
  /** Where the line stands in the chunk that was pushed, its newline after `to`; both -1 where it came in several chunks. */
  readonly from: number;
  readonly to: number;
  bytes(): Buffer;
}

export interface LineSplitter {
  /** The lines that end within `chunk`. */
  push(chunk: Uint8Array): Line[];
  /** What stands after the last newline, or null where nothing does. */
  rest(): Line | null;
}

const NEWLINE = 10;
const NOTHING = Buffer.alloc(0);

/** Go's bufio.Reader cannot be smaller. */
const LEAST = 16;

/**
 * Splits a stream at `\n`. A line may have `limit` bytes with its newline; of a longer one the first `limit` bytes are kept and the rest is
 * passed over (reference C). Holds at most one line in memory. Empty lines in a row come as one with a count, because a small body that
 * swells into nothing but newlines makes hundreds of millions of them.
 */
export function createLineSplitter(limit: number): LineSplitter {
  const longest = Math.max(limit, LEAST);
  let parts: Buffer[] = [];
  let length = 0;
  let isSkipping = false;

  const take = (isWhole: boolean, isTooLong: boolean): Line => {
    const kept = parts.length === 1 && parts[0] !== undefined ? parts[0] : Buffer.concat(parts);
    parts = [];
    length = 0;
    const bytes = isTooLong ? kept.subarray(0, limit) : kept;
    return { length: bytes.length, times: 1, isWhole, isTooLong, from: -1, to: -1, bytes: () => bytes };
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
      for (let end = buffer.indexOf(NEWLINE); end !== -1; end = buffer.indexOf(NEWLINE, start)) {
        if (isSkipping) isSkipping = false;
        else if (length > 0 || end - start >= longest) {
          add(buffer.subarray(start, end), lines);
          if (!isSkipping) lines.push(take(true, false));
          isSkipping = false;
        } else if (end > start) {
          lines.push(lineWithin(buffer, start, end));
        } else {
          end = endOfNewlines(buffer, end);
          lines.push(emptyLines(end - start + 1));
        }
        start = end + 1;
      }
      add(buffer.subarray(start), lines);
      return lines;
    },
    rest: () => (length === 0 ? null : take(false, false)),
  };
}

function lineWithin(buffer: Buffer, from: number, to: number): Line {
  const bytes = (): Buffer => buffer.subarray(from, to);
  return { length: to - from, times: 1, isWhole: true, isTooLong: false, from, to, bytes };
}

function emptyLines(times: number): Line {
  return { length: 0, times, isWhole: true, isTooLong: false, from: -1, to: -1, bytes: () => NOTHING };
}

/** Where the last of the newlines stands that follow each other from `at`. */
function endOfNewlines(buffer: Buffer, at: number): number {
  let end = at;
  while (buffer[end + 1] === NEWLINE) end += 1;
  return end;
}
