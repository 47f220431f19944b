import type { X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import { certificateFields, extendedUsesOf } from '../../authority/certificate-fields.ts';
import { readDer } from '../../authority/der-reader.ts';
import { EXTENSIONS } from '../../authority/extension-ids.ts';
import { allBut, type CertificateFault, EVERYBODY, type FaultRule } from './fault.ts';
import { commonName, namesHost, namesOf, nameWords } from './names.ts';

const DAY_MS = 86_400_000;
const RENEW = 'Issue a new certificate for this server.';

/** What may be wrong with the server's own certificate, the plainest first. */
export const LEAF_RULES: readonly FaultRule[] = [
  ({ path: [leaf], now }) => {
    if (leaf === undefined) return [];
    if (leaf.validToDate <= now) {
      return fault(
        `It expired on ${day(leaf.validToDate)}, ${daysBetween(leaf.validToDate, now)} ago.`,
        EVERYBODY,
        RENEW,
      );
    }
    return leaf.validFromDate > now
      ? fault(
          `It is valid only from ${day(leaf.validFromDate)} on.`,
          EVERYBODY,
          'Wait until then, or set the clock right, of this machine or of the one that issued it.',
        )
      : [];
  },
  ({ path: [leaf], host }) => {
    if (leaf === undefined || namesHost(leaf, host)) return [];
    const fix = `Issue it for ${host}, or use one of its names in the URL.`;
    if (isAddressAsName(leaf, host)) {
      return fault(
        `It has the address ${host} as a DNS name, not as an address.`,
        allBut('ruby'),
        `Issue it with ${host} as an IP address in subjectAltName.`,
      );
    }
    if (namesOf(leaf).length > 0)
      return fault(`It does not cover ${host}; it is for ${nameWords(leaf)}.`, EVERYBODY, fix);
    const own = commonName(leaf.subject);
    return own.toLowerCase() === host.toLowerCase()
      ? fault(
          `It names ${host} in its subject alone and has no subjectAltName.`,
          // Python's own ssl takes it, urllib3 of its agent does not (reference/agents.md §3).
          allBut('java', 'node', 'ruby', 'curl'),
          `Issue it with ${host} in subjectAltName.`,
        )
      : fault(`It names no host at all: it has no subjectAltName, and its subject is ${own}.`, EVERYBODY, fix);
  },
  ({ path: [leaf] }) => {
    const uses = leaf === undefined ? null : extendedUsesOf(leaf);
    return uses === null || uses.includes('server')
      ? []
      : fault(
          'It may not be used for servers: its extended key usage lacks serverAuth.',
          EVERYBODY,
          'Issue it with serverAuth in extendedKeyUsage.',
        );
  },
  ({ path }) => path.flatMap((certificate, at) => keyFaults(certificate, at === 0 ? 'Its' : `The`, at)),
  ({ path }) =>
    // The signature of a root is never looked at.
    path
      .filter((each) => !isOwnIssuer(each) && /sha1|md5/i.test(each.signatureAlgorithm ?? ''))
      .flatMap((each) =>
        fault(
          `${each === path[0] ? 'It' : `The certificate of ${commonName(each.subject)}`} is signed with ${/md5/i.test(each.signatureAlgorithm ?? '') ? 'MD5' : 'SHA-1'}.`,
          allBut('java', 'dotnet', 'android'),
          'Issue it with a signature by SHA-256.',
        ),
      ),
  ({ path: [leaf, issuer] }) =>
    leaf === undefined || isOwnIssuer(leaf) || certificateFields(leaf).extensions.has(EXTENSIONS.authorityKeyIdentifier)
      ? []
      : fault(
          'It has no authority key identifier.',
          ['python-strict'],
          `Issue it with authorityKeyIdentifier${issuer === undefined ? '' : ` of ${commonName(issuer.subject)}`}.`,
        ),
  ({ path: [leaf] }) =>
    leaf !== undefined &&
    leaf.publicKey.asymmetricKeyType === 'ec' &&
    usageBits(leaf) !== null &&
    ((usageBits(leaf) ?? 0) & 0x80) === 0
      ? fault(
          'Its key usage lacks digitalSignature, without which a key of elliptic curves is of no use.',
          ['java', 'chromium'],
          'Issue it with digitalSignature in keyUsage.',
        )
      : [],
  ({ path: [leaf] }) =>
    leaf !== undefined && leaf.subject === undefined && !certificateFields(leaf).critical.has(EXTENSIONS.subjectAltName)
      ? fault(
          'Its subject is empty and its subjectAltName is not critical.',
          ['python-strict', 'java', 'chromium'],
          'Issue it with a common name.',
        )
      : [],
  ({ path: [leaf] }) => {
    if (leaf === undefined) return [];
    const days = Math.floor((leaf.validToDate.getTime() - leaf.validFromDate.getTime()) / DAY_MS);
    return days > 825
      ? fault(
          `It is valid for ${days} days, and no more than 825 are taken.`,
          ['apple'],
          'Issue it for at most 825 days.',
        )
      : [];
  },
  ({ path }) => {
    const [leaf] = path;
    return path.length === 1 && leaf !== undefined && isOwnIssuer(leaf) && !leaf.ca
      ? fault(
          'It signed itself and is no authority, which cannot be trusted everywhere.',
          ['chromium'],
          'Issue it by an authority; `sealwire cert issue` does.',
        )
      : [];
  },
  ({ path: [leaf] }) =>
    leaf !== undefined && ((certificateFields(leaf).serial[0] ?? 0) & 0x80) !== 0
      ? fault('Its serial number is negative.', ['go'], RENEW)
      : [],
];

/** Keys that are too short, or of a kind that not everybody knows. Node.js brings OpenSSL with its level 2 from 24 on, which wants 2048 bits. */
function keyFaults(certificate: X509Certificate, begin: string, at: number): CertificateFault[] {
  const { asymmetricKeyType: kind, asymmetricKeyDetails: details } = certificate.publicKey;
  const whose = at === 0 ? `${begin} key` : `${begin} key of ${commonName(certificate.subject)}`;
  const bits = details?.modulusLength ?? 0;
  if (kind === 'rsa' && bits < 2048) {
    return fault(
      `${whose} is RSA with ${bits} bits, and 2048 are the least.`,
      allBut('go', 'java', 'chromium', 'firefox', 'dotnet', 'android'),
      'Issue it with a key on P-256, or with RSA of 2048 bits or more.',
    );
  }
  if (kind === 'ed25519' || kind === 'ed448') {
    return fault(
      `${whose} is ${kind === 'ed25519' ? 'Ed25519' : 'Ed448'}, which Java knows from 15 on alone.`,
      ['chromium', 'firefox', 'apple'],
      'Issue it with a key on P-256.',
    );
  }
  if (kind === 'ec' && details?.namedCurve === 'secp521r1') {
    return fault(`${whose} is on P-521.`, ['chromium'], 'Issue it with a key on P-256 or P-384.');
  }
  return [];
}

function isAddressAsName(leaf: X509Certificate, host: string): boolean {
  return isIP(host) !== 0 && namesOf(leaf).some((name) => name.kind === 'dns' && name.name === host);
}

function isOwnIssuer({ subject, issuer }: X509Certificate): boolean {
  return subject === issuer;
}

/** The first byte of a key usage; null where there is none. */
function usageBits(certificate: X509Certificate): number | null {
  const usage = certificateFields(certificate).extensions.get(EXTENSIONS.keyUsage);
  return usage === undefined ? null : (readDer(usage).content[1] ?? 0);
}

function fault(sentence: string, refusedBy: CertificateFault['refusedBy'], fix: string): CertificateFault[] {
  return [{ sentence, refusedBy, fix }];
}

function day(date: Date): string {
  return date.toISOString().slice(0, 10);
}

function daysBetween(from: Date, to: Date): string {
  const days = Math.floor((to.getTime() - from.getTime()) / DAY_MS);
  return days === 0 ? 'less than a day' : `${days} day${days === 1 ? '' : 's'}`;
}
