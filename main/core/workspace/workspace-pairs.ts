import type { PairPlace } from './sealed-pair.ts';
import type { WorkspaceStore } from './workspace-store.ts';

/** Where the authority `id` keeps its certificate and its sealed key. */
export function authorityPlace(store: WorkspaceStore, id: string): PairPlace {
  return {
    folder: store.authorityFolder(id),
    certificates: ['ca.pem'],
    key: 'ca.key.sealed',
    purpose: `sealwire authority ${id}`,
  };
}

/** Where the certificate `id` keeps its files; the chain is the leaf alone as long as roots sign directly. */
export function certificatePlace(store: WorkspaceStore, id: string): PairPlace {
  return {
    folder: store.certificateFolder(id),
    certificates: ['cert.pem', 'chain.pem'],
    key: 'key.sealed',
    purpose: `sealwire certificate ${id}`,
  };
}
