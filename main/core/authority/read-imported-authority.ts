import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { fail, type SealwireError, type Secret } from '../../contract/index.ts';
import { isUsableKey } from '../certificates/key-pair.ts';
import { identityIn } from '../export/keystores/identity-in.ts';
import { readKeystore } from '../export/keystores/read-keystore.ts';
import { rangeText } from './address-bytes.ts';
import { extendedUsesOf, pathLengthOf, signingUsages, strictProblems } from './certificate-fields.ts';
import { DerMistake } from './der-reader.ts';
import { nameLimitsOf } from './name-limits.ts';
import { pemCertificates } from './pem-certificates.ts';

/** An authority from elsewhere that can sign what every client accepts. */
export interface ImportedAuthority {
  /** The certificate that signs first, the root last. */
  readonly pem: string;
  readonly privateKey: KeyObject;
  /** Fingerprint of the certificate that signs. */
  readonly fingerprint256: string;
  /** Its name constraints as they are shown; null where it has none. */
  readonly permitted: readonly string[] | null;
  /** What some client will not like about it, in sentences. */
  readonly notes: readonly string[];
}

interface NamedBytes {
  readonly name: string;
  readonly bytes: Buffer;
}

interface Parts {
  readonly certificates: readonly X509Certificate[];
  readonly keys: readonly KeyObject[];
}

/** Larger than any chain with its key. */
const MOST_BYTES = 4 * 1024 * 1024;

/**
 * Reads an authority's certificate, key and chain from PEM, DER, PKCS#12 or JKS files, in any order, and checks that it is one: a CA that may sign certificates, whose key this is, in
 * force now, with a chain up to its root. Rejects with `AUTHORITY_REFUSED`, and with `KEYSTORE_LOCKED` or `KEYSTORE_UNREADABLE` for a keystore.
 */
export async function readImportedAuthority(
  files: readonly NamedBytes[],
  passphrase: Secret | null,
  now: Date,
): Promise<ImportedAuthority> {
  const parts: Parts[] = [];
  for (const file of files) parts.push(await partsOf(file, passphrase));
  const certificates = parts.flatMap((each) => each.certificates);
  const [privateKey, ...others] = parts.flatMap((each) => each.keys);
  if (certificates.length === 0)
    throw refused('There is no certificate in it', 'Choose the file of the CA certificate too.');
  if (privateKey === undefined) {
    throw refused(
      'There is no private key in it',
      'Choose the file of the private key too: without it nothing can be signed.',
    );
  }
  if (others.length > 0)
    throw refused('There is more than one private key in it', 'Keep only that of the CA that is to sign.');
  const signing = certificates.find((certificate) => certificate.checkPrivateKey(privateKey));
  if (signing === undefined)
    throw refused('The private key belongs to none of the certificates', 'Choose the certificate that goes with it.');
  const chain = chainOf(signing, certificates);
  try {
    checkChain(chain, privateKey, now);
    return {
      pem: chain.map((certificate) => certificate.toString()).join(''),
      privateKey,
      fingerprint256: signing.fingerprint256,
      permitted: permittedOf(chain),
      notes: notesOf(chain),
    };
  } catch (error) {
    if (!(error instanceof DerMistake)) throw error;
    throw refused(
      `A certificate of it is not encoded as it should be: ${error.message}`,
      'Get it anew from where it came.',
      error,
    );
  }
}

async function partsOf({ name, bytes }: NamedBytes, passphrase: Secret | null): Promise<Parts> {
  if (bytes.length > MOST_BYTES) throw refused(`${name} is larger than 4 MiB`, 'Choose the file of the CA.');
  const text = bytes.toString('latin1');
  if (text.includes('-----BEGIN ')) return pemParts(name, text, passphrase);
  const certificate = derCertificate(bytes);
  if (certificate !== null) return { certificates: [certificate], keys: [] };
  const key = derKey(bytes, passphrase);
  if (key !== null) return { certificates: [], keys: [key] };
  const found = identityIn(await readKeystore(bytes, passphrase, name), name);
  return { certificates: [found.certificate, ...found.chain], keys: [found.privateKey] };
}

function pemParts(name: string, text: string, passphrase: Secret | null): Parts {
  const keys = text.match(/-----BEGIN ([A-Z ]*PRIVATE KEY)-----[\s\S]*?-----END \1-----/g) ?? [];
  return {
    certificates: pemCertificates(text).map((pem) => readCertificate(name, pem)),
    keys: keys.map((pem) => pemKey(name, pem, passphrase)),
  };
}

function readCertificate(name: string, pem: string): X509Certificate {
  try {
    return new X509Certificate(pem);
  } catch (error) {
    throw refused(`A certificate in ${name} is damaged`, 'Get it anew from where it came.', error);
  }
}

function pemKey(name: string, pem: string, passphrase: Secret | null): KeyObject {
  const isEncrypted = /ENCRYPTED/.test(pem);
  if (isEncrypted && passphrase === null) {
    throw fail('KEYSTORE_LOCKED', {
      what: name,
      why: 'its key is encrypted, and no passphrase was given',
      fix: 'Give the passphrase of that key.',
    });
  }
  try {
    return createPrivateKey({
      key: pem,
      format: 'pem',
      ...(isEncrypted ? { passphrase: passphrase?.reveal() ?? '' } : {}),
    });
  } catch (error) {
    if (!isEncrypted) throw refused(`The private key in ${name} is damaged`, 'Get it anew from where it came.', error);
    const why = 'the passphrase is another one, or the file was changed';
    throw fail(
      'KEYSTORE_LOCKED',
      { what: name, why, fix: 'Type the passphrase that the key was encrypted with.' },
      { cause: error },
    );
  }
}

