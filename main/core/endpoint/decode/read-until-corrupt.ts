import { constants, inflateRawSync } from 'node:zlib';

/** What a deflate stream held before it turned out to be corrupt, and how many of its bytes had been read by then. */
export interface UntilCorrupt {
  readonly content: Buffer;
  readonly offset: number;
}

/** More content than this is not looked for again: finding the place takes some fifteen readings. */
const MOST_BYTES = 2 * 1024 * 1024;

/**
 * Node.js throws away what came out of the piece of a stream in which zlib finds a mistake, while the real server goes by it (Go's `compress/flate` flushes its window
 * before it tells the error). Reads a stream that is known to be corrupt, given from its beginning, once more up to the byte at which that shows. Null where it holds too much.
 */
export function readUntilCorrupt(stream: Uint8Array): UntilCorrupt | null {
  let sound = 0;
  let content: Buffer = Buffer.alloc(0);
  let broken = stream.length;
  while (broken - sound > 1) {
    const middle = Math.floor((sound + broken) / 2);
    const read = readPart(stream.subarray(0, middle));
    if (read === 'too-much') return null;
    if (read === 'corrupt') broken = middle;
    else {
      sound = middle;
      content = read;
    }
  }
  return { content, offset: broken };
}

function readPart(part: Uint8Array): Buffer | 'corrupt' | 'too-much' {
  try {
    // A part that only is not whole yet is no error.
    return inflateRawSync(part, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: MOST_BYTES });
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE' ? 'too-much' : 'corrupt';
  }
}
