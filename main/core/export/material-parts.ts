import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { fail } from '../../contract/index.ts';
import type { ExportMaterial } from './export-format.ts';

/** A certificate with the private key that fits it. */
export interface KeyedCertificate {
  readonly certificate: X509Certificate;
  readonly privateKey: KeyObject;
}

/** Certificate and key of the material; `EXPORT_REFUSED` where one is missing or they do not belong together. `what` is the thing that is made. */
export function keyedCertificate(material: ExportMaterial, what: string): KeyedCertificate {
  const privateKey = privateKeyOf(material, what);
  if (privateKey === null) {
    throw fail('EXPORT_REFUSED', {
      what,
      why: 'it holds a private key, and there is none to put into it',
      fix: 'Choose a format without a private key, for example `pem` or `jks`, or export a certificate that Sealwire made the key for.',
    });
  }
  return { certificate: requiredCertificate(material, what), privateKey };
}

/** The certificate of the material; `EXPORT_REFUSED` where there is none. */
export function requiredCertificate(material: ExportMaterial, what: string): X509Certificate {
  if (material.certificate !== null) return new X509Certificate(material.certificate);
  throw fail('EXPORT_REFUSED', {
    what,
    why: 'it is made for one certificate, and none was chosen',
    fix: 'Name a certificate; `sealwire cert list` shows them.',
  });
}

/** The authorities of the material; `EXPORT_REFUSED` where there are none. */
export function requiredAuthorities(material: ExportMaterial, what: string): X509Certificate[] {
  if (material.authorities.length > 0) return material.authorities.map((pem) => new X509Certificate(pem));
  throw fail('EXPORT_REFUSED', {
    what,
    why: 'it says which authorities to trust, and there are none',
    fix: 'Make one first: `sealwire init`.',
  });
}

/** The private key of the material, or null where it has none; `EXPORT_REFUSED` where it is not the certificate's. */
export function privateKeyOf(material: ExportMaterial, what: string): KeyObject | null {
  if (material.privateKey === null) return null;
  const key = 'reveal' in material.privateKey ? createPrivateKey(material.privateKey.reveal()) : material.privateKey;
  if (material.certificate === null || new X509Certificate(material.certificate).checkPrivateKey(key)) return key;
  throw fail('EXPORT_REFUSED', {
    what,
    why: 'the private key is not the one of the certificate',
    fix: 'Renew that certificate: `sealwire cert renew ID` makes a new pair.',
  });
}

/** A certificate's common name as it is written in it, the last where it has several, or what stands in for it where it has none. */
export function commonNameOf(certificate: X509Certificate, otherwise: string): string {
  const { CN } = certificate.toLegacyObject().subject;
  return (Array.isArray(CN) ? CN.at(-1) : CN) || otherwise;
}
