import { X509Certificate } from 'node:crypto';
import { join } from 'node:path';
import { type AuthorityAnswer, type Certificate, type ChangedTopic, fail } from '../../contract/index.ts';
import { pemCertificates } from '../authority/pem-certificates.ts';
import { permittedNames } from '../authority/permitted-names.ts';
import type { Signable } from '../certificates/accepted-names.ts';
import { ownHostName } from '../certificates/suggested-names.ts';
import type { ExportMaterial } from '../export/export-format.ts';
import type { CertificateBook } from '../parts.ts';
import { type AuthorityChange, importAuthority, makeAuthority, retireAuthority } from './authority-changes.ts';
import { caPath } from './ca-path.ts';
import {
  certificateIn,
  certificatePem,
  issueCertificate,
  renewCertificate,
  revokeCertificate,
  successorOf,
} from './certificate-changes.ts';
import { issueMany } from './issue-many.ts';
import { limitsOf, signingAuthority } from './open-signer.ts';
import { openLeafKey } from './open-workspace.ts';
import { nextRenewal } from './renewal.ts';
import { revocationList } from './revocation-list.ts';
import type { AuthorityRecord, CertificateRecord } from './workspace-record.ts';
import { authorityShape, certificateDetails, certificateShape } from './workspace-shapes.ts';
import { ready, type WorkspaceState } from './workspace-state.ts';

type Exclusive = <T>(topics: ChangedTopic[], action: () => Promise<T>) => Promise<T>;

/** Authorities and certificates of an open workspace. `exclusive` runs one change after the other and tells the topics. */
export function certificateBook(state: WorkspaceState, exclusive: Exclusive): CertificateBook {
  const changing = <T>(action: () => Promise<T>): Promise<T> => exclusive(['certificates', 'status'], action);
  const show = (record: CertificateRecord): Certificate => {
    const shown = shapesOf(state, [record])[0];
    if (shown === undefined) throw fail('INTERNAL', { why: 'a certificate has no shape' });
    return shown;
  };
  const answer = ({ record, notes }: AuthorityChange): AuthorityAnswer => ({
    authority: showAuthority(state, record),
    notes: [...notes],
  });
  return {
    authorities: () => (state.record?.authorities ?? []).map((authority) => showAuthority(state, authority)),
    certificates: () => shapesOf(state, state.record?.certificates ?? []),
    issueCertificate: (request) => changing(async () => show(await issueCertificate(state, request))),
    issueMany: (requests, signal, didIssue) =>
      changing(async () => shapesOf(state, await issueMany(state, requests, signal, didIssue))),
    successor: () => successorOf(state),
    renewCertificate: (id, how) => changing(async () => show(await renewCertificate(state, id, how))),
    revokeCertificate: (id, reason) => changing(async () => show(await revokeCertificate(state, id, reason))),
    showCertificate: (id) => {
      const { record, pem } = certificatePem(state, id);
      return certificateDetails(show(record), pem);
    },
    exportMaterial: async (id) => (id === null ? trustedMaterial(state) : leafMaterial(state, id)),
    authorityMaterial: (id) => authorityMaterial(state, id),
    revocationList: (authority) => revocationList(state, authority),
    signable: (authority) => signable(state, authority),
    newAuthority: (wish) => changing(async () => answer(await makeAuthority(state, wish))),
    importAuthority: (files, passphrase) =>
      changing(async () => answer(await importAuthority(state, files, passphrase))),
    retireAuthority: (id) => changing(async () => answer(await retireAuthority(state, id))),
    revokedClients: () =>
      (state.record?.certificates ?? [])
        .filter(({ kind, revoked }) => kind === 'client' && revoked !== null)
        .map(({ fingerprint256 }) => fingerprint256),
    nextRenewal: () => nextRenewal(state.record),
  };
}

