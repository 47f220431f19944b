import type { KeyObject } from 'node:crypto';
import { distinguishedName, type GeneralName, subjectAltName } from '../authority/certificate-writer.ts';
import { bits, encode, integer, oid, ready, sequence, set, tagged } from '../authority/der.ts';
import { pemOf } from '../authority/pem-of.ts';
import { type KeyPair, signer } from './key-pair.ts';

/** The attribute that carries the wished extensions (RFC 2985 §5.4.2). */
const EXTENSION_REQUEST = '1.2.840.113549.1.9.14';
/** Longest common name (RFC 5280 appendix A.1, ub-common-name). */
const COMMON_NAME_LENGTH = 64;

/** A signing request (PKCS#10, RFC 2986) for a server of these names, as PEM, signed by the key that it is for. */
export function writeSigningRequest(names: readonly Exclude<GeneralName, { kind: 'uri' }>[], keys: KeyPair): string {
  const { algorithm, sign } = signer(keys.privateKey);
  const extensions = set(sequence(subjectAltName(names)));
  const content = sequence(
    integer(Buffer.of(0)),
    distinguishedName(commonNameFor(names)),
    ready(spki(keys.publicKey)),
    tagged(0, sequence(oid(EXTENSION_REQUEST), extensions)),
  );
  return pemOf('CERTIFICATE REQUEST', encode(sequence(content, algorithm(), bits(sign(encode(content))))));
}

function spki(key: KeyObject): Buffer {
  return key.export({ type: 'spki', format: 'der' });
}

function commonNameFor(names: readonly GeneralName[]): string {
  const found = names.find((name) => name.kind === 'dns' && name.name.length <= COMMON_NAME_LENGTH);
  return found?.kind === 'dns' ? found.name : 'apm-server';
}
