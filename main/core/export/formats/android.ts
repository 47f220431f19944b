import type { ExportFormat } from '../export-format.ts';
import { requiredAuthorities } from '../material-parts.ts';
import { NO_PASSPHRASE, passphraseFor } from '../passphrase-rule.ts';
import { pemFile } from './pem.ts';

const WHAT = 'The network security configuration';

/** Resource names have lower-case letters, digits and underscores alone. */
const RESOURCE = 'sealwire_ca';

/** For debuggable builds alone: a release must not trust a developer's authority, and Android leaves `debug-overrides` out of it by itself. */
const NETWORK_SECURITY_CONFIG = `<?xml version="1.0" encoding="utf-8"?>
<!-- In AndroidManifest.xml: <application android:networkSecurityConfig="@xml/network_security_config" …> -->
<network-security-config>
    <debug-overrides>
        <trust-anchors>
            <certificates src="@raw/${RESOURCE}" />
        </trust-anchors>
    </debug-overrides>
</network-security-config>
`;

/** Two resources of an app: the authorities, and the configuration that names them. They go below `app/src/main`. */
export const android: ExportFormat = {
  id: 'android',
  title: 'Android network security configuration',
  audience: 'Android apps, in their debuggable builds',
  extension: '.xml',
  mediaType: 'application/xml',
  privateKey: 'never',
  passphrase: NO_PASSPHRASE,
  canMerge: false,
  async write(material, options) {
    passphraseFor(NO_PASSPHRASE, options.passphrase ?? null, WHAT);
    const authorities = requiredAuthorities(material, WHAT);
    const config = Buffer.from(NETWORK_SECURITY_CONFIG);
    return [
      { name: 'res/xml/network_security_config.xml', bytes: config, mode: 0o644 },
      pemFile(`res/raw/${RESOURCE}.pem`, authorities.map(String)),
    ];
  },
};
