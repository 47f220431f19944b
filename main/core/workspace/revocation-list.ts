import { type RevocationList, writeRevocationList } from '../authority/write-revocation-list.ts';
import { openSigner, signingAuthority } from './open-signer.ts';
import { ready, type WorkspaceState } from './workspace-state.ts';

/** The revocation list of an authority as of now, DER. Rejects where the authority cannot sign any more. */
export async function revocationList(
  state: WorkspaceState,
  authorityId: string | undefined,
): Promise<RevocationList & { readonly authority: string }> {
  const { place, record } = ready(state);
  const authority = signingAuthority(state.workspace, record, authorityId);
  const { issuer } = await openSigner(state.store, place.vault, authority);
  const revoked = record.certificates.flatMap(({ authority: id, serial, revoked }) =>
    id === authority.id && revoked !== null ? [{ serial, ...revoked }] : [],
  );
  return { ...writeRevocationList(state.host, issuer, revoked), authority: authority.id };
}
