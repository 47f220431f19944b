import { createHmac, createSecretKey, type KeyObject, timingSafeEqual } from 'node:crypto';

export const KEY_BYTES = 32;
const NONCE = /^[\w-]{43}$/;

/** The secret of one start, in a form that prints nothing. */
export function instanceKey(bytes: Uint8Array): KeyObject {
  return createSecretKey(bytes);
}

/**
 * What `side` says to show that it knows the key: HMAC-SHA-256 over its own name, the address that was dialled and both nonces. The name
 * keeps a proof from being sent back as one's own, the address keeps it from being relayed by whoever listens elsewhere, the nonces
 * keep it from being used twice.
 */
export function proofOf(
  key: KeyObject,
  side: 'server' | 'client',
  address: string,
  clientNonce: string,
  serverNonce: string,
): string {
  const said = JSON.stringify(['sealwire control 1', side, address, clientNonce, serverNonce]);
  return createHmac('sha256', key).update(said).digest('base64url');
}

/** Compares in constant time; anything that is not a text of the same length is no proof. */
export function isProof(claim: unknown, expected: string): boolean {
  if (typeof claim !== 'string') return false;
  const claimed = Buffer.from(claim);
  const wanted = Buffer.from(expected);
  return claimed.length === wanted.length && timingSafeEqual(claimed, wanted);
}

/** Whether this is a nonce as both sides make them: 32 random bytes in base64url. */
export function isNonce(value: unknown): value is string {
  return typeof value === 'string' && NONCE.test(value);
}
