import { DerError } from './der-reader.ts';

/** Goes over the bytes of a JKS file in order; each step throws `DerError` where they end before it. */
export interface JksCursor {
  at(): number;
  number(bytes: 2 | 4): number;
  take(length: number): Buffer;
  /** What `DataOutputStream.writeUTF` wrote: two bytes of length, then UTF-8 in Java's modified form. */
  text(): string;
}

/** At the first byte. */
export function jksCursor(bytes: Buffer): JksCursor {
  let at = 0;
  const take = (length: number): Buffer => {
    if (at + length > bytes.length) throw new DerError('it ends too early');
    at += length;
    return bytes.subarray(at - length, at);
  };
  const number = (length: 2 | 4): number => take(length).readUIntBE(0, length);
  return { at: () => at, take, number, text: () => readModifiedUtf8(take(number(2))) };
}

/** Each UTF-16 unit by itself in one to three bytes, and NUL in two (Java's `DataInput`): surrogates come as two times three bytes. */
function readModifiedUtf8(bytes: Buffer): string {
  const units: number[] = [];
  for (let at = 0; at < bytes.length; ) {
    const [first = 0, second = 0, third = 0] = bytes.subarray(at, at + 3);
    const length = first < 0x80 ? 1 : first >> 5 === 0b110 ? 2 : first >> 4 === 0b1110 ? 3 : 0;
    if (length === 0 || at + length > bytes.length) throw new DerError('one of its names is damaged');
    if (length === 1) units.push(first);
    else if (length === 2) units.push(((first & 0x1f) << 6) | (second & 0x3f));
    else units.push(((first & 0x0f) << 12) | ((second & 0x3f) << 6) | (third & 0x3f));
    at += length;
  }
  return units.map((unit) => String.fromCharCode(unit)).join('');
}
