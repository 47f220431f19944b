import { X509Certificate } from 'node:crypto';
import { fail } from '../../contract/index.ts';
import { nameLimitsOf } from '../authority/name-limits.ts';
import { pemCertificates } from '../authority/pem-certificates.ts';
import type { Issuer } from '../certificates/issuer.ts';
import type { Vault } from '../vault/vault.ts';
import type { Signer } from './change-workspace.ts';
import { openAuthority } from './open-workspace.ts';
import type { AuthorityRecord, WorkspaceRecord } from './workspace-record.ts';
import type { WorkspaceStore } from './workspace-store.ts';

/** The authority that signs: the one that is named, else the current one. Throws `NOT_FOUND` or `NOT_INITIALISED`. */
export function signingAuthority(workspace: string, record: WorkspaceRecord, id: string | undefined): AuthorityRecord {
  const found = record.authorities.find((each) => (id === undefined ? each.current : each.id === id));
  if (found !== undefined) return found;
  if (id === undefined) throw fail('NOT_INITIALISED', { workspace });
  throw fail('NOT_FOUND', { what: 'authority', id, fix: 'See `sealwire authority list`.' });
}

/** Opens an authority for as long as something is being signed. Rejects where it has expired, is retired, or its key is gone or damaged. */
export async function openSigner(store: WorkspaceStore, vault: Vault, authority: AuthorityRecord): Promise<Signer> {
  const { id, retiredAt } = authority;
  if (retiredAt !== null) {
    const fix = 'Issue it under the current authority: leave out its id.';
    throw fail('AUTHORITY_DAMAGED', { id, why: `it was retired on ${retiredAt}, and its key is destroyed`, fix });
  }
  const ends = authority.intermediate?.notAfter ?? authority.notAfter;
  if (Date.parse(ends) <= store.host.now().getTime()) throw expired(id, ends);
  const signing = await openAuthority(store, vault, authority);
  if ('problem' in signing) throw signing.problem;
  return { id, issuer: issuerOf(authority, signing.pem, signing.privateKey), kek: signing.kek };
}

/** What the authority's own chain says of the names that it may sign; without its key, as far as a check of names needs it. */
export function limitsOf(
  { structure, permitted }: Pick<AuthorityRecord, 'structure' | 'permitted'>,
  chainPem: string,
): Pick<Issuer, 'permitted' | 'limits'> {
  if (structure !== 'imported') return { permitted };
  const chain = pemCertificates(chainPem).map((pem) => new X509Certificate(pem));
  return { permitted: null, limits: chain.flatMap((certificate) => nameLimitsOf(certificate) ?? []) };
}

function issuerOf(authority: AuthorityRecord, pem: string, privateKey: Issuer['privateKey']): Issuer {
  return { pem, privateKey, ...limitsOf(authority, pem) };
}

function expired(id: string, notAfter: string): Error {
  return fail('AUTHORITY_DAMAGED', {
    id,
    why: `it expired on ${notAfter}`,
    fix: 'Make a new authority with Make it secure (or `sealwire init`); every agent then needs its new certificate.',
  });
}
