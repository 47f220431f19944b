import { createDecipheriv, pbkdf2 } from 'node:crypto';
import { promisify } from 'node:util';
import { DerError, type DerValue, itemsOf, numberOf, octetsOf, oidOf, TAGS } from './der-reader.ts';
import { bmpPassphrase, deriveFromPassphrase } from './pkcs12-derivation.ts';
import { HMACS, OIDS } from './pkcs12-oids.ts';

/** Thrown where what was decrypted makes no sense: another passphrase, or bytes that were changed. */
export class UndecryptedError extends Error {}

/** How a file is opened: the passphrase, which of the two forms of an empty one it uses, and how many rounds may still be spent on it. */
export interface Opening {
  readonly passphrase: string;
  readonly isBare: boolean;
  readonly rounds: { left: number };
}

/** All rounds that one file may cost, some fifteen seconds. NSS writes the most, 600,000 for a part; Java 10,000 and OpenSSL 2,048. */
export const MOST_ROUNDS = 5_000_000;

interface Cipher {
  readonly name: string;
  readonly keyBytes: number;
  readonly ivBytes: number;
}

const PBES2_CIPHERS: Readonly<Record<string, Cipher>> = {
  '2.16.840.1.101.3.4.1.2': { name: 'aes-128-cbc', keyBytes: 16, ivBytes: 16 },
  '2.16.840.1.101.3.4.1.22': { name: 'aes-192-cbc', keyBytes: 24, ivBytes: 16 },
  [OIDS.aes256]: { name: 'aes-256-cbc', keyBytes: 32, ivBytes: 16 },
  '1.2.840.113549.3.7': { name: 'des-ede3-cbc', keyBytes: 24, ivBytes: 8 },
};

/** The schemes of RFC 7292 appendix C, which old Java, Windows and OpenSSL write; RC4 among them was never a default and is left out. */
const PKCS12_CIPHERS: Readonly<Record<string, Cipher>> = {
  [OIDS.pbeSha1TripleDes]: { name: 'des-ede3-cbc', keyBytes: 24, ivBytes: 8 },
  '1.2.840.113549.1.12.1.4': { name: 'des-ede-cbc', keyBytes: 16, ivBytes: 8 },
  '1.2.840.113549.1.12.1.5': { name: 'rc2-128', keyBytes: 16, ivBytes: 8 },
  '1.2.840.113549.1.12.1.6': { name: 'rc2-40', keyBytes: 5, ivBytes: 8 },
};

const pbkdf2Async = promisify(pbkdf2);

/** Decrypts by an AlgorithmIdentifier of PBES2 or PKCS#12. `DerError` for one that is not known or damaged, `UndecryptedError` where the result is nonsense. */
export async function decryptWith(algorithm: DerValue | undefined, bytes: Buffer, opening: Opening): Promise<Buffer> {
  const [id, parameters] = itemsOf(algorithm, TAGS.sequence);
  const scheme = oidOf(id);
  if (scheme === OIDS.pbes2) return decryptPbes2(parameters, bytes, opening);
  const cipher = PKCS12_CIPHERS[scheme];
  if (cipher === undefined) throw new DerError(`it is encrypted in a way that is not known (${scheme})`);
  const [saltValue, roundsValue] = itemsOf(parameters, TAGS.sequence);
  const salt = octetsOf(saltValue);
  const rounds = numberOf(roundsValue);
  spend(opening, rounds * 2);
  const passphrase = bmpPassphrase(opening.passphrase, opening.isBare);
  const key = await deriveFromPassphrase('sha1', passphrase, salt, rounds, 'key', cipher.keyBytes);
  const iv = await deriveFromPassphrase('sha1', passphrase, salt, rounds, 'iv', cipher.ivBytes);
  return cipher.name.startsWith('rc2') ? decryptRc2(key, iv, bytes) : decipher(cipher.name, key, iv, bytes);
}

/** Key bytes by the PBKDF2 of an AlgorithmIdentifier (RFC 8018 §5.2). */
export async function derivePbkdf2(
  algorithm: DerValue | undefined,
  keyBytes: number,
  opening: Opening,
): Promise<Buffer> {
  const [id, parameters] = itemsOf(algorithm, TAGS.sequence);
  if (oidOf(id) !== OIDS.pbkdf2) throw new DerError('its key is not derived by PBKDF2');
  const [saltValue, roundsValue, ...options] = itemsOf(parameters, TAGS.sequence);
  const [prf] = options.filter(({ tag }) => tag === TAGS.sequence);
  const hmac = HMACS[prf === undefined ? OIDS.hmacSha1 : oidOf(prf.items[0])];
  if (hmac === undefined) throw new DerError('its key is derived with a hash that is not known');
  const rounds = spend(opening, numberOf(roundsValue));
  return pbkdf2Async(opening.passphrase, octetsOf(saltValue), rounds, keyBytes, hmac);
}

/** Takes the rounds off what the file may still cost; a hostile file would keep a processor busy for hours. */
export function spend(opening: Opening, rounds: number): number {
  opening.rounds.left -= rounds;
  if (rounds === 0 || opening.rounds.left < 0) throw new DerError('it asks for too many rounds of its key derivation');
  return rounds;
}

async function decryptPbes2(parameters: DerValue | undefined, bytes: Buffer, opening: Opening): Promise<Buffer> {
  const [derivation, encryption] = itemsOf(parameters, TAGS.sequence);
  const [id, iv] = itemsOf(encryption, TAGS.sequence);
  const cipher = PBES2_CIPHERS[oidOf(id)];
  if (cipher === undefined) throw new DerError(`it is encrypted in a way that is not known (${oidOf(id)})`);
  const vector = octetsOf(iv);
  if (vector.length !== cipher.ivBytes) throw new DerError('its initialisation vector has the wrong length');
  return decipher(cipher.name, await derivePbkdf2(derivation, cipher.keyBytes, opening), vector, bytes);
}

function decipher(name: string, key: Buffer, iv: Buffer, bytes: Buffer): Buffer {
  const cipher = createDecipheriv(name, key, iv);
  try {
    return Buffer.concat([cipher.update(bytes), cipher.final()]);
  } catch (error) {
    // "bad decrypt" or "wrong final block length": the padding does not fit.
    throw new UndecryptedError('the padding does not fit', { cause: error });
  }
}

async function decryptRc2(key: Buffer, iv: Buffer, bytes: Buffer): Promise<Buffer> {
  const { default: rc2 } = await import('node-forge/lib/rc2.js');
  const { default: util } = await import('node-forge/lib/util.js');
  const cipher = rc2.createDecryptionCipher(key.toString('latin1'), key.length * 8);
  cipher.start(iv.toString('latin1'));
  cipher.update(util.createBuffer(bytes.toString('latin1')));
  if (bytes.length === 0 || bytes.length % 8 !== 0 || !cipher.finish()) {
    throw new UndecryptedError('the padding does not fit');
  }
  return Buffer.from(cipher.output.getBytes(), 'latin1');
}
