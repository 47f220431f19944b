import { X509Certificate } from 'node:crypto';
import { join } from 'node:path';
import { KEY_KINDS } from '../certificates/key-pair.ts';
import type { Wish } from './add-wished.ts';
import type { AuthorityRecord, CertificateRecord, WorkspaceRecord } from './workspace-record.ts';
import type { WorkspaceStore } from './workspace-store.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** Certificates are dated back by this much (reference/certificates.md §3.3). */
const BACKDATED_MS = 60 * MINUTE_MS;

/** Renewed so long before its end, or when a third of its life is left, whichever is later. */
const AHEAD_MS = 30 * DAY_MS;

/** A renewal that would not reach further by this share of a whole life is left alone: the authority itself is about to end. */
const LEAST_GAIN = 0.1;

/** The wish that renews a certificate. */
export function wishToRenew(store: WorkspaceStore, old: CertificateRecord): Wish {
  const { id, kind, names } = old;
  const key = KEY_KINDS.find((each) => each === old.key);
  const chain = old.hasKey ? null : store.host.disk.read(join(store.certificateFolder(id), 'cert.pem'));
  return {
    names,
    kind,
    key,
    minutes: Math.max(1, Math.round(lifeMs(old) / MINUTE_MS)),
    renews: id,
    ...(chain === null
      ? {}
      : { publicKey: new X509Certificate(chain).publicKey.export({ type: 'spki', format: 'der' }) }),
  };
}

/** When a certificate is renewed by itself, as milliseconds since 1970; null where that would gain nothing, because its authority ends too. */
export function renewalDueMs(certificate: CertificateRecord, authority: AuthorityRecord | undefined): number | null {
  const ends = Date.parse(certificate.notAfter);
  const life = lifeMs(certificate);
  const due = ends - Math.min(AHEAD_MS, life / 3);
  const reach = Math.min(due + life, Date.parse(authority?.intermediate?.notAfter ?? authority?.notAfter ?? ''));
  return reach - ends >= life * LEAST_GAIN ? due : null;
}

/** The certificate that the endpoint presents, if it is renewed by itself, and when. */
export function nextRenewal(record: WorkspaceRecord | null): { readonly id: string; readonly dueMs: number } | null {
  const served = record?.certificates.find(({ inUse }) => inUse);
  if (record === null || served === undefined) return null;
  const own = record.authorities.find(({ id, retiredAt }) => id === served.authority && retiredAt === null);
  const dueMs = renewalDueMs(served, own ?? record.authorities.find(({ current }) => current));
  return dueMs === null ? null : { id: served.id, dueMs };
}

/** What it lasts from the moment it was made. */
function lifeMs({ notBefore, notAfter }: CertificateRecord): number {
  const whole = Date.parse(notAfter) - Date.parse(notBefore);
  return whole > BACKDATED_MS ? whole - BACKDATED_MS : whole;
}
