import { X509Certificate } from 'node:crypto';
import { join } from 'node:path';
import type { Authority, Certificate, ProcedureOutput, Token } from '../../contract/index.ts';
import { shownName } from '../certificates/shown-name.ts';
import type { TokenUse } from '../tokens/token-book.ts';
import type { AuthorityRecord, CertificateRecord, TokenRecord } from './workspace-record.ts';

const DAY_MS = 86_400_000;

/** Whole days until then, rounded down; negative after it. */
export function daysLeft(now: Date, notAfter: string): number {
  return Math.floor((Date.parse(notAfter) - now.getTime()) / DAY_MS);
}

/** An authority as the contract shows it, with the files that hold it. */
export function authorityShape(
  now: Date,
  record: AuthorityRecord,
  { path, ownPath }: Pick<Authority, 'path' | 'ownPath'>,
  certificates: readonly CertificateRecord[],
): Authority {
  const { id, current, commonName, fingerprint256, notBefore, notAfter, permitted } = record;
  const { structure, key, intermediate, retiredAt } = record;
  const isValid = (certificate: CertificateRecord): boolean =>
    certificate.authority === id && certificate.revoked === null && Date.parse(certificate.notAfter) > now.getTime();
  return {
    id,
    current,
    path,
    ownPath,
    fingerprint256,
    notBefore,
    notAfter,
    nameConstrained: permitted !== null,
    commonName,
    permittedNames: permitted ?? [],
    daysLeft: daysLeft(now, notAfter),
    state: retiredAt !== null ? 'retired' : current ? 'current' : 'older',
    structure,
    key,
    intermediate,
    retiredAt,
    validCertificates: certificates.filter(isValid).length,
  };
}

/** What a certificate's shape depends on beside its own record. */
export interface CertificateSurroundings {
  readonly now: Date;
  /** Null where the files exist in memory alone. */
  readonly folder: string | null;
  readonly caPath: string | null;
  /** The certificate that renewed it. */
  readonly renewedBy: string | null;
  readonly renewsItselfAt: string | null;
}

/** A certificate as the contract shows it. The key's path is null: what lies there is sealed and of no use to other programs. */
export function certificateShape(record: CertificateRecord, around: CertificateSurroundings): Certificate {
  const { id, inUse, authority, names, key, notBefore, notAfter, serial, fingerprint256 } = record;
  const { now, folder, caPath, renewedBy, renewsItselfAt } = around;
  return {
    id,
    kind: record.kind,
    names,
    key,
    notBefore,
    notAfter,
    serial,
    fingerprint256,
    authority,
    files: {
      cert: folder === null ? null : join(folder, 'cert.pem'),
      key: null,
      chain: folder === null ? null : join(folder, 'chain.pem'),
      ca: caPath,
      p12: null,
      jks: null,
    },
    daysLeft: daysLeft(now, notAfter),
    inUse,
    shownNames: names.map(shownName),
    state: stateOf(record, now, renewedBy),
    hasKey: record.hasKey,
    renews: record.renews,
    renewedBy,
    revokedAt: record.revoked?.at ?? null,
    revocationReason: record.revoked?.reason ?? null,
    renewsItselfAt,
  };
}

function stateOf(record: CertificateRecord, now: Date, renewedBy: string | null): Certificate['state'] {
  if (record.revoked !== null) return 'revoked';
  if (Date.parse(record.notAfter) <= now.getTime()) return 'expired';
  if (Date.parse(record.notBefore) > now.getTime()) return 'not-yet-valid';
  return renewedBy === null ? 'valid' : 'renewed';
}

/** A token as the contract shows it, with the use that the process has seen since it was written. */
export function tokenShape({ id, state, createdAt, until }: TokenRecord, { lastUsedAt, usedBy }: TokenUse): Token {
  return { id, state, createdAt, lastUsedAt, usedBy: [...usedBy], until };
}

/** The certificate's own fields, read from the PEM and labelled for a person. */
export function certificateDetails(shape: Certificate, pem: string): ProcedureOutput<'certificate.show'> {
  const parsed = new X509Certificate(pem);
  const oneLine = (name: string): string => name.split('\n').join(', ');
  return {
    ...shape,
    pem,
    subject: oneLine(parsed.subject),
    issuer: oneLine(parsed.issuer),
    text: [
      ['Subject', oneLine(parsed.subject)],
      ['Issuer', oneLine(parsed.issuer)],
      ['Names', shape.shownNames.join(', ')],
      ['Valid from', parsed.validFromDate.toISOString()],
      ['Valid until', parsed.validToDate.toISOString()],
      ['Serial number', parsed.serialNumber],
      ['Key', shape.key],
      ['Signature algorithm', parsed.signatureAlgorithm ?? 'not known'],
      ['Use', shape.kind === 'server' ? 'server authentication' : 'client authentication'],
      ['SHA-256 fingerprint', parsed.fingerprint256],
      ['SHA-1 fingerprint', parsed.fingerprint],
    ],
  };
}
