import { createCipheriv, createDecipheriv, pbkdf2Sync } from 'node:crypto';
import { Secret } from '../../contract/index.ts';

const VERSION = 'v1';
const SALT_BYTES = 64;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const ROUNDS = 10_000;
const KEY_BYTES = 32;

/** Why a keystore cannot be opened, in the real server's own words. */
export class KeystoreError extends Error {
  override readonly name = 'KeystoreError';
}

/**
 * Reads the text of an apm-server secrets keystore (reference F): `v1`, then base64 of salt, IV and an AES-256-GCM sealed JSON object. The key is stretched from
 * an empty password, so the file is obscured and not protected. Throws `KeystoreError`; keystores of FIPS builds (`v2`) are another format and are named so.
 */
export function openKeystore(text: string): ReadonlyMap<string, Secret> {
  return new Map(
    [...openEncoded(text)].map(([name, value]) => [
      name,
      new Secret(Buffer.from(value.reveal(), 'base64').toString('utf8')),
    ]),
  );
}

/** The same with each value in base64, as it is kept: a value need be no text, and whoever writes the keystore anew must not change it. */
export function openEncoded(text: string): ReadonlyMap<string, Secret> {
  const version = text.slice(0, VERSION.length);
  if (version !== VERSION) {
    throw new KeystoreError(`keystore format doesn't match expected version: 'v1' got '${version}'`);
  }
  const encoded = text.slice(VERSION.length);
  if (encoded === '') throw new KeystoreError('corrupt or empty keystore');
  const blob = Buffer.from(encoded, 'base64');
  if (blob.length < SALT_BYTES + IV_BYTES + 1) {
    throw new KeystoreError('missing information in the file for decrypting the keystore');
  }
  return entriesOf(decrypt(blob));
}

/** The text of a keystore with these entries, under a new salt and IV; no newline at its end, as the real server writes it. */
export function sealKeystore(entries: ReadonlyMap<string, Secret>, randomBytes: (length: number) => Buffer): string {
  const encoded = [...entries].map(([name, value]): [string, Secret] => [name, encodedValue(value)]);
  return sealEncoded(new Map(encoded), randomBytes);
}

/** A value as `openEncoded` yields it. */
export function encodedValue(value: Secret): Secret {
  return new Secret(Buffer.from(value.reveal(), 'utf8').toString('base64'));
}

/** The text of a keystore with values as `openEncoded` yields them. */
export function sealEncoded(entries: ReadonlyMap<string, Secret>, randomBytes: (length: number) => Buffer): string {
  const salt = randomBytes(SALT_BYTES);
  const iv = randomBytes(IV_BYTES);
  const sealing = createCipheriv('aes-256-gcm', keyFrom(salt), iv);
  const values = [...entries].map(([name, encoded]) => [name, { value: encoded.reveal() }]);
  const plain = `${JSON.stringify(Object.fromEntries(values))}\n`;
  const sealed = Buffer.concat([sealing.update(plain, 'utf8'), sealing.final(), sealing.getAuthTag()]);
  return VERSION + Buffer.concat([salt, iv, sealed]).toString('base64');
}

function keyFrom(salt: Buffer): Buffer {
  return pbkdf2Sync('', salt, ROUNDS, KEY_BYTES, 'sha512');
}

function decrypt(blob: Buffer): string {
  const salt = blob.subarray(0, SALT_BYTES);
  const iv = blob.subarray(SALT_BYTES, SALT_BYTES + IV_BYTES);
  const sealed = blob.subarray(SALT_BYTES + IV_BYTES);
  const end = Math.max(0, sealed.length - TAG_BYTES);
  try {
    const opening = createDecipheriv('aes-256-gcm', keyFrom(salt), iv, { authTagLength: TAG_BYTES });
    opening.setAuthTag(sealed.subarray(end));
    return Buffer.concat([opening.update(sealed.subarray(0, end)), opening.final()]).toString('utf8');
  } catch (error) {
    throw new KeystoreError('could not decrypt the keystore: cipher: message authentication failed', { cause: error });
  }
}

function entriesOf(plain: string): ReadonlyMap<string, Secret> {
  const content: unknown = parsed(plain);
  if (typeof content !== 'object' || content === null || Array.isArray(content))
    throw new KeystoreError('corrupt or empty keystore');
  return new Map(
    Object.entries(content).map(([name, entry]: [string, unknown]) => {
      const value: unknown = typeof entry === 'object' && entry !== null ? Reflect.get(entry, 'value') : null;
      return [name, new Secret(typeof value === 'string' ? value : '')];
    }),
  );
}

function parsed(plain: string): unknown {
  try {
    return JSON.parse(plain);
  } catch (error) {
    throw new KeystoreError('corrupt or empty keystore', { cause: error });
  }
}
