import { createCipheriv, createDecipheriv } from 'node:crypto';
import { z } from 'zod';
import type { Host } from '../host/host.ts';

/** AES-256-GCM output as it is written to a file; every field is base64. */
export const sealedBox = z.object({
  cipher: z.literal('aes-256-gcm'),
  nonce: z.base64(),
  tag: z.base64(),
  text: z.base64(),
});

export type SealedBox = z.infer<typeof sealedBox>;

/**
 * Encrypts `plain` under a 32-byte key with a fresh 96-bit nonce (NIST SP 800-38D). `purpose` is authenticated with it, so that a box
 * that was moved to another place in the data folder does not open there.
 */
export function seal(host: Pick<Host, 'randomBytes'>, key: Buffer, purpose: string, plain: Uint8Array): SealedBox {
  const nonce = host.randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(purpose));
  const text = Buffer.concat([cipher.update(plain), cipher.final()]);
  return {
    cipher: 'aes-256-gcm',
    nonce: nonce.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
    text: text.toString('base64'),
  };
}

/** The plain bytes of a box, or null where key, purpose or content do not fit together. */
export function unseal(key: Buffer, purpose: string, box: SealedBox): Buffer | null {
  const nonce = Buffer.from(box.nonce, 'base64');
  const tag = Buffer.from(box.tag, 'base64');
  if (nonce.length !== 12 || tag.length !== 16 || key.length !== 32) return null;
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: 16 });
  decipher.setAAD(Buffer.from(purpose));
  decipher.setAuthTag(tag);
  const start = decipher.update(Buffer.from(box.text, 'base64'));
  try {
    return Buffer.concat([start, decipher.final()]);
  } catch {
    // "Unsupported state or unable to authenticate data": the tag does not match, which is what null says.
    return null;
  }
}
