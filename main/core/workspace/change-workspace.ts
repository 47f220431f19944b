import { X509Certificate } from 'node:crypto';
import { type CertificateKind, Secret } from '../../contract/index.ts';
import { type AuthorityRequest, issueAuthority, issueTwoTierAuthority } from '../authority/issue-authority.ts';
import { pemCertificates } from '../authority/pem-certificates.ts';
import type { Issuer } from '../certificates/issuer.ts';
import { keyText } from '../certificates/key-pair.ts';
import { makeToken } from '../tokens/make-token.ts';
import type { Vault } from '../vault/vault.ts';
import { authorityRecordOf } from './authority-record-of.ts';
import { sealedPairFiles } from './sealed-pair.ts';
import { authorityPlace, certificatePlace } from './workspace-pairs.ts';
import {
  type AuthorityRecord,
  authorityAccount,
  type CertificateRecord,
  type TokenRecord,
  tokenAccount,
} from './workspace-record.ts';
import type { WorkspaceStore } from './workspace-store.ts';

/*
 * The single steps of a change. Each writes only under new ids, so until the record that names them is committed the workspace is
 * what it was. Whoever calls a step that writes to the vault announces the account first.
 */

/** An authority that can sign now, and the key that seals its own and those of the certificates under it. */
export interface Signer {
  readonly id: string;
  readonly issuer: Issuer;
  readonly kek: Buffer;
}

/** A new authority with its key-encryption key in the vault and its sealed key on disk. */
export async function addAuthority(
  store: WorkspaceStore,
  vault: Vault,
  request: AuthorityRequest & { readonly id: string; readonly twoTier?: boolean | undefined },
): Promise<Signer & { readonly record: AuthorityRecord }> {
  const { permitted } = request;
  const isTwoTier = request.twoTier === true;
  const issued = await (isTwoTier ? issueTwoTierAuthority : issueAuthority)(store.host, request);
  const structure = isTwoTier ? 'two-tier' : 'root';
  return keepAuthority(store, vault, { ...issued, permitted }, { id: request.id, structure, permitted });
}

/** Seals the key of an authority that exists already. */
export async function keepAuthority(
  store: WorkspaceStore,
  vault: Vault,
  issuer: Issuer,
  about: Pick<AuthorityRecord, 'id' | 'structure'> & { readonly permitted: readonly string[] | null },
): Promise<Signer & { readonly record: AuthorityRecord }> {
  const kek = store.host.randomBytes(32);
  await vault.set(authorityAccount(store.workspace, about.id), new Secret(kek.toString('base64')));
  const place = authorityPlace(store, about.id);
  store.createFolder(place.folder, sealedPairFiles(store.host, place, kek, issuer));
  return { id: about.id, record: authorityRecordOf(issuer.pem, about), issuer, kek };
}

/** What was issued: the certificate first, then its intermediates; without a key where a signing request was signed. */
export interface Issued {
  readonly kind: CertificateKind;
  readonly names: readonly string[];
  readonly pem: string;
  readonly keyPem: Secret | null;
  readonly renews: string | null;
}

/** A certificate, its key sealed under the key-encryption key of its authority. It is not in use. */
export function addCertificate(
  store: WorkspaceStore,
  { id: authority, kek }: Signer,
  issued: Issued,
): CertificateRecord {
  const { kind, names, pem, keyPem, renews } = issued;
  const id = newId(store);
  const place = certificatePlace(store, id);
  const files =
    keyPem === null ? place.certificates(pem) : sealedPairFiles(store.host, place, kek, { pem, privateKey: keyPem });
  store.createFolder(place.folder, files);
  const parsed = new X509Certificate(pemCertificates(pem)[0] ?? pem);
  return {
    id,
    inUse: false,
    authority,
    names: [...names],
    key: keyText(parsed.publicKey),
    notBefore: parsed.validFromDate.toISOString(),
    notAfter: parsed.validToDate.toISOString(),
    serial: parsed.serialNumber,
    fingerprint256: parsed.fingerprint256,
    kind,
    hasKey: keyPem !== null,
    renews,
    revoked: null,
  };
}

/** A token whose value is in the vault. */
export async function addToken(
  store: WorkspaceStore,
  vault: Vault,
  id: string,
  value: Secret = makeToken(store.host),
): Promise<{ readonly record: TokenRecord; readonly value: Secret }> {
  await vault.set(tokenAccount(store.workspace, id), value);
  const createdAt = store.host.now().toISOString();
  return { record: { id, state: 'active', createdAt, lastUsedAt: null, usedBy: [], until: null }, value };
}

/** 64 random bits: never met twice, also among homes that share one keychain. */
export function newId(store: Pick<WorkspaceStore, 'host'>): string {
  return store.host.randomBytes(8).toString('hex');
}
