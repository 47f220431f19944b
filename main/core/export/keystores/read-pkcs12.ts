import { createHmac, createPrivateKey, type KeyObject, timingSafeEqual, X509Certificate } from 'node:crypto';
import type { Secret } from '../../../contract/index.ts';
import { DerError, type DerValue, inside, itemsOf, numberOf, octetsOf, oidOf, readDer, TAGS } from './der-reader.ts';
import type { KeystoreCertificate, KeystoreEntries, KeystoreKey } from './keystore-entries.ts';
import { locked, readingKeystore } from './keystore-problems.ts';
import {
  decryptWith,
  derivePbkdf2,
  MOST_ROUNDS,
  type Opening,
  spend,
  UndecryptedError,
} from './passphrase-decryption.ts';
import { bmpPassphrase, deriveFromPassphrase } from './pkcs12-derivation.ts';
import { HASHES, HMACS, OIDS } from './pkcs12-oids.ts';

/** Bags within bags (RFC 7292 §4.2.6); nobody writes more than one level. */
const MOST_NESTED = 8;

/**
 * What a PKCS#12 file (RFC 7292) holds: modern ones (PBES2, MACs by SHA-2 or PBMAC1) and old ones (3DES, RC2), with or without a MAC, encrypted or not.
 * `what` names the file at the start of a sentence. Rejects with `KEYSTORE_LOCKED` where the passphrase does not open it, and `KEYSTORE_UNREADABLE` where it is
 * damaged, of a kind that is not known, or would cost too much.
 */
export async function readPkcs12(bytes: Buffer, passphrase: Secret | null, what: string): Promise<KeystoreEntries> {
  const text = passphrase?.reveal() ?? '';
  return readingKeystore(what, bytes, text === '', async () => {
    const [version, content, mac] = itemsOf(readDer(bytes), TAGS.sequence);
    if (numberOf(version) !== 3) throw new DerError('it is not a PKCS#12 file of version 3');
    const safe = octetsOf(contentOf(content, OIDS.data));
    const opening = await openingOf(mac, safe, text);
    if (opening === null) throw locked(what, text === '');
    return readSafe(safe, opening);
  });
}

/** How the file is opened, by the form of the passphrase that its MAC confirms; null where it confirms none. */
async function openingOf(mac: DerValue | undefined, safe: Buffer, passphrase: string): Promise<Opening | null> {
  const rounds = { left: MOST_ROUNDS };
  const opening: Opening = { passphrase, isBare: false, rounds };
  if (mac === undefined || (await isMacOf(mac, safe, opening))) return opening;
  const bare: Opening = { passphrase, isBare: true, rounds };
  return passphrase === '' && (await isMacOf(mac, safe, bare)) ? bare : null;
}

async function isMacOf(mac: DerValue, safe: Buffer, opening: Opening): Promise<boolean> {
  const [digestInfo, salt, roundsValue] = itemsOf(mac, TAGS.sequence);
  const [algorithm, digest] = itemsOf(digestInfo, TAGS.sequence);
  const [id, parameters] = itemsOf(algorithm, TAGS.sequence);
  const { hash, key } =
    oidOf(id) === OIDS.pbmac1
      ? await pbmac1Key(parameters, opening)
      : await pkcs12Key(oidOf(id), octetsOf(salt), roundsValue, opening);
  const wanted = octetsOf(digest);
  const made = createHmac(hash, key).update(safe).digest();
  return made.length === wanted.length && timingSafeEqual(made, wanted);
}

async function pkcs12Key(
  id: string,
  salt: Buffer,
  roundsValue: DerValue | undefined,
  opening: Opening,
): Promise<MacKey> {
  const hash = HASHES[id];
  if (hash === undefined) throw new DerError(`its MAC is of a kind that is not known (${id})`);
  const rounds = spend(opening, roundsValue === undefined ? 1 : numberOf(roundsValue));
  const passphrase = bmpPassphrase(opening.passphrase, opening.isBare);
  return { hash: hash.name, key: await deriveFromPassphrase(hash.name, passphrase, salt, rounds, 'mac', hash.bytes) };
}

interface MacKey {
  readonly hash: string;
  readonly key: Buffer;
}

/** RFC 9579: PBKDF2 and an HMAC, each with its own identifier; the length of the key stands in the parameters. */
async function pbmac1Key(parameters: DerValue | undefined, opening: Opening): Promise<MacKey> {
  const [derivation, scheme] = itemsOf(parameters, TAGS.sequence);
  const hash = HMACS[oidOf(itemsOf(scheme, TAGS.sequence)[0])];
  if (hash === undefined) throw new DerError('its MAC is of a kind that is not known');
  const length = itemsOf(derivation?.items[1], TAGS.sequence)
    .slice(2)
    .find(({ tag }) => tag === TAGS.integer);
  const bytes = numberOf(length);
  if (bytes > 1024) throw new DerError('the key of its MAC is too long');
  return { hash, key: await derivePbkdf2(derivation, bytes, opening) };
}

