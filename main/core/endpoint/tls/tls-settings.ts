import type { ServerIdentity } from '../ports.ts';

/** In the order of their age, the oldest first. */
export const TLS_VERSIONS = ['TLSv1.1', 'TLSv1.2', 'TLSv1.3'] as const;

export type TlsVersion = (typeof TLS_VERSIONS)[number];

/** What is asked of a client's certificate (reference E1). The names are the real server's. */
export interface ClientAuthentication {
  /** `optional` checks a certificate that is shown, `required` also refuses a client that shows none. */
  readonly mode: 'none' | 'optional' | 'required';
  /** PEM, one authority each; without any, the public authorities that Node.js ships. */
  readonly authorities: readonly string[];
  /** SHA-256 of a public key in the client's chain, base64; without any, every authority will do. */
  readonly pins: readonly string[];
}

/** How the endpoint shakes hands: the `ssl` section of an `apm-server.yml`, read and checked. */
export interface TlsSettings {
  /** The certificate that is presented; null presents Sealwire's own. */
  readonly identity: ServerIdentity | null;
  readonly minVersion: TlsVersion;
  readonly maxVersion: TlsVersion;
  /** Suites of TLS 1.2 and older by their OpenSSL names; those of TLS 1.3 are always on. */
  readonly ciphers: readonly string[];
  /** Groups for the key exchange by their OpenSSL names; null leaves the choice to OpenSSL. */
  readonly groups: readonly string[] | null;
  readonly clientAuth: ClientAuthentication;
}

/** What Go's crypto/tls offers by default, and so the real server (reference E1): ephemeral keys only. */
const CIPHERS = [
  'ECDHE-ECDSA-AES128-GCM-SHA256',
  'ECDHE-RSA-AES128-GCM-SHA256',
  'ECDHE-ECDSA-AES256-GCM-SHA384',
  'ECDHE-RSA-AES256-GCM-SHA384',
  'ECDHE-ECDSA-CHACHA20-POLY1305',
  'ECDHE-RSA-CHACHA20-POLY1305',
  'ECDHE-ECDSA-AES128-SHA',
  'ECDHE-RSA-AES128-SHA',
  'ECDHE-ECDSA-AES256-SHA',
  'ECDHE-RSA-AES256-SHA',
] as const;

/** The real server's defaults, with Sealwire's certificate. */
export const DEFAULT_TLS_SETTINGS: TlsSettings = {
  identity: null,
  minVersion: 'TLSv1.2',
  maxVersion: 'TLSv1.3',
  ciphers: CIPHERS,
  groups: null,
  clientAuth: { mode: 'none', authorities: [], pins: [] },
};
