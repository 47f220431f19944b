import { hash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';

/** What the bytes are for: the ID of RFC 7292 appendix B.3. */
export type Purpose = 'key' | 'iv' | 'mac';

const PURPOSES: Readonly<Record<Purpose, number>> = { key: 1, iv: 2, mac: 3 };

/** Rounds between two breaths, so that a file with a million of them does not hold up the endpoint: about 15 ms. */
const ROUNDS_AT_ONCE = 5_000;

/** Bytes that the hash takes at once (RFC 7292 appendix B.2, `v/8`). */
const blockOf = (algorithm: string): number => (/384|512/.test(algorithm) ? 128 : 64);

/**
 * Bytes from a passphrase in PKCS#12's own way (RFC 7292 appendix B.2), which OpenSSL offers for whole files alone. `passphrase` is what
 * `bmpPassphrase` makes of it.
 */
export async function deriveFromPassphrase(
  algorithm: string,
  passphrase: Buffer,
  salt: Buffer,
  rounds: number,
  purpose: Purpose,
  length: number,
): Promise<Buffer> {
  const block = blockOf(algorithm);
  const diversifier = Buffer.alloc(block, PURPOSES[purpose]);
  let material = Buffer.concat([filled(salt, block), filled(passphrase, block)]);
  const made: Buffer[] = [];
  for (let bytes = 0; bytes < length; ) {
    const digest = await repeated(algorithm, Buffer.concat([diversifier, material]), rounds);
    made.push(digest);
    bytes += digest.length;
    const addend = filled(digest, block).subarray(0, block);
    material = Buffer.concat(pieces(material, block).map((piece) => plusPlusOne(piece, addend)));
  }
  return Buffer.concat(made).subarray(0, length);
}

/**
 * UTF-16, big end first, with two zero bytes at its end (RFC 7292 appendix B.1). No passphrase at all has two forms in the wild, with and without
 * those zeros; `isBare` is the second.
 */
export function bmpPassphrase(passphrase: string, isBare = false): Buffer {
  if (passphrase === '' && isBare) return Buffer.alloc(0);
  return Buffer.from(`${passphrase}\0`, 'utf16le').swap16();
}

async function repeated(algorithm: string, start: Buffer, rounds: number): Promise<Buffer> {
  let digest = hash(algorithm, start, 'buffer');
  for (let round = 1; round < rounds; round += 1) {
    digest = hash(algorithm, digest, 'buffer');
    if (round % ROUNDS_AT_ONCE === 0) await setImmediate();
  }
  return digest;
}

/** Repeated until it fills whole blocks; nothing stays nothing. */
function filled(bytes: Buffer, block: number): Buffer {
  return bytes.length === 0 ? bytes : Buffer.alloc(Math.ceil(bytes.length / block) * block, bytes);
}

function pieces(bytes: Buffer, size: number): Buffer[] {
  return Array.from({ length: bytes.length / size }, (_, index) => bytes.subarray(index * size, (index + 1) * size));
}

/** Sum of two numbers of the same length and one, without what runs over. */
function plusPlusOne(left: Buffer, right: Buffer): Buffer {
  const sum = Buffer.alloc(left.length);
  let carry = 1;
  for (let index = left.length - 1; index >= 0; index -= 1) {
    carry += (left[index] ?? 0) + (right[index] ?? 0);
    sum[index] = carry & 0xff;
    carry >>= 8;
  }
  return sum;
}
