import type { ServiceMetadata } from '../../evidence/facts.ts';
import { textOfBytes } from './byte-text.ts';
import { decodeLine, lineTypeOf } from './decode-line.ts';
import { metadataOf } from './metadata-of.ts';

/** Who a stream is from, and its metadata as JSON text. */
export interface ReadMetadata {
  readonly identity: ServiceMetadata;
  readonly document: string;
}

/** An agent opens each of its streams with the same line, so the lines of the newest agents are remembered with what they mean. */
const remembered = new Map<string, ReadMetadata>();
const MOST_REMEMBERED = 32;
const LONGEST_REMEMBERED = 16 * 1024;

/** Decodes and validates the first line of a stream; the error is in the real server's words (reference A2). */
export function readMetadataLine(bytes: Uint8Array): ReadMetadata | { readonly error: string } {
  const text = textOfBytes(bytes);
  const known = remembered.get(text);
  if (known !== undefined) return known;
  const type = lineTypeOf(text);
  if (type !== 'metadata' && type !== 'm') return { error: '"metadata" or "m" required' };
  const decoded = decodeLine(bytes, type);
  if ('error' in decoded) return decoded;
  const read = { identity: metadataOf(type, decoded.value), document: JSON.stringify(decoded.value) };
  if (text.length <= LONGEST_REMEMBERED) remember(text, read);
  return read;
}

function remember(text: string, read: ReadMetadata): void {
  const oldest = remembered.size < MOST_REMEMBERED ? undefined : remembered.keys().next().value;
  if (oldest !== undefined) remembered.delete(oldest);
  remembered.set(text, read);
}
