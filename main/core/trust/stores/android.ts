import { join } from 'node:path';
import { ownFilesStore, undoOwnFiles } from '../own-files-store.ts';
import type { TrustStoreKind } from '../trust-store.ts';

const KIND = 'trust-android';

/**
 * Android: release builds ignore authorities that a person adds, and since 14 the system's own are out of reach, so an application's debug build is told in its
 * network security configuration (developer.android.com, "Network security configuration"; reference/certificates.md §6). The emulator reaches this machine as 10.0.2.2.
 */
export const store: TrustStoreKind = {
  kind: KIND,
  isOwnFolder: true,
  find: async (around) => {
    const { host } = around;
    const sdk = host.env.ANDROID_HOME ?? host.env.ANDROID_SDK_ROOT;
    const hasTool = around.program(host.platform === 'win32' ? 'adb.exe' : 'adb') !== null;
    if (!hasTool && (sdk === undefined || host.disk.facts(sdk) === null)) return [];
    return [
      ownFilesStore(around, {
        kind: KIND,
        id: 'android',
        title: 'Android emulator, by the debug build of your application',
        group: 'device',
        serves: ['Android'],
        isProven: false,
        files: ({ pem }) => [
          { name: join('res', 'raw', 'sealwire_ca.pem'), content: pem },
          { name: join('res', 'xml', 'network_security_config.xml'), content: CONFIGURATION },
        ],
        lines: (_authority, folder) => [
          {
            title: `Copy ${join(folder, 'res')} into app/src/debug, and name the configuration in the manifest:`,
            language: 'text',
            content: '<application android:networkSecurityConfig="@xml/network_security_config">\n',
          },
        ],
        readers: () => [],
        ownPart: () => 'Whether an application uses them was not checked.',
      }),
    ];
  },
  undo: undoOwnFiles,
};

const CONFIGURATION = `<?xml version="1.0" encoding="utf-8"?>
<network-security-config>
    <debug-overrides>
        <trust-anchors>
            <certificates src="@raw/sealwire_ca" />
            <certificates src="system" />
        </trust-anchors>
    </debug-overrides>
</network-security-config>
`;
