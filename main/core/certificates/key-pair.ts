import { createHash, generateKeyPair, type KeyObject, sign } from 'node:crypto';
import { promisify } from 'node:util';
import { type Der, none, oid, sequence } from '../authority/der.ts';

/** No Ed25519 (browsers refuse it) and no P-521 (Chromium does): reference/certificates.md §3.1. */
export const KEY_KINDS = ['ec-p256', 'ec-p384', 'rsa-2048', 'rsa-3072', 'rsa-4096'] as const;

export type KeyKind = (typeof KEY_KINDS)[number];

export interface KeyPair {
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
}

const generate = promisify(generateKeyPair);

/** A new key pair from OpenSSL, made off the main thread. */
export function generateKeys(kind: KeyKind): Promise<KeyPair> {
  if (kind === 'ec-p256') return generate('ec', { namedCurve: 'P-256' });
  if (kind === 'ec-p384') return generate('ec', { namedCurve: 'P-384' });
  return generate('rsa', { modulusLength: Number(kind.slice('rsa-'.length)) });
}

/** What kind of key this is, in our words; null for one that Sealwire does not make. */
export function keyKindOf(key: KeyObject): KeyKind | null {
  const { namedCurve, modulusLength } = key.asymmetricKeyDetails ?? {};
  const name = { prime256v1: 'ec-p256', secp384r1: 'ec-p384' }[namedCurve ?? ''] ?? `rsa-${modulusLength}`;
  return KEY_KINDS.find((kind) => kind === name) ?? null;
}

/** What kind of key this is, also of somebody else's: `rsa-2560`. */
export function keyText(key: KeyObject): string {
  return keyKindOf(key) ?? `${key.asymmetricKeyType}-${key.asymmetricKeyDetails?.modulusLength ?? ''}`;
}

/** Whether a key of somebody else's is of a kind that every client accepts: the two curves, and RSA of 2048 to 4096 bits with its usual signature. */
export function isUsableKey(key: KeyObject): boolean {
  const { modulusLength = 0 } = key.asymmetricKeyDetails ?? {};
  if (key.asymmetricKeyType === 'rsa') return modulusLength >= 2048 && modulusLength <= 4096;
  return keyKindOf(key) !== null;
}

/** Signs with the hash that fits the key: SHA-384 for P-384, SHA-256 else. The identifier goes into the certificate twice (RFC 5280 §4.1.1.2). */
export function signer(key: KeyObject): { readonly algorithm: () => Der; readonly sign: (bytes: Buffer) => Buffer } {
  const kind = keyKindOf(key);
  if (kind === 'ec-p256')
    return { algorithm: () => sequence(oid('1.2.840.10045.4.3.2')), sign: (b) => sign('sha256', b, key) };
  if (kind === 'ec-p384')
    return { algorithm: () => sequence(oid('1.2.840.10045.4.3.3')), sign: (b) => sign('sha384', b, key) };
  return { algorithm: () => sequence(oid('1.2.840.113549.1.1.11'), none()), sign: (b) => sign('sha256', b, key) };
}

/** SHA-1 over the bits of the subjectPublicKey, the usual key identifier (RFC 5280 §4.2.1.2, method 1). */
export function keyIdentifier(key: KeyObject): Buffer {
  return createHash('sha1').update(subjectPublicKey(key)).digest();
}

/** The content of the BIT STRING that ends a SubjectPublicKeyInfo: an uncompressed point, or the PKCS#1 form for RSA. */
function subjectPublicKey(key: KeyObject): Buffer {
  if (key.asymmetricKeyType === 'rsa') return key.export({ type: 'pkcs1', format: 'der' });
  const { x, y } = key.export({ format: 'jwk' });
  return Buffer.concat([Buffer.of(4), Buffer.from(x ?? '', 'base64url'), Buffer.from(y ?? '', 'base64url')]);
}
