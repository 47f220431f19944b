import { join } from 'node:path';
import { fail, type RevocationReason, SealwireError, Secret } from '../../contract/index.ts';
import { issueServerCertificate } from '../certificates/issue-server-certificate.ts';
import { presentable } from '../certificates/presentable.ts';
import type { ServerIdentity } from '../endpoint/ports.ts';
import { type AddedCertificate, addWished, type Wish } from './add-wished.ts';
import type { Signer } from './change-workspace.ts';
import { openSigner, signingAuthority } from './open-signer.ts';
import { identityOf, openLeafKey } from './open-workspace.ts';
import { wishToRenew } from './renewal.ts';
import type { CertificateRecord, WorkspaceRecord } from './workspace-record.ts';
import { change, type ReadyPlace, ready, type WorkspaceState } from './workspace-state.ts';

/** How a certificate is renewed. */
export interface Renewal {
  /** Whether it keeps its key, because somebody pins that: a new one where this is left out. */
  readonly sameKey?: boolean | undefined;
}

/** A certificate to be issued, and by whom. */
export interface CertificateRequest extends Wish {
  /** Id of the authority that signs; the current one where it is left out. */
  readonly authority?: string | undefined;
  /** Whether the endpoint presents it from now on: a server's with its own key does, unless this is false. */
  readonly use?: boolean | undefined;
}

/**
 * Issues a certificate; the one before stays listed. The key of the authority is in memory only while it signs. What the endpoint presents stays under the authority that agents
 * trust already, as long as that can sign.
 */
export async function issueCertificate(state: WorkspaceState, request: CertificateRequest): Promise<CertificateRecord> {
  const isPresented = request.use !== false && request.kind !== 'client' && request.csr === undefined;
  const added = await change(state, async (place, before) => {
    const { authority } = request;
    const served = isPresented ? before.certificates.find(({ inUse }) => inUse) : undefined;
    const signer =
      authority === undefined
        ? await signerLike(state, place, before, served?.authority)
        : await openSigner(state.store, place.vault, signingAuthority(state.workspace, before, authority));
    // What the endpoint no longer presents has a successor, so nobody has to be reminded of its end.
    const wish = served === undefined ? request : { ...request, renews: served.id };
    return withAdded(before, await addWished(state.store, signer, wish), isPresented);
  });
  return adoptCertificate(state, added, isPresented);
}

/**
 * The same names, kind and key kind, for as long again. Signed by the authority of before as long as that can, because whoever trusts the old certificate trusts that one;
 * else by the current one. A signing request's key is signed again as it is. Rejects with `CERTIFICATE_REFUSED` where a key is to be kept that is not here, or that was revoked.
 */
export async function renewCertificate(
  state: WorkspaceState,
  id: string,
  { sameKey = false }: Renewal = {},
): Promise<CertificateRecord> {
  let isPresented = false;
  const added = await change(state, async (place, before) => {
    const old = certificateIn(before, id);
    isPresented = old.inUse;
    const keptKey = sameKey ? await keyToKeep(state, place, old) : undefined;
    const signer = await signerLike(state, place, before, old.authority);
    const wish = { ...wishToRenew(state.store, old), keptKey };
    return withAdded(before, await addWished(state.store, signer, wish), isPresented);
  });
  return adoptCertificate(state, added, isPresented);
}

/** The private key of a certificate, which its renewal is to have as well. */
async function keyToKeep({ store }: WorkspaceState, { vault }: ReadyPlace, old: CertificateRecord): Promise<Secret> {
  const fix = `Renew it without keeping the key: \`sealwire cert renew ${old.id}\`.`;
  if (!old.hasKey) throw refused(`The key of certificate ${old.id} is elsewhere, and a renewal keeps it anyhow`, fix);
  if (old.revoked === null) return openLeafKey(store, vault, old);
  throw refused(`Certificate ${old.id} was revoked, and nobody is to trust its key any more`, fix);
}

