/** The largest message on the control socket, in bytes, in either direction. */
export const MOST_FRAME_BYTES = 16 * 1024 * 1024;

const HEADER_BYTES = 4;

/** One message as it travels: its length in four bytes, big-endian, then JSON in UTF-8. Null where it is larger than the bound. */
export function frameOf(message: unknown): Buffer | null {
  const text = JSON.stringify(message);
  const bytes = Buffer.byteLength(text);
  if (bytes > MOST_FRAME_BYTES) return null;
  const frame = Buffer.allocUnsafe(HEADER_BYTES + bytes);
  frame.writeUInt32BE(bytes, 0);
  frame.write(text, HEADER_BYTES);
  return frame;
}

/**
 * Cuts a byte stream back into messages. Each call takes the next bytes and yields what became whole; an empty frame, one larger than
 * `most()` allows at that moment, or one that is not JSON throws, before its bytes are kept.
 */
export function frameReader(most: () => number): (chunk: Buffer) => Iterable<unknown> {
  let kept: Buffer[] = [];
  let keptBytes = 0;

  const take = (bytes: number): Buffer => {
    const [first] = kept;
    const whole = kept.length === 1 && first !== undefined ? first : Buffer.concat(kept, keptBytes);
    kept = [whole.subarray(bytes)];
    keptBytes -= bytes;
    return whole.subarray(0, bytes);
  };

  let expected: number | null = null;
  return function* read(chunk) {
    kept.push(chunk);
    keptBytes += chunk.length;
    for (;;) {
      if (expected === null) {
        if (keptBytes < HEADER_BYTES) return;
        expected = take(HEADER_BYTES).readUInt32BE(0);
        if (expected === 0 || expected > most()) throw new RangeError(`a frame of ${expected} bytes`);
      }
      if (keptBytes < expected) return;
      const body = take(expected);
      expected = null;
      const message: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
      yield message;
    }
  };
}
