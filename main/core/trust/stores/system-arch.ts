import { anchorStore } from '../anchor-store.ts';

const FOLDER = '/etc/ca-certificates/trust-source/anchors';

/** Arch: p11-kit's trust(1), which builds everything from the folder. */
export const store = anchorStore({
  kind: 'trust-system-arch',
  title: 'System store of this Linux',
  folder: FOLDER,
  extension: '.crt',
  refresh: { program: 'trust', args: ['extract-compat'] },
  package: 'p11-kit',
  bundle: '/etc/ca-certificates/extracted/tls-ca-bundle.pem',
  isProven: false,
  isHere: ({ host: { disk } }) => disk.facts('/etc/ca-certificates/trust-source') !== null,
});
