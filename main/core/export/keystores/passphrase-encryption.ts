import { createCipheriv, pbkdf2 } from 'node:crypto';
import { promisify } from 'node:util';
import { type Der, integer, none, octets, oid, sequence } from '../../authority/der.ts';
import type { Host } from '../../host/host.ts';
import { bmpPassphrase, deriveFromPassphrase } from './pkcs12-derivation.ts';
import { OIDS } from './pkcs12-oids.ts';

/** What was encrypted, and the AlgorithmIdentifier by which a reader decrypts it. */
export interface Encrypted {
  readonly algorithm: Der;
  readonly bytes: Buffer;
}

const SALT_BYTES = 16;

const pbkdf2Async = promisify(pbkdf2);

/** PBES2 (RFC 8018 §6.2) with AES-256 and PBKDF2 over HMAC-SHA-256. */
export async function encryptModern(
  host: Pick<Host, 'randomBytes'>,
  plain: Buffer,
  passphrase: string,
  rounds: number,
): Promise<Encrypted> {
  const salt = host.randomBytes(SALT_BYTES);
  const iv = host.randomBytes(16);
  const key = await pbkdf2Async(passphrase, salt, rounds, 32, 'sha256');
  const derivation = sequence(octets(salt), wholeNumber(rounds), sequence(oid(OIDS.hmacSha256), none()));
  return {
    algorithm: sequence(
      oid(OIDS.pbes2),
      sequence(sequence(oid(OIDS.pbkdf2), derivation), sequence(oid(OIDS.aes256), octets(iv))),
    ),
    bytes: encrypted('aes-256-cbc', key, iv, plain),
  };
}

/** Triple DES under a key of RFC 7292 appendix C: weak by today's measure, and the strongest that old systems read. */
export async function encryptCompatible(
  host: Pick<Host, 'randomBytes'>,
  plain: Buffer,
  passphrase: string,
  rounds: number,
): Promise<Encrypted> {
  const salt = host.randomBytes(SALT_BYTES);
  const password = bmpPassphrase(passphrase);
  const key = await deriveFromPassphrase('sha1', password, salt, rounds, 'key', 24);
  const iv = await deriveFromPassphrase('sha1', password, salt, rounds, 'iv', 8);
  return {
    algorithm: sequence(oid(OIDS.pbeSha1TripleDes), sequence(octets(salt), wholeNumber(rounds))),
    bytes: encrypted('des-ede3-cbc', key, iv, plain),
  };
}

/** An INTEGER of a number from 0 up to 2^32 - 1, in as few bytes as DER asks for. */
export function wholeNumber(value: number): Der {
  const hex = value.toString(16);
  const bytes = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex');
  return integer((bytes[0] ?? 0) < 0x80 ? bytes : Buffer.concat([Buffer.of(0), bytes]));
}

function encrypted(name: string, key: Buffer, iv: Buffer, plain: Buffer): Buffer {
  const cipher = createCipheriv(name, key, iv);
  return Buffer.concat([cipher.update(plain), cipher.final()]);
}
