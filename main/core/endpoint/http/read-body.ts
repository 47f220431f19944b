import { createInflater, InflateError } from '../decode/inflate.ts';

/** What a small body came to: the bytes that could be read, and why there are no more, where it did not just end. */
export interface ReadBody {
  readonly bytes: Buffer;
  readonly problem: string | null;
}

/** What the real server reads before it finds that a body is not packed as it should be; its handlers then get to see what is left. */
const READ_AHEAD = 4096;

/** Reads and unpacks a body that must fit into memory: at most `limit` bytes, also after unpacking. Throws when the client leaves. */
export async function readBody(
  body: AsyncIterable<Buffer>,
  contentEncoding: string | null,
  limit: number,
): Promise<ReadBody> {
  const packed: Buffer[] = [];
  const pieces: Uint8Array[] = [];
  let length = 0;
  let broken: InflateError | null = null;
  const inflater = createInflater(contentEncoding, (bytes) => {
    length += bytes.length;
    if (length <= limit) pieces.push(bytes);
  });
  const attempt = async (step: () => Promise<void>): Promise<void> => {
    try {
      await step();
    } catch (error) {
      if (!(error instanceof InflateError)) throw error;
      broken = error;
    }
  };
  let packedLength = 0;
  for await (const piece of body) {
    packed.push(piece);
    packedLength += piece.length;
    if (broken === null) await attempt(() => inflater.write(piece));
    if (Math.max(length, packedLength) > limit)
      return { bytes: Buffer.alloc(0), problem: 'http: request body too large' };
  }
  if (broken === null && packedLength > 0) await attempt(() => inflater.end());
  const problem: InflateError | null = broken;
  if (problem === null) return { bytes: Buffer.concat(pieces), problem: null };
  const { isHeader, message } = problem as InflateError;
  return isHeader
    ? { bytes: Buffer.concat(packed).subarray(READ_AHEAD), problem: null }
    : { bytes: Buffer.concat(pieces), problem: message };
}
