import { join } from 'node:path';
import { fail } from '../../contract/index.ts';
import { addCertificate } from './change-workspace.ts';
import { openAuthority } from './open-workspace.ts';
import type { AuthorityRecord, CertificateRecord } from './workspace-record.ts';
import { change, type WorkspaceState } from './workspace-state.ts';

/** Issues a server certificate and puts it to use; the one before stays listed. The key of the authority is in memory only while it signs. */
export async function issueCertificate(state: WorkspaceState, names: readonly string[]): Promise<CertificateRecord> {
  const { record, identity } = await change(state, async ({ vault }, before) => {
    const authority = before.authorities.find(({ current }) => current);
    if (authority === undefined) throw fail('NOT_INITIALISED', { workspace: state.workspace });
    if (Date.parse(authority.notAfter) <= state.host.now().getTime()) throw expired(authority);
    const signing = await openAuthority(state.store, vault, authority);
    if ('problem' in signing) throw signing.problem;
    const { id, commonName, permitted } = authority;
    const issuer = { commonName, permitted, pem: signing.pem, privateKey: signing.privateKey };
    const added = await addCertificate(state.store, { id, issuer, kek: signing.kek }, names);
    const others = before.certificates.map((other) => ({ ...other, inUse: false }));
    return { record: { ...before, certificates: [...others, added.record] }, result: added };
  });
  const notices = state.opened.notices.filter(({ id }) => !id.startsWith('certificate-'));
  state.opened = { ...state.opened, identity, identityProblem: null, notices };
  return record;
}

/** The certificate `id` as it lies on disk. Throws `NOT_FOUND` or `CERTIFICATE_DAMAGED`. */
export function certificatePem(
  state: WorkspaceState,
  id: string,
): { readonly record: CertificateRecord; readonly pem: string } {
  const record = state.record?.certificates.find((certificate) => certificate.id === id);
  if (record === undefined) throw fail('NOT_FOUND', { what: 'certificate', id, fix: 'See `sealwire cert list`.' });
  const path = join(state.store.certificateFolder(id), 'cert.pem');
  const bytes = state.store.host.disk.read(path);
  if (bytes !== null) return { record, pem: bytes.toString() };
  const fix =
    'Restart Sealwire, which writes the file again, or issue the certificate again on the Certificates screen.';
  throw fail('CERTIFICATE_DAMAGED', { id, why: `its file ${path} is missing`, fix });
}

function expired({ id, notAfter }: AuthorityRecord): Error {
  return fail('AUTHORITY_DAMAGED', {
    id,
    why: `it expired on ${notAfter}`,
    fix: 'Make a new authority with Make it secure (or `sealwire init`); every agent then needs its new certificate.',
  });
}
