import { anchorStore } from '../anchor-store.ts';

const FOLDER = '/etc/pki/trust/anchors';

/** openSUSE and SLE: update-ca-certificates(8) of their own. */
export const store = anchorStore({
  kind: 'trust-system-opensuse',
  title: 'System store of this Linux',
  folder: FOLDER,
  extension: '.pem',
  refresh: { program: 'update-ca-certificates', args: [] },
  package: 'ca-certificates',
  bundle: '/var/lib/ca-certificates/ca-bundle.pem',
  isProven: false,
  isHere: ({ host: { disk } }) =>
    disk.facts(FOLDER) !== null && disk.facts('/etc/pki/ca-trust/source/anchors') === null,
});
