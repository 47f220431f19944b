import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { join } from 'node:path';
import { SealwireError, Secret } from '../../contract/index.ts';
import { writeAtomically } from '../host/atomic-write.ts';
import type { Host } from '../host/host.ts';
import { keepAside } from '../host/keep-aside.ts';
import { seal, sealedBox, unseal } from '../vault/seal.ts';

/** Where a certificate and its private key are kept: the certificate readable by tools, the key sealed. */
export interface PairPlace {
  readonly folder: string;
  /** Files with certificates and what belongs into each, given all of the pair's: `ca.pem`, or `cert.pem` and `chain.pem`. */
  readonly certificates: (pem: string) => Readonly<Record<string, string>>;
  readonly key: string;
  /** Authenticated with the sealed key: a key file that was moved elsewhere does not open. */
  readonly purpose: string;
}

export interface OpenedPair {
  readonly pem: string;
  readonly keyPem: Secret;
  readonly privateKey: KeyObject;
  /** What was put right on the way, in sentences. */
  readonly repairs: readonly string[];
}

/**
 * The files of a pair. The sealed one holds the certificate beside the key, so that a certificate file that is lost or was exchanged is known as such and
 * can be written again.
 */
export function sealedPairFiles(
  host: Pick<Host, 'randomBytes'>,
  place: PairPlace,
  kek: Buffer,
  pair: { readonly pem: string; readonly privateKey: KeyObject | Secret },
): Record<string, string> {
  const key = pair.privateKey;
  const keyPem = key instanceof Secret ? key.reveal() : key.export({ type: 'pkcs8', format: 'pem' }).toString();
  const box = seal(host, kek, place.purpose, Buffer.from(keyPem + pair.pem));
  return {
    ...place.certificates(pair.pem),
    [place.key]: `${JSON.stringify(box)}\n`,
  };
}

/** Opens a pair, or says in a clause why it cannot be used. A missing or foreign certificate file is kept aside and written again. */
export function openSealedPair(
  host: Host,
  place: PairPlace,
  kek: Buffer,
  fingerprint256: string,
): OpenedPair | { readonly why: string } {
  const keyPath = join(place.folder, place.key);
  const bytes = host.disk.read(keyPath);
  if (bytes === null) return { why: `its key file ${keyPath} is missing` };
  const box = readBox(bytes);
  if (box === null) return { why: `its key file ${keyPath} is damaged` };
  const plain = unseal(kek, place.purpose, box)?.toString();
  if (plain === undefined) return { why: `its key file ${keyPath} does not open with the key in the vault` };
  const start = plain.indexOf('-----BEGIN CERTIFICATE-----');
  const keyPem = plain.slice(0, start);
  const pem = plain.slice(start);
  const privateKey = createPrivateKey(keyPem);
  const certificate = new X509Certificate(pem);
  if (certificate.fingerprint256 !== fingerprint256 || !certificate.checkPrivateKey(privateKey)) {
    return { why: `the key in ${keyPath} belongs to another certificate` };
  }
  return { pem, keyPem: new Secret(keyPem), privateKey, repairs: repairCertificates(host, place, pem) };
}

function readBox(bytes: Buffer): ReturnType<typeof sealedBox.parse> | null {
  try {
    return sealedBox.parse(JSON.parse(bytes.toString()));
  } catch {
    // Not JSON or not a box: the caller names the file, the parser's words add nothing.
    return null;
  }
}

function repairCertificates(host: Host, place: PairPlace, all: string): string[] {
  return Object.entries(place.certificates(all)).flatMap(([name, pem]) => {
    const path = join(place.folder, name);
    const found = host.disk.read(path);
    if (found?.toString() === pem) return [];
    try {
      const aside = found === null ? null : keepAside(host, path);
      writeAtomically(host, path, pem);
      return [
        aside === null
          ? `${path} was missing. It has been written again.`
          : `${path} was not the certificate that belongs there. It has been written again; what was found is kept as ${aside}.`,
      ];
    } catch (error) {
      if (!(error instanceof SealwireError)) throw error;
      return [
        `${path} is missing or not the certificate that belongs there, and could not be written again: ${error.message}`,
      ];
    }
  });
}
