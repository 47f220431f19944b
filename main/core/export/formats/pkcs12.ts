import { createHash, X509Certificate } from 'node:crypto';
import type { ExportFormat } from '../export-format.ts';
import { fileStem } from '../file-names.ts';
import { type Pkcs12Form, writePkcs12 } from '../keystores/write-pkcs12.ts';
import { keyedCertificate } from '../material-parts.ts';
import { passphraseFor, REQUIRED_FOR_KEYSTORE } from '../passphrase-rule.ts';

/** Certificate, key and everything above it in one file, as today's programs read it. */
export const p12 = pkcs12Format({
  id: 'p12',
  title: 'PKCS#12',
  audience: 'Windows 10 and later, .NET, OpenSSL and browsers',
  ending: '.p12',
  form: 'modern',
});

/** The same for those who cannot read AES and SHA-256 there: its encryption is weak, so the passphrase has to be long. */
export const p12Legacy = pkcs12Format({
  id: 'p12-legacy',
  title: 'PKCS#12, compatible',
  audience: 'the keychain of macOS and iOS, Windows Server 2016, and Java before 8u301 and 11.0.12',
  ending: '.legacy.p12',
  form: 'compatible',
});

/** The Java agent's client certificate, for example: `javax.net.ssl.keyStore`, with `keyStoreType=PKCS12` said as well. */
export const javaKeystore = pkcs12Format({
  id: 'java-keystore',
  title: 'Java keystore',
  audience: 'Java programs that have to show a certificate of their own (Java 8u301, 11.0.12 and later)',
  ending: '.keystore.p12',
  form: 'modern',
});

function pkcs12Format(format: {
  readonly id: string;
  readonly title: string;
  readonly audience: string;
  readonly ending: string;
  readonly form: Pkcs12Form;
}): ExportFormat {
  const { id, title, audience, ending, form } = format;
  const what = `The ${title} file`;
  return {
    id,
    title,
    audience,
    extension: ending,
    mediaType: 'application/x-pkcs12',
    privateKey: 'required',
    passphrase: REQUIRED_FOR_KEYSTORE,
    canMerge: false,
    async write(material, options, host) {
      const passphrase = passphraseFor(REQUIRED_FOR_KEYSTORE, options.passphrase ?? null, what);
      const { certificate, privateKey } = keyedCertificate(material, what);
      const alias = options.alias || material.name || 'sealwire';
      const localKeyId = createHash('sha1').update(certificate.raw).digest('hex');
      const above = [...material.chain, ...material.authorities]
        .map((pem) => new X509Certificate(pem))
        .filter((each) => each.fingerprint256 !== certificate.fingerprint256);
      const certificates = [
        { alias, certificate, localKeyId, trustedFor: null },
        ...above.map((each) => ({ alias: null, certificate: each, localKeyId: null, trustedFor: null })),
      ];
      const key = { privateKey, alias, localKeyId };
      const bytes = await writePkcs12(host, { key, certificates }, passphrase, form);
      return [{ name: `${fileStem(material.name)}${ending}`, bytes, mode: 0o600 }];
    },
  };
}
