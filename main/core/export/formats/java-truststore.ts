import type { X509Certificate } from 'node:crypto';
import type { ExportFormat, ExportMaterial, ExportOptions } from '../export-format.ts';
import { distinctAliases } from '../keystores/distinct-aliases.ts';
import type { KeystoreCertificate } from '../keystores/keystore-entries.ts';
import { OIDS } from '../keystores/pkcs12-oids.ts';
import { writeJks } from '../keystores/write-jks.ts';
import { writePkcs12 } from '../keystores/write-pkcs12.ts';
import { commonNameOf, requiredAuthorities } from '../material-parts.ts';
import { mergedTruststore } from '../merge-truststore.ts';
import { PUBLIC_FOR_KEYSTORE, passphraseFor } from '../passphrase-rule.ts';

const WHAT = 'The Java truststore';

/** What `javax.net.ssl.trustStore` names, in the form that every Java reads. */
export const jks: ExportFormat = {
  id: 'jks',
  title: 'Java truststore',
  audience: 'Java of any version, the Java agent among it',
  extension: '.jks',
  mediaType: 'application/x-java-keystore',
  privateKey: 'never',
  passphrase: PUBLIC_FOR_KEYSTORE,
  canMerge: true,
  async write(material, options, host) {
    const passphrase = passphraseFor(PUBLIC_FOR_KEYSTORE, options.passphrase ?? null, WHAT);
    const now = host.now();
    const entries = (await trustedEntries(material, options))
      .filter(({ trustedFor }) => trustedFor !== null)
      .map((entry) => ({ ...entry, added: entry.added ?? now }));
    return [{ name: 'truststore.jks', bytes: writeJks(distinctAliases(entries), passphrase), mode: 0o644 }];
  },
};

/** The same as PKCS#12, with the attribute without which Java reads no entry at all. */
export const javaTruststore: ExportFormat = {
  id: 'java-truststore',
  title: 'Java truststore, PKCS#12',
  audience: 'Java where JKS is not allowed',
  extension: '.p12',
  mediaType: 'application/x-pkcs12',
  privateKey: 'never',
  passphrase: PUBLIC_FOR_KEYSTORE,
  canMerge: true,
  async write(material, options, host) {
    const passphrase = passphraseFor(PUBLIC_FOR_KEYSTORE, options.passphrase ?? null, WHAT);
    const certificates = distinctAliases(await trustedEntries(material, options)).map((entry) => ({
      ...entry,
      // A JKS entry is trusted for everything, which is what an empty list would not say here.
      trustedFor: entry.trustedFor?.length === 0 ? [OIDS.anyExtendedKeyUsage] : entry.trustedFor,
    }));
    const bytes = await writePkcs12(host, { key: null, certificates }, passphrase, 'open');
    return [{ name: 'truststore.p12', bytes, mode: 0o644 }];
  },
};

async function trustedEntries(material: ExportMaterial, options: ExportOptions): Promise<KeystoreCertificate[]> {
  const own = requiredAuthorities(material, WHAT).map((each) => trustedEntry(each, options.alias));
  return options.mergeWith == null ? own : mergedTruststore(options.mergeWith, own);
}

function trustedEntry(certificate: X509Certificate, alias: string | undefined): KeystoreCertificate {
  return {
    alias: alias || commonNameOf(certificate, 'sealwire'),
    certificate,
    localKeyId: null,
    trustedFor: [OIDS.anyExtendedKeyUsage],
    added: null,
  };
}