function derCertificate(bytes: Buffer): X509Certificate | null {
  try {
    return new X509Certificate(bytes);
  } catch {
    // Something else, which is tried next.
    return null;
  }
}

function derKey(bytes: Buffer, passphrase: Secret | null): KeyObject | null {
  try {
    return createPrivateKey({
      key: bytes,
      format: 'der',
      type: 'pkcs8',
      ...(passphrase === null ? {} : { passphrase: passphrase.reveal() }),
    });
  } catch {
    // Something else, which is tried next.
    return null;
  }
}

/** From the certificate that signs up to the root, by signatures. */
function chainOf(signing: X509Certificate, all: readonly X509Certificate[]): X509Certificate[] {
  const chain = [signing];
  for (let last = signing; !isSignedBy(last, last); ) {
    const issuer = all.find((each) => !chain.includes(each) && isSignedBy(last, each));
    if (issuer === undefined) {
      throw refused(
        `The certificate of its issuer is missing (${oneLine(last.issuer)})`,
        'Choose the files of its chain too, up to the root: agents are given the root to trust.',
      );
    }
    chain.push(issuer);
    last = issuer;
  }
  return chain;
}

function isSignedBy(certificate: X509Certificate, issuer: X509Certificate): boolean {
  return certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);
}

function checkChain(chain: readonly X509Certificate[], privateKey: KeyObject, now: Date): void {
  if (!isUsableKey(privateKey)) {
    throw refused(
      'Its key is of a kind that some client rejects',
      'Use a CA with P-256, P-384, or RSA with 2048 to 4096 bits.',
    );
  }
  chain.forEach((certificate, below) => {
    const name = oneLine(certificate.subject);
    if (!certificate.ca)
      throw refused(`${name} is not the certificate of a CA`, 'Choose that of the CA, not of a server under it.');
    if (!signingUsages(certificate).certificates) {
      throw refused(
        `${name} may not sign certificates (its key usage lacks keyCertSign)`,
        'Ask whoever runs that CA for one that may.',
      );
    }
    const most = pathLengthOf(certificate);
    if (most !== null && below > most) {
      throw refused(
        `${name} allows ${most} CAs below it, and there are ${below}`,
        'Ask for an intermediate that is allowed.',
      );
    }
    if (certificate.validToDate <= now)
      throw refused(`${name} expired on ${certificate.validToDate.toISOString()}`, 'Ask for one that is valid.');
    if (certificate.validFromDate > now) {
      throw refused(
        `${name} is valid only from ${certificate.validFromDate.toISOString()}`,
        "Wait until then, or set this machine's clock right.",
      );
    }
    const limits = nameLimitsOf(certificate);
    if (limits?.limitsSubjects === true) {
      throw refused(
        `${name} limits the subjects of what it signs, which Sealwire cannot keep to`,
        'Ask for a CA that limits names and addresses alone.',
      );
    }
    const isRoot = below === chain.length - 1;
    const uses = isRoot ? null : extendedUsesOf(certificate);
    if (uses !== null && !uses.includes('server')) {
      throw refused(
        `${name} may not sign for servers (its extended key usage lacks serverAuth)`,
        'Ask for a CA that may.',
      );
    }
    if (!isRoot && /sha1/i.test(certificate.signatureAlgorithm ?? '')) {
      throw refused(`${name} is signed with SHA-1, which clients reject`, 'Ask for one that is signed with SHA-256.');
    }
  });
}

/** The constraints nearest to the leaves that there are; names are judged by all of the chain. */
function permittedOf(chain: readonly X509Certificate[]): string[] | null {
  const limits = chain.map(nameLimitsOf).find((each) => each !== null);
  if (limits === undefined || limits === null) return null;
  return [
    ...(limits.permittedDomains ?? []).filter((domain) => domain !== ''),
    ...(limits.permittedRanges ?? []).flatMap((range) => rangeText(range) ?? []),
  ];
}

function notesOf(chain: readonly X509Certificate[]): string[] {
  const signing = chain[0];
  const strict = chain.flatMap((certificate, at) =>
    strictProblems(certificate, at === chain.length - 1).map(
      (problem) =>
        `${oneLine(certificate.subject)} ${problem}: Python from 3.13 on, and whatever else is strict, will reject what it signs.`,
    ),
  );
  if (signing === undefined) return strict;
  const uses = extendedUsesOf(signing);
  return [
    ...strict,
    ...(uses === null || uses.includes('client') || chain.length === 1
      ? []
      : ['It may not sign for clients (its extended key usage lacks clientAuth); servers are fine.']),
    ...(signingUsages(signing).revocationLists
      ? []
      : ['It may not sign revocation lists (its key usage lacks cRLSign).']),
  ];
}

function oneLine(name: string | undefined): string {
  return (name ?? '').split('\n').join(', ') || 'A certificate without a subject';
}

function refused(why: string, fix: string, cause?: unknown): SealwireError {
  return fail('AUTHORITY_REFUSED', { why, fix }, { cause });
}
