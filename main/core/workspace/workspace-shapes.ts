import { X509Certificate } from 'node:crypto';
import { join } from 'node:path';
import type { Authority, Certificate, ProcedureOutput, Token } from '../../contract/index.ts';
import type { TokenUse } from '../tokens/token-book.ts';
import type { AuthorityRecord, CertificateRecord, TokenRecord } from './workspace-record.ts';

const DAY_MS = 86_400_000;

/** Whole days until then, rounded down; negative after it. */
export function daysLeft(now: Date, notAfter: string): number {
  return Math.floor((Date.parse(notAfter) - now.getTime()) / DAY_MS);
}

/** An authority as the contract shows it; `path` is the PEM file that agents are given. */
export function authorityShape(now: Date, record: AuthorityRecord, path: string): Authority {
  const { id, current, commonName, fingerprint256, notBefore, notAfter, permitted } = record;
  return {
    id,
    current,
    path,
    fingerprint256,
    notBefore,
    notAfter,
    nameConstrained: permitted !== null,
    commonName,
    permittedNames: permitted ?? [],
    daysLeft: daysLeft(now, notAfter),
  };
}

/** `folder` is null where the files exist in memory alone. The key's path is null: what lies there is sealed and of no use to other programs. */
export function certificateShape(
  now: Date,
  record: CertificateRecord,
  folder: string | null,
  caPath: string | null,
): Certificate {
  const { id, inUse, authority, names, key, notBefore, notAfter, serial, fingerprint256 } = record;
  return {
    id,
    kind: 'server',
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
  };
}

/** A token as the contract shows it, with the use that the process has seen since it was written. */
export function tokenShape({ id, state, createdAt }: TokenRecord, { lastUsedAt, usedBy }: TokenUse): Token {
  return { id, state, createdAt, lastUsedAt, usedBy: [...usedBy] };
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
      ['Names', shape.names.join(', ')],
      ['Valid from', parsed.validFromDate.toISOString()],
      ['Valid until', parsed.validToDate.toISOString()],
      ['Serial number', parsed.serialNumber],
      ['Key', shape.key],
      ['Signature algorithm', parsed.signatureAlgorithm ?? 'not known'],
      ['Use', 'server authentication'],
      ['SHA-256 fingerprint', parsed.fingerprint256],
      ['SHA-1 fingerprint', parsed.fingerprint],
    ],
  };
}
