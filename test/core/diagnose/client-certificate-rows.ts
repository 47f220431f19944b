import type { ClientCertificate } from '../../../main/core/evidence/facts.ts';
import type { FactStream } from '../evidence/fact-stream.ts';
import { alert, handshake, type Row } from './row.ts';

const SHOWN: ClientCertificate = {
  subject: 'O=Shop, CN=checkout',
  issuer: 'O=Shop, CN=Shop clients',
  notBefore: '2026-01-01T00:00:00.000Z',
  notAfter: '2026-11-20T00:00:00.000Z',
};

const refusal = (name: string, shown?: ClientCertificate) => (at: FactStream) => [
  ...handshake(at),
  at.failed({
    alert: name,
    by: 'endpoint',
    how: 'alert',
    code: 'CLIENT_CERTIFICATE_REFUSED',
    ...(shown === undefined ? {} : { clientCertificate: shown }),
  }),
];

const NONE = 'ERR_SSL_PEER_DID_NOT_RETURN_A_CERTIFICATE';

/** Everything that the endpoint may have against the certificate of a client. */
export const CLIENT_CERTIFICATES: readonly Row[] = [
  {
    when: 'TLS 1.3 has a name for a client that shows no certificate',
    facts: (at) => [...handshake(at), at.failed({ alert: 'certificate_required', by: 'endpoint', how: 'alert' })],
    code: 'CLIENT_CERTIFICATE_MISSING',
    step: 'encrypted',
    confidence: 'certain',
    says: /^Python shows no certificate of its own.*ssl\.client_authentication is "required"/,
  },
  {
    when: 'TLS 1.2 has none, and OpenSSL tells why the handshake failed',
    facts: (at) => [
      ...handshake(at),
      at.failed({ alert: 'handshake_failure', by: 'endpoint', how: 'alert', code: NONE }),
    ],
    code: 'CLIENT_CERTIFICATE_MISSING',
    confidence: 'certain',
  },
  {
    when: 'OpenSSL found none and no alert is known',
    facts: (at) => [...handshake(at), at.failed({ alert: null, by: 'endpoint', how: 'closed', code: NONE })],
    code: 'CLIENT_CERTIFICATE_MISSING',
    confidence: 'probable',
  },
  {
    when: 'a handshake failed over something else in TLS 1.2',
    facts: (at) => [
      ...handshake(at),
      at.failed({ alert: 'handshake_failure', by: 'endpoint', how: 'alert', code: 'ERR_SSL_NO_SHARED_CIPHER' }),
    ],
    code: 'TLS_VERSION',
  },
  {
    when: 'the client’s certificate comes from elsewhere',
    facts: refusal('unknown_ca', SHOWN),
    code: 'CLIENT_CERTIFICATE_UNKNOWN_CA',
    step: 'encrypted',
    confidence: 'certain',
    says: /"O=Shop, CN=Shop clients", is not among ssl\.certificate_authorities/,
  },
  {
    when: 'an earlier run did not note what the client showed',
    facts: refusal('unknown_ca'),
    code: 'CLIENT_CERTIFICATE_UNKNOWN_CA',
    confidence: 'certain',
    says: /Its issuer is not among/,
  },
  {
    when: 'the client’s certificate has expired',
    facts: refusal('certificate_expired', SHOWN),
    code: 'CLIENT_CERTIFICATE_EXPIRED',
    step: 'encrypted',
    confidence: 'certain',
    says: /certificate of its own that is outside its dates: it is good from 2026-01-01\S+ to 2026-11-20/,
  },
  {
    when: 'the client’s certificate is one for servers, or not pinned',
    facts: refusal('bad_certificate', SHOWN),
    code: 'CLIENT_CERTIFICATE_REFUSED',
    confidence: 'certain',
    says: /clientAuth.*ssl\.ca_sha256/,
  },
  {
    when: 'the client’s certificate is one for servers alone',
    facts: refusal('bad_certificate', { ...SHOWN, isForClients: false }),
    code: 'CLIENT_CERTIFICATE_REFUSED',
    confidence: 'certain',
    says: /issued for other uses alone: its extended key usage lacks clientAuth\./,
  },
  {
    when: 'the client’s certificate is one for clients, and not pinned',
    facts: refusal('bad_certificate', { ...SHOWN, isForClients: true }),
    code: 'CLIENT_CERTIFICATE_REFUSED',
    says: /^(?!.*clientAuth).*ssl\.ca_sha256/,
  },
  {
    when: 'the client’s certificate was revoked',
    facts: refusal('certificate_revoked', SHOWN),
    code: 'CLIENT_CERTIFICATE_REVOKED',
    step: 'encrypted',
    confidence: 'certain',
    says: /certificate of its own that was revoked here/,
  },
  {
    when: 'it is the client that sends the alert, its own certificate is not blamed',
    facts: (at) => [...handshake(at), alert(at, 'unknown_ca')],
    code: 'CA_NOT_TRUSTED',
  },
];