function showAuthority(state: WorkspaceState, authority: AuthorityRecord): ReturnType<typeof authorityShape> {
  const own = join(state.durable.authorityFolder(authority.id), 'ca.pem');
  const path = (authority.current ? caPath(state) : null) ?? own;
  // Where secrets last for this session, nothing but the file for agents is on the disk.
  const ownPath = state.store === state.durable ? own : path;
  return authorityShape(state.host.now(), authority, { path, ownPath }, state.record?.certificates ?? []);
}

function shapesOf(state: WorkspaceState, records: readonly CertificateRecord[]): Certificate[] {
  const now = state.host.now();
  const path = caPath(state);
  const renewal = nextRenewal(state.record);
  const all = state.record?.certificates ?? [];
  const successors = new Map(all.flatMap(({ id, renews }) => (renews === null ? [] : [[renews, id] as const])));
  return records.map((record) =>
    certificateShape(record, {
      now,
      folder: state.store === state.durable ? state.durable.certificateFolder(record.id) : null,
      caPath: path,
      renewedBy: successors.get(record.id) ?? null,
      renewsItselfAt: renewal?.id === record.id ? new Date(renewal.dueMs).toISOString() : null,
    }),
  );
}

function signable({ record, store, host }: WorkspaceState, id: string | undefined): Signable {
  const authority = record?.authorities.find((each) => (id === undefined ? each.current : each.id === id));
  if (authority !== undefined) return limitsOf(authority, chainPem(store, authority) ?? '');
  if (id === undefined) return { permitted: permittedNames(ownHostName(host), []) };
  throw fail('NOT_FOUND', { what: 'authority', id, fix: 'See `sealwire authority list`.' });
}

/** The certificates of an authority as they lie on disk, the one that signs first; null where they are missing. */
function chainPem(
  { host, authorityFolder }: WorkspaceState['store'],
  { id, intermediate }: AuthorityRecord,
): string | null {
  const name = intermediate === null ? 'ca.pem' : 'issuing.pem';
  return host.disk.read(join(authorityFolder(id), name))?.toString() ?? null;
}

function rootPem({ store }: WorkspaceState, id: string): string {
  const path = join(store.authorityFolder(id), 'ca.pem');
  const bytes = store.host.disk.read(path);
  if (bytes !== null) return bytes.toString();
  throw fail('AUTHORITY_DAMAGED', {
    id,
    why: `its file ${path} is missing`,
    fix: 'Restart Sealwire, which writes it again.',
  });
}

function trustedMaterial(state: WorkspaceState): ExportMaterial {
  const { store, record, workspace } = state;
  if (record === null) throw fail('NOT_INITIALISED', { workspace });
  const bundle = store.host.disk.read(store.bundlePath)?.toString();
  const current = signingAuthority(workspace, record, undefined);
  const authorities = bundle === undefined ? [rootPem(state, current.id)] : pemCertificates(bundle);
  return { name: 'ca', certificate: null, chain: [], authorities, privateKey: null };
}

function authorityMaterial(state: WorkspaceState, id: string): ExportMaterial {
  const { workspace } = state;
  if (state.record === null) throw fail('NOT_INITIALISED', { workspace });
  signingAuthority(workspace, state.record, id);
  return { name: 'ca', certificate: null, chain: [], authorities: [rootPem(state, id)], privateKey: null };
}

async function leafMaterial(state: WorkspaceState, id: string): Promise<ExportMaterial> {
  const { place, record } = ready(state);
  const leaf = certificateIn(record, id);
  const { pem } = certificatePem(state, id);
  const [certificate = pem, ...chain] = pemCertificates(pem);
  const privateKey = leaf.hasKey ? await openLeafKey(state.store, place.vault, leaf) : null;
  const name = leaf.names.find((each) => !each.includes('://')) ?? commonNameOf(certificate) ?? leaf.id;
  const trusted = trustedMaterial(state).authorities;
  const own = rootPem(state, leaf.authority);
  const authorities = trusted.includes(own) ? trusted : [own, ...trusted];
  return { name, certificate, chain, authorities, privateKey };
}

function commonNameOf(pem: string): string | undefined {
  return /^CN=(.+)$/m.exec(new X509Certificate(pem).subject ?? '')?.[1];
}
