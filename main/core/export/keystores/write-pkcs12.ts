import { createHmac, type KeyObject } from 'node:crypto';
import type { Secret } from '../../../contract/index.ts';
import { bmp, type Der, encode, implicit, none, octets, oid, sequence, set, tagged } from '../../authority/der.ts';
import type { Host } from '../../host/host.ts';
import type { KeystoreCertificate } from './keystore-entries.ts';
import { type Encrypted, encryptCompatible, encryptModern, wholeNumber } from './passphrase-encryption.ts';
import { bmpPassphrase, deriveFromPassphrase } from './pkcs12-derivation.ts';
import { OIDS } from './pkcs12-oids.ts';

/**
 * `modern`: AES-256 and a MAC by SHA-256, which OpenSSL 1.1, Java 8u301, Windows 10 1709 and later read. `compatible`: Triple DES and a MAC by SHA-1, for macOS, Windows Server 2016 and
 * older Java. `open`: certificates as they are and a MAC by SHA-1: Java opens such a truststore with and without its passphrase (reference/certificates.md §4).
 */
export type Pkcs12Form = 'modern' | 'compatible' | 'open';

export interface Pkcs12Content {
  readonly key: { readonly privateKey: KeyObject; readonly alias: string; readonly localKeyId: string } | null;
  readonly certificates: readonly Omit<KeystoreCertificate, 'added'>[];
}

/**
 * What guessing a passphrase costs. `modern`: as Java does, five times OpenSSL's own number, some 40 ms a file, so that a thousand can be made in one go. `compatible`: OpenSSL's number,
 * which Windows has as well. `open` guards nothing that is secret.
 */
const ROUNDS: Readonly<Record<Pkcs12Form, number>> = { modern: 10_000, compatible: 2_048, open: 2_048 };

/** A PKCS#12 file (RFC 7292). The passphrase should be printable ASCII: readers disagree about everything else. */
export async function writePkcs12(
  host: Pick<Host, 'randomBytes'>,
  content: Pkcs12Content,
  passphrase: Secret,
  form: Pkcs12Form,
): Promise<Buffer> {
  const password = passphrase.reveal();
  const encrypt = (plain: Buffer): Promise<Encrypted> =>
    (form === 'modern' ? encryptModern : encryptCompatible)(host, plain, password, ROUNDS[form]);
  const certificates = encode(sequence(...content.certificates.map(certificateBag)));
  const contents = [form === 'open' ? plainContent(certificates) : encryptedContent(await encrypt(certificates))];
  if (content.key !== null) {
    const { privateKey, alias, localKeyId } = content.key;
    const { algorithm, bytes } = await encrypt(privateKey.export({ type: 'pkcs8', format: 'der' }));
    const bag = safeBag(OIDS.shroudedKeyBag, sequence(algorithm, octets(bytes)), {
      alias,
      localKeyId,
      trustedFor: null,
    });
    contents.push(plainContent(encode(sequence(bag))));
  }
  const safe = encode(sequence(...contents));
  const mac = await macOver(host, safe, password, form);
  return encode(sequence(wholeNumber(3), sequence(oid(OIDS.data), tagged(0, octets(safe))), mac));
}

function certificateBag(entry: Omit<KeystoreCertificate, 'added'>): Der {
  const value = sequence(oid(OIDS.x509Certificate), tagged(0, octets(entry.certificate.raw)));
  return safeBag(OIDS.certificateBag, value, entry);
}

function safeBag(
  kind: string,
  value: Der,
  names: Pick<KeystoreCertificate, 'alias' | 'localKeyId' | 'trustedFor'>,
): Der {
  const { alias, localKeyId, trustedFor } = names;
  const attributes = [
    ...(alias === null ? [] : [attribute(OIDS.friendlyName, bmp(alias))]),
    ...(localKeyId === null ? [] : [attribute(OIDS.localKeyId, octets(Buffer.from(localKeyId, 'hex')))]),
    ...(trustedFor === null ? [] : [attribute(OIDS.trustedKeyUsage, ...trustedFor.map(oid))]),
  ];
  return sequence(oid(kind), tagged(0, value), ...(attributes.length === 0 ? [] : [sorted(attributes)]));
}

function attribute(id: string, ...values: Der[]): Der {
  return sequence(oid(id), sorted(values));
}

/** A SET OF in the order of DER (X.690 §11.6). */
function sorted(values: readonly Der[]): Der {
  return set(...[...values].sort((left, right) => Buffer.compare(encode(left), encode(right))));
}

function plainContent(bytes: Buffer): Der {
  return sequence(oid(OIDS.data), tagged(0, octets(bytes)));
}

function encryptedContent({ algorithm, bytes }: Encrypted): Der {
  const info = sequence(oid(OIDS.data), algorithm, implicit(0, bytes));
  return sequence(oid(OIDS.encryptedData), tagged(0, sequence(wholeNumber(0), info)));
}

async function macOver(
  host: Pick<Host, 'randomBytes'>,
  safe: Buffer,
  password: string,
  form: Pkcs12Form,
): Promise<Der> {
  const { hash, id, bytes } =
    form === 'modern' ? { hash: 'sha256', id: OIDS.sha256, bytes: 32 } : { hash: 'sha1', id: OIDS.sha1, bytes: 20 };
  const salt = host.randomBytes(bytes);
  const key = await deriveFromPassphrase(hash, bmpPassphrase(password), salt, ROUNDS[form], 'mac', bytes);
  const digest = createHmac(hash, key).update(safe).digest();
  return sequence(sequence(sequence(oid(id), none()), octets(digest)), octets(salt), wholeNumber(ROUNDS[form]));
}
