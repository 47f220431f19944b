import type { Authority, Certificate } from '../../main/contract/index.ts';
import { ago, authority, certificate, inDays } from './fake-ui-data.ts';

/* What a workspace has that has been lived in: a client, one that was revoked, and an authority of the organisation that another one follows. */

export const clientCertificate: Certificate = {
  ...certificate,
  id: 'client-1',
  kind: 'client',
  names: ['spiffe://shop.test/orders'],
  shownNames: ['spiffe://shop.test/orders'],
  notBefore: ago(7200),
  inUse: false,
};

export const revokedCertificate: Certificate = {
  ...clientCertificate,
  id: 'client-0',
  names: ['till-7'],
  shownNames: ['till-7'],
  notBefore: ago(40 * 86_400),
  notAfter: inDays(356),
  daysLeft: 356,
  state: 'revoked',
  revokedAt: ago(3 * 86_400),
  revocationReason: 'key-compromise',
};

export const olderAuthority: Authority = {
  ...authority,
  id: 'ca-0',
  current: false,
  state: 'older',
  commonName: 'sealwire · this-laptop (2025)',
  nameConstrained: false,
  permittedNames: [],
  structure: 'imported',
  key: 'rsa-3072',
  notBefore: ago(300 * 86_400),
  notAfter: inDays(65),
  daysLeft: 65,
  validCertificates: 2,
};
