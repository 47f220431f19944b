import { createHash, X509Certificate } from 'node:crypto';

const BLOCK = /-----BEGIN (?:TRUSTED )?CERTIFICATE-----[^-]+-----END (?:TRUSTED )?CERTIFICATE-----/g;

/** Every certificate in a text, as PEM blocks. */
export function certificatesIn(text: string): readonly string[] {
  return text.match(BLOCK) ?? [];
}

/** SHA-256 and SHA-1 over the certificate, in lower-case hexadecimal; null where it is none. */
export function fingerprintsOf(pem: string): { readonly sha256: string; readonly sha1: string } | null {
  try {
    const { raw } = new X509Certificate(pem);
    return { sha256: sum('sha256', raw), sha1: sum('sha1', raw) };
  } catch {
    // OpenSSL's ERR_OSSL errors: whatever it is, it is not a certificate.
    return null;
  }
}

/** Whether a text, such as a bundle, holds a certificate, however its lines are broken. */
export function holdsCertificate(text: string, pem: string): boolean {
  const wanted = bodyOf(pem);
  return certificatesIn(text).some((block) => bodyOf(block) === wanted);
}

/** A short sum over anything, by which a change is noticed. */
export function sumOf(...parts: readonly (string | Uint8Array | null)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part === null ? '\u0000absent' : part).update('\u0000');
  return hash.digest('hex').slice(0, 16);
}

function bodyOf(pem: string): string {
  return pem.replace(/-----[^-]+-----|\s+/g, '');
}

function sum(kind: string, bytes: Buffer): string {
  return createHash(kind).update(bytes).digest('hex');
}
