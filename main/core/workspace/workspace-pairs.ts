import { pemCertificates } from '../authority/pem-certificates.ts';
import type { PairPlace } from './sealed-pair.ts';
import type { WorkspaceStore } from './workspace-store.ts';

/** File of the sealed key of an authority; one that is retired has none. */
export const AUTHORITY_KEY_FILE = 'ca.key.sealed';

/** Where the authority `id` keeps its root, the chain down to the certificate that signs where that is another, and its sealed key. */
export function authorityPlace(store: WorkspaceStore, id: string): PairPlace {
  return {
    folder: store.authorityFolder(id),
    certificates: (pem) => {
      const chain = pemCertificates(pem);
      return { 'ca.pem': chain.at(-1) ?? pem, ...(chain.length > 1 ? { 'issuing.pem': pem } : {}) };
    },
    key: AUTHORITY_KEY_FILE,
    purpose: `sealwire authority ${id}`,
  };
}

/** Where the certificate `id` keeps its files; the chain is the leaf alone where a root signed it. */
export function certificatePlace(store: WorkspaceStore, id: string): PairPlace {
  return {
    folder: store.certificateFolder(id),
    certificates: (pem) => ({ 'cert.pem': pemCertificates(pem)[0] ?? pem, 'chain.pem': pem }),
    key: 'key.sealed',
    purpose: `sealwire certificate ${id}`,
  };
}