/** The certificate that a renewal of the presented one would bring, for an hour and kept nowhere. Throws why none is presented. */
export async function successorOf(state: WorkspaceState): Promise<ServerIdentity> {
  const { place, record } = ready(state);
  const old = record.certificates.find(({ inUse }) => inUse);
  if (old === undefined) throw fail('NOT_INITIALISED', { workspace: state.workspace });
  const signer = await signerLike(state, place, record, old.authority);
  const issued = await issueServerCertificate(state.host, signer.issuer, old.names, { minutes: 60 });
  const keyPem = new Secret(issued.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
  return presentable(issued.pem, keyPem);
}

/** Revokes a certificate for good. Rejects with `CERTIFICATE_REFUSED` for one that the endpoint presents, or that was revoked before. */
export async function revokeCertificate(
  state: WorkspaceState,
  id: string,
  reason: RevocationReason,
): Promise<CertificateRecord> {
  return change(state, async (_, before) => {
    const old = certificateIn(before, id);
    if (old.revoked !== null)
      throw refused(`Certificate ${id} was revoked on ${old.revoked.at}`, 'Nothing needs doing.');
    if (old.inUse) {
      const fix = `Renew it first (\`sealwire cert renew ${id}\`); then this one can be revoked.`;
      throw refused(`The endpoint presents certificate ${id}`, fix);
    }
    const revoked = { ...old, revoked: { at: state.host.now().toISOString(), reason } };
    const certificates = before.certificates.map((each) => (each.id === id ? revoked : each));
    return { record: { ...before, certificates }, result: revoked };
  });
}

/** The certificate `id` of a record; throws `NOT_FOUND`. */
export function certificateIn(record: WorkspaceRecord | null, id: string): CertificateRecord {
  const found = record?.certificates.find((certificate) => certificate.id === id);
  if (found !== undefined) return found;
  throw fail('NOT_FOUND', { what: 'certificate', id, fix: 'See `sealwire cert list`.' });
}

/** The certificate `id` with its intermediates, as it lies on disk. Throws `NOT_FOUND` or `CERTIFICATE_DAMAGED`. */
export function certificatePem(
  state: WorkspaceState,
  id: string,
): { readonly record: CertificateRecord; readonly pem: string } {
  const record = certificateIn(state.record, id);
  const path = join(state.store.certificateFolder(id), 'chain.pem');
  const bytes = state.store.host.disk.read(path);
  if (bytes !== null) return { record, pem: bytes.toString() };
  const fix =
    'Restart Sealwire, which writes the file again, or issue the certificate again on the Certificates screen.';
  throw fail('CERTIFICATE_DAMAGED', { id, why: `its file ${path} is missing`, fix });
}

/** The certificate that the endpoint presents has changed within `state.record`. */
export function adoptCertificate(
  state: WorkspaceState,
  { record, pem, keyPem }: AddedCertificate,
  isPresented: boolean,
): CertificateRecord {
  if (!isPresented || keyPem === null) return record;
  const notices = state.opened.notices.filter(({ id }) => !id.startsWith('certificate-'));
  state.opened = { ...state.opened, identity: identityOf(record, pem, keyPem), identityProblem: null, notices };
  return record;
}

function withAdded(
  before: WorkspaceRecord,
  added: AddedCertificate,
  isPresented: boolean,
): { record: WorkspaceRecord; result: AddedCertificate } {
  const record = { ...added.record, inUse: isPresented };
  const others = isPresented ? before.certificates.map((other) => ({ ...other, inUse: false })) : before.certificates;
  return { record: { ...before, certificates: [...others, record] }, result: { ...added, record } };
}

/** The authority of before as long as it can sign, else the current one. */
async function signerLike(
  { store, workspace }: WorkspaceState,
  { vault }: ReadyPlace,
  before: WorkspaceRecord,
  preferred: string | undefined,
): Promise<Signer> {
  const current = signingAuthority(workspace, before, undefined);
  const own = before.authorities.find(({ id }) => id === preferred) ?? current;
  try {
    return await openSigner(store, vault, own);
  } catch (error) {
    // Retired, expired, or its key is gone: whatever it is, the current one decides.
    if (own === current || !(error instanceof SealwireError)) throw error;
    return openSigner(store, vault, current);
  }
}

function refused(why: string, fix: string): Error {
  return fail('CERTIFICATE_REFUSED', { why, fix });
}
