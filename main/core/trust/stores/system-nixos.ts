import { byHandStore } from '../by-hand-store.ts';
import { holdsCertificate } from '../certificate-text.ts';
import { systemReaders } from '../system-readers.ts';
import type { TrustStoreKind } from '../trust-store.ts';

const KIND = 'trust-system-nixos';
const BUNDLE = '/etc/ssl/certs/ca-certificates.crt';

/** NixOS builds its store from the configuration, so that is what is printed (nixos option `security.pki.certificates`). */
export const store: TrustStoreKind = {
  kind: KIND,
  find: async (around) => {
    const { disk, platform } = around.host;
    if (platform !== 'linux' || disk.facts('/etc/NIXOS') === null) return [];
    return [
      byHandStore({
        kind: KIND,
        id: 'system',
        title: 'System store of NixOS',
        path: '/etc/nixos/configuration.nix',
        group: 'system',
        needs: 'admin',
        serves: ['curl', 'Git', 'Python', 'Ruby', 'PHP', 'Go'],
        does: 'Add the lines to the configuration of the system and build it',
        undoes: 'Take the lines out of the configuration of the system and build it',
        isInstalled: ({ pem }) => holdsCertificate(disk.read(BUNDLE)?.toString() ?? '', pem),
        evidence: (isInstalled) => `${BUNDLE} ${isInstalled ? 'holds' : 'does not hold'} the authority.`,
        install: () => [{ file: 'nixos-rebuild', args: ['switch'] }],
        uninstall: () => [{ file: 'nixos-rebuild', args: ['switch'] }],
        lines: ({ pem }) => [
          {
            title: 'Add to /etc/nixos/configuration.nix:',
            language: 'nix',
            content: `security.pki.certificates = [\n  ''\n${pem.trimEnd().replace(/^/gm, '    ')}\n  ''\n];\n`,
          },
        ],
        readers: () => systemReaders(around),
      }),
    ];
  },
  undo: async () => 'Take the lines out of the configuration of the system and build it again.',
};
