import type { Secret } from '../../../contract/index.ts';
import type { KeystoreCertificate } from './keystore-entries.ts';
import { JKS_MAGIC, jksDigest } from './read-jks.ts';

/** What a JKS entry needs; Java finds an alias in lower case alone. */
export type JksEntry = Pick<KeystoreCertificate, 'certificate'> & { readonly alias: string; readonly added: Date };

const VERSION = 2;
const TRUSTED_ENTRY = 2;

/**
 * A JKS truststore, the one kind that every Java opens with and without its passphrase (reference/certificates.md §4). Its digest is SHA-1 over passphrase and content, which guards against
 * accidents alone; there is nothing secret in it. Aliases come distinct and in lower case, see `distinctAliases`.
 */
export function writeJks(entries: readonly JksEntry[], passphrase: Secret): Buffer {
  const body = Buffer.concat([
    uint32(JKS_MAGIC),
    uint32(VERSION),
    uint32(entries.length),
    ...entries.map(trustedEntry),
  ]);
  return Buffer.concat([body, jksDigest(passphrase.reveal(), body)]);
}

function trustedEntry({ alias, added, certificate }: JksEntry): Buffer {
  const time = Buffer.alloc(8);
  time.writeBigInt64BE(BigInt(added.getTime()));
  const der = certificate.raw;
  return Buffer.concat([
    uint32(TRUSTED_ENTRY),
    modifiedUtf8(alias),
    time,
    modifiedUtf8('X.509'),
    uint32(der.length),
    der,
  ]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

/** As Java's `DataOutput.writeUTF`: two bytes of length, then each UTF-16 unit by itself, NUL in two bytes. */
function modifiedUtf8(text: string): Buffer {
  const bytes = Array.from({ length: text.length }, (_, index) => unitBytes(text.charCodeAt(index))).flat();
  return Buffer.concat([Buffer.of(bytes.length >> 8, bytes.length & 0xff), Buffer.from(bytes)]);
}

function unitBytes(unit: number): number[] {
  if (unit !== 0 && unit < 0x80) return [unit];
  if (unit < 0x800) return [0xc0 | (unit >> 6), 0x80 | (unit & 0x3f)];
  return [0xe0 | (unit >> 12), 0x80 | ((unit >> 6) & 0x3f), 0x80 | (unit & 0x3f)];
}
