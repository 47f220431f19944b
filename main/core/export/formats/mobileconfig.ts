import { createHash, type X509Certificate } from 'node:crypto';
import type { ExportFormat } from '../export-format.ts';
import { commonNameOf, requiredAuthorities } from '../material-parts.ts';
import { NO_PASSPHRASE, passphraseFor } from '../passphrase-rule.ts';
import { xmlText } from '../xml-text.ts';

const WHAT = 'The configuration profile';

/** Names the profile and its payloads; a profile of the same identifier replaces the one that is installed. */
const IDENTIFIER = 'app.sealwire.authority';

/** A configuration profile with the authorities as roots (Apple, "Configuration Profile Reference", `com.apple.security.root`). It is not signed, and says so when it is installed. */
export const mobileconfig: ExportFormat = {
  id: 'mobileconfig',
  title: 'Apple configuration profile',
  audience: 'iPhone, iPad and managed Macs',
  extension: '.mobileconfig',
  mediaType: 'application/x-apple-aspen-config',
  privateKey: 'never',
  passphrase: NO_PASSPHRASE,
  canMerge: false,
  async write(material, options) {
    passphraseFor(NO_PASSPHRASE, options.passphrase ?? null, WHAT);
    const authorities = requiredAuthorities(material, WHAT);
    return [{ name: 'sealwire-ca.mobileconfig', bytes: Buffer.from(profile(authorities)), mode: 0o644 }];
  },
};

function profile(authorities: readonly X509Certificate[]): string {
  const all = createHash('sha256');
  for (const { raw } of authorities) all.update(raw);
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
  <key>PayloadType</key><string>Configuration</string>
  <key>PayloadVersion</key><integer>1</integer>
  <key>PayloadIdentifier</key><string>${IDENTIFIER}</string>
  <key>PayloadUUID</key><string>${uuidOf(all.digest())}</string>
  <key>PayloadDisplayName</key><string>Sealwire authority</string>
  <key>PayloadDescription</key><string>Lets this device trust servers with certificates of this Sealwire. On an iPhone or iPad, switch the certificate on afterwards in Settings, General, About, Certificate Trust Settings.</string>
  <key>PayloadOrganization</key><string>Sealwire</string>
  <key>PayloadRemovalDisallowed</key><false/>
  <key>PayloadContent</key>
  <array>
${authorities.map(payload).join('\n')}
  </array>
</dict>
</plist>
`;
}

function payload(authority: X509Certificate, index: number): string {
  const digest = createHash('sha256').update(authority.raw).digest();
  return `    <dict>
      <key>PayloadType</key><string>com.apple.security.root</string>
      <key>PayloadVersion</key><integer>1</integer>
      <key>PayloadIdentifier</key><string>${IDENTIFIER}.${digest.toString('hex').slice(0, 16)}</string>
      <key>PayloadUUID</key><string>${uuidOf(digest)}</string>
      <key>PayloadDisplayName</key><string>${xmlText(commonNameOf(authority, `Authority ${index + 1}`))}</string>
      <key>PayloadCertificateFileName</key><string>${index === 0 ? 'ca' : `ca-${index + 1}`}.cer</string>
      <key>PayloadContent</key>
      <data>${authority.raw.toString('base64')}</data>
    </dict>`;
}

/** A UUID made of a digest (RFC 9562 §5.8), so that the same authorities give the same profile. */
function uuidOf(digest: Buffer): string {
  const bytes = Buffer.from(digest.subarray(0, 16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex').toUpperCase();
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
