import { gunzipSync } from 'node:zlib';
import { formOf, gzipHeaderLength } from './compressed-form.ts';

/** More than this is inflated piece by piece, so that no body is in memory whole that swells. */
const MOST_BYTES = 4 * 1024 * 1024;

/**
 * A whole body without its compression, in one call; null where it is anything but plain or one sound gzip stream of moderate size. `createInflater`, which takes five times
 * as long for small bodies, then finds out what it is, and the words for what is wrong.
 */
export function inflateWhole(bytes: Uint8Array, contentEncoding: string | null): Uint8Array | null {
  if (bytes.length < 18 || contentEncoding === 'deflate') return null;
  const form = contentEncoding === 'gzip' ? 'gzip' : formOf(bytes);
  if (form === 'plain') return bytes;
  if (form !== 'gzip' || typeof gzipHeaderLength(bytes) !== 'number') return null;
  const size = sizeIn(bytes);
  if (size > MOST_BYTES) return null;
  try {
    // One piece of output, of the size that the body gives itself; one that swells beyond it is not for this way.
    const options = { maxOutputLength: size + 1, chunkSize: Math.max(64, size + 1), info: true };
    const { buffer, engine } = gunzipSync(bytes, options) as unknown as Inflated;
    return engine.bytesWritten === bytes.length && size === buffer.length ? buffer : null;
  } catch {
    // Broken, cut short or too large: not for this way.
    return null;
  }
}

/** The size that the last member gives for its content (RFC 1952 §2.3.1): that of the whole where there is one member. */
function sizeIn(bytes: Uint8Array): number {
  return new DataView(bytes.buffer, bytes.byteOffset + bytes.byteLength - 4, 4).getUint32(0, true);
}

/** What `info: true` makes of the answer (nodejs.org/api/zlib.html#class-options); the types do not know it. */
interface Inflated {
  readonly buffer: Buffer;
  readonly engine: { readonly bytesWritten: number };
}