async function readSafe(safe: Buffer, opening: Opening): Promise<KeystoreEntries> {
  const certificates: KeystoreCertificate[] = [];
  const keys: KeystoreKey[] = [];
  for (const info of itemsOf(readDer(safe), TAGS.sequence)) {
    const isEncrypted = oidOf(info.items[0]) === OIDS.encryptedData;
    const plain = isEncrypted
      ? await decryptContent(contentOf(info, OIDS.encryptedData), opening)
      : octetsOf(contentOf(info, OIDS.data));
    const bags = isEncrypted ? decrypted(() => readDer(plain)) : readDer(plain);
    await readBags(bags, opening, { certificates, keys }, 0);
  }
  return { certificates, keys };
}

async function readBags(
  bags: DerValue,
  opening: Opening,
  found: { readonly certificates: KeystoreCertificate[]; readonly keys: KeystoreKey[] },
  level: number,
): Promise<void> {
  if (level > MOST_NESTED) throw new DerError('it is nested too deeply');
  for (const bag of itemsOf(bags, TAGS.sequence)) {
    const [id, value, attributes] = itemsOf(bag, TAGS.sequence);
    const kind = oidOf(id);
    const content = inside(value, 0);
    const names = readAttributes(attributes);
    if (kind === OIDS.certificateBag) {
      const certificate = readCertificate(content);
      if (certificate !== null) found.certificates.push({ ...names, certificate, added: null });
    } else if (kind === OIDS.keyBag || kind === OIDS.shroudedKeyBag) {
      const { alias, localKeyId } = names;
      const privateKey = kind === OIDS.keyBag ? privateKeyOf(content.raw) : await shroudedKey(content, opening);
      found.keys.push({ alias, localKeyId, privateKey });
    } else if (kind === OIDS.nestedBag) {
      await readBags(content, opening, found, level + 1);
    }
    // CRLs and secrets, the other kinds, are nothing that Sealwire uses.
  }
}

async function shroudedKey(content: DerValue, opening: Opening): Promise<KeyObject> {
  const [algorithm, encrypted] = itemsOf(content, TAGS.sequence);
  const der = await decryptWith(algorithm, octetsOf(encrypted), opening);
  decrypted(() => readDer(der));
  return privateKeyOf(der);
}

function privateKeyOf(der: Buffer): KeyObject {
  try {
    return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  } catch (error) {
    throw new DerError('its private key is damaged, or of a kind that OpenSSL does not know', { cause: error });
  }
}

/** Null for an SDSI certificate, which is not X.509. */
function readCertificate(content: DerValue): X509Certificate | null {
  const [id, value] = itemsOf(content, TAGS.sequence);
  if (oidOf(id) !== OIDS.x509Certificate) return null;
  try {
    return new X509Certificate(octetsOf(inside(value, 0)));
  } catch (error) {
    if (error instanceof DerError) throw error;
    throw new DerError('one of its certificates is damaged', { cause: error });
  }
}

function readAttributes(
  attributes: DerValue | undefined,
): Pick<KeystoreCertificate, 'alias' | 'localKeyId' | 'trustedFor'> {
  const all = attributes === undefined ? [] : itemsOf(attributes, TAGS.set);
  const valuesOf = (wanted: string): readonly DerValue[] | null => {
    const attribute = all.find((each) => oidOf(each.items[0]) === wanted);
    return attribute === undefined ? null : itemsOf(attribute.items[1], TAGS.set);
  };
  const [name] = valuesOf(OIDS.friendlyName) ?? [];
  const [keyId] = valuesOf(OIDS.localKeyId) ?? [];
  return {
    alias: nameOf(name),
    localKeyId: keyId === undefined ? null : octetsOf(keyId).toString('hex'),
    trustedFor: valuesOf(OIDS.trustedKeyUsage)?.map(oidOf) ?? null,
  };
}

/** BMPString by the standard, UTF-8 by some; a name in another form is no reason to refuse the file. */
function nameOf(value: DerValue | undefined): string | null {
  if (value?.tag === TAGS.utf8) return value.content.toString('utf8');
  if (value?.tag !== TAGS.bmp || value.content.length % 2 !== 0) return null;
  return Buffer.from(value.content).swap16().toString('utf16le');
}

async function decryptContent(encryptedData: DerValue, opening: Opening): Promise<Buffer> {
  const [, info] = itemsOf(encryptedData, TAGS.sequence);
  const [, algorithm, content] = itemsOf(info, TAGS.sequence);
  return decryptWith(algorithm, octetsOf(content, 0x80), opening);
}

/** What cannot be read after decryption was decrypted with another passphrase: one wrong padding in 256 looks right. */
function decrypted(read: () => DerValue): DerValue {
  try {
    return read();
  } catch (error) {
    throw new UndecryptedError('what was decrypted makes no sense', { cause: error });
  }
}

function contentOf(info: DerValue | undefined, kind: string): DerValue {
  const [id, content] = itemsOf(info, TAGS.sequence);
  if (oidOf(id) !== kind) throw new DerError(`a part is of a kind that is not known (${oidOf(id)})`);
  return inside(content, 0);
}
