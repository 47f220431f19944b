import { createInflater, InflateError } from '../decode/inflate.ts';

/** What a small body came to: its bytes, or why it cannot be had. */
export type ReadBody = { readonly bytes: Buffer } | { readonly problem: string };

/** Reads and unpacks a body that must fit into memory: at most `limit` bytes, also after unpacking. Throws when the client leaves. */
export async function readBody(
  body: AsyncIterable<Buffer>,
  contentEncoding: string | null,
  limit: number,
): Promise<ReadBody> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  const inflater = createInflater(contentEncoding, (bytes) => {
    length += bytes.length;
    if (length <= limit) pieces.push(bytes);
  });
  try {
    for await (const piece of body) {
      await inflater.write(piece);
      if (length > limit) return { problem: 'http: request body too large' };
    }
    await inflater.end();
  } catch (error) {
    if (error instanceof InflateError) return { problem: error.message };
    throw error;
  }
  return { bytes: Buffer.concat(pieces) };
}
