import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import { isIP } from 'node:net';
import { fail } from '../../contract/index.ts';
import { extensionsIn } from '../authority/certificate-fields.ts';
import {
  bitStringBytes,
  childrenOf,
  DerMistake,
  type DerValue,
  expectTag,
  oidText,
  readDer,
  TAG,
} from '../authority/der-reader.ts';
import { EXTENSIONS } from '../authority/extension-ids.ts';
import { isUsableKey } from './key-pair.ts';

/** What is taken from a signing request: the key, and the names that it asks for. Its subject and everything else is left aside. */
export interface SigningRequest {
  readonly publicKey: KeyObject;
  readonly names: readonly string[];
}

/** Larger than any request with a hundred names. */
const MOST_BYTES = 64 * 1024;

/** Attributes that carry the wished extensions: RFC 2985 §5.4.2, and what old Windows writes. */
const EXTENSION_REQUESTS = new Set(['1.2.840.113549.1.9.14', '1.3.6.1.4.1.311.2.1.14']);

/** Signatures that a request may prove its key with. */
const HASHES: Readonly<Record<string, string>> = {
  '1.2.840.10045.4.3.2': 'sha256',
  '1.2.840.10045.4.3.3': 'sha384',
  '1.2.840.10045.4.3.4': 'sha512',
  '1.2.840.113549.1.1.11': 'sha256',
  '1.2.840.113549.1.1.12': 'sha384',
  '1.2.840.113549.1.1.13': 'sha512',
};

/**
 * Reads a PKCS#10 request (RFC 2986), PEM or DER, and checks that whoever made it has the key. Throws `REQUEST_UNREADABLE` for everything else, whatever the
 * bytes.
 */
export function readSigningRequest(bytes: Buffer): SigningRequest {
  try {
    if (bytes.length > MOST_BYTES) throw new DerMistake('it is larger than 64 KiB');
    return readRequest(readDer(derOf(bytes)));
  } catch (error) {
    if (!(error instanceof DerMistake)) throw error;
    throw fail(
      'REQUEST_UNREADABLE',
      {
        why: error.message,
        fix: 'Make it anew, for example: openssl req -new -key KEY -out FILE -addext subjectAltName=DNS:HOST',
      },
      { cause: error },
    );
  }
}

function readRequest(request: DerValue): SigningRequest {
  const [info, algorithm, signature] = childrenOf(expectTag(request, TAG.sequence, 'the request'));
  const [version, subject, spki, attributes] = childrenOf(expectTag(info, TAG.sequence, 'its content'));
  expectTag(version, TAG.integer, 'its version');
  expectTag(subject, TAG.sequence, 'its subject');
  const publicKey = publicKeyOf(expectTag(spki, TAG.sequence, 'its public key').whole);
  const hash = HASHES[oidText(childrenOf(expectTag(algorithm, TAG.sequence, 'its signature algorithm'))[0])];
  if (hash === undefined)
    throw new DerMistake('it is signed in a way that is not accepted (SHA-2 with RSA or ECDSA is)');
  if (!isProven(info?.whole ?? Buffer.alloc(0), hash, publicKey, bitStringBytes(signature))) {
    throw new DerMistake(
      'its signature is not that of its key: it was changed, or made by somebody who does not have the key',
    );
  }
  return { publicKey, names: attributes === undefined ? [] : namesIn(attributes) };
}

function publicKeyOf(spki: Buffer): KeyObject {
  let key: KeyObject;
  try {
    key = createPublicKey({ key: spki, format: 'der', type: 'spki' });
  } catch (error) {
    throw new DerMistake('its public key cannot be read', { cause: error });
  }
  if (isUsableKey(key)) return key;
  throw new DerMistake(
    'its key is of a kind that some client rejects; use P-256, P-384, or RSA with 2048 to 4096 bits',
  );
}

function isProven(content: Buffer, hash: string, key: KeyObject, signature: Buffer): boolean {
  try {
    return verify(hash, content, key, signature);
  } catch {
    // A signature of another kind of key than this one: OpenSSL does not even begin.
    return false;
  }
}

/** The subjectAltName of the wished extensions; other kinds of names are left aside. */
function namesIn(attributes: DerValue): string[] {
  if (attributes.tag !== 0xa0) throw new DerMistake('its attributes are missing');
  return childrenOf(attributes).flatMap((attribute) => {
    const [type, values] = childrenOf(expectTag(attribute, TAG.sequence, 'an attribute'));
    if (!EXTENSION_REQUESTS.has(oidText(type))) return [];
    const wished = extensionsIn(childrenOf(expectTag(values, TAG.set, 'the wished extensions'))[0]);
    const names = wished.get(EXTENSIONS.subjectAltName);
    return names === undefined ? [] : childrenOf(readDer(names)).flatMap(nameText);
  });
}

function nameText({ tag, content }: DerValue): string[] {
  if (tag === 0x82 || tag === 0x86) {
    const text = content.toString('latin1');
    if (!/^[\x21-\x7e]+$/.test(text))
      throw new DerMistake('one of its names holds something else than printable letters');
    return [text];
  }
  return tag === 0x87 ? [addressText(content)] : [];
}

function addressText(bytes: Buffer): string {
  const groups = Array.from({ length: 8 }, (_, at) => bytes.subarray(2 * at, 2 * at + 2).toString('hex'));
  const text = bytes.length === 4 ? [...bytes].join('.') : groups.join(':');
  if (isIP(text) === 0) throw new DerMistake('one of its addresses has neither 4 nor 16 bytes');
  return text;
}

/** One request in PEM, or DER as it is. */
function derOf(bytes: Buffer): Buffer {
  if (bytes[0] === TAG.sequence) return bytes;
  const text = bytes.toString('latin1');
  const found = [
    ...text.matchAll(/-----BEGIN (?:NEW )?CERTIFICATE REQUEST-----([^-]*)-----END (?:NEW )?CERTIFICATE REQUEST-----/g),
  ];
  const [first, ...others] = found;
  if (first === undefined) {
    throw new DerMistake(
      text.includes('-----BEGIN CERTIFICATE-----')
        ? 'it is a certificate, not a request for one'
        : 'it is neither PEM ("-----BEGIN CERTIFICATE REQUEST-----") nor DER',
    );
  }
  if (others.length > 0) throw new DerMistake('there is more than one request in it');
  return Buffer.from(first[1] ?? '', 'base64');
}
