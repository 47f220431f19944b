import { X509Certificate } from 'node:crypto';
import { Secret } from '../../contract/index.ts';
import { issueAuthority } from '../authority/issue-authority.ts';
import { type Issuer, issueServerCertificate } from '../certificates/issue-server-certificate.ts';
import { keyKindOf } from '../certificates/key-pair.ts';
import type { ServerIdentity } from '../endpoint/ports.ts';
import { makeToken } from '../tokens/make-token.ts';
import type { Vault } from '../vault/vault.ts';
import { identityOf } from './open-workspace.ts';
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

/** An authority with its key-encryption key in the vault and its sealed key on disk. */
export async function addAuthority(
  store: WorkspaceStore,
  vault: Vault,
  request: { readonly id: string; readonly commonName: string; readonly permitted: readonly string[] | null },
): Promise<{ readonly record: AuthorityRecord; readonly issuer: Issuer; readonly kek: Buffer }> {
  const { id, commonName, permitted } = request;
  const issued = await issueAuthority(store.host, { commonName, permitted });
  const kek = store.host.randomBytes(32);
  await vault.set(authorityAccount(store.workspace, id), new Secret(kek.toString('base64')));
  const place = authorityPlace(store, id);
  store.createFolder(place.folder, sealedPairFiles(store.host, place, kek, issued));
  const { fingerprint256, validFromDate, validToDate } = new X509Certificate(issued.pem);
  const record: AuthorityRecord = {
    id,
    current: true,
    commonName,
    fingerprint256,
    notBefore: validFromDate.toISOString(),
    notAfter: validToDate.toISOString(),
    permitted: permitted === null ? null : [...permitted],
    structure: 'root',
    key: 'ec-p256',
    intermediate: null,
    retiredAt: null,
  };
  return { record, issuer: { ...issued, permitted }, kek };
}

/** A server certificate under the key-encryption key of its authority. */
export async function addCertificate(
  store: WorkspaceStore,
  authority: { readonly id: string; readonly issuer: Issuer; readonly kek: Buffer },
  names: readonly string[],
): Promise<{ readonly record: CertificateRecord; readonly identity: ServerIdentity }> {
  const issued = await issueServerCertificate(store.host, authority.issuer, names);
  const id = newId(store);
  const place = certificatePlace(store, id);
  store.createFolder(place.folder, sealedPairFiles(store.host, place, authority.kek, issued));
  const parsed = new X509Certificate(issued.pem);
  const record: CertificateRecord = {
    id,
    inUse: true,
    authority: authority.id,
    names: [...issued.names],
    key: keyKindOf(parsed.publicKey) ?? 'unknown',
    notBefore: parsed.validFromDate.toISOString(),
    notAfter: parsed.validToDate.toISOString(),
    serial: parsed.serialNumber,
    fingerprint256: parsed.fingerprint256,
    kind: 'server',
    hasKey: true,
    renews: null,
    revoked: null,
  };
  const keyPem = new Secret(issued.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
  return { record, identity: identityOf(record, issued.pem, keyPem) };
}

/** A token whose value is in the vault. */
export async function addToken(
  store: WorkspaceStore,
  vault: Vault,
  id: string,
): Promise<{ readonly record: TokenRecord; readonly value: Secret }> {
  const value = makeToken(store.host);
  await vault.set(tokenAccount(store.workspace, id), value);
  const createdAt = store.host.now().toISOString();
  return { record: { id, state: 'active', createdAt, lastUsedAt: null, usedBy: [] }, value };
}

/** 64 random bits: never met twice, also among homes that share one keychain. */
export function newId(store: Pick<WorkspaceStore, 'host'>): string {
  return store.host.randomBytes(8).toString('hex');
}
