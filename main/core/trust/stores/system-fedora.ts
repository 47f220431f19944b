import { anchorStore } from '../anchor-store.ts';

const FOLDER = '/etc/pki/ca-trust/source/anchors';

/** Fedora, RHEL and what is built from them: update-ca-trust(8). Java's copy is one of the files that the command writes. */
export const store = anchorStore({
  kind: 'trust-system-fedora',
  title: 'System store of this Linux',
  folder: FOLDER,
  extension: '.pem',
  refresh: { program: 'update-ca-trust', args: ['extract'] },
  package: 'ca-certificates',
  bundle: '/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem',
  isProven: false,
  isHere: ({ host: { disk } }) => disk.facts(FOLDER) !== null,
});
