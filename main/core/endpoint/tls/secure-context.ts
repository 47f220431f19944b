import { constants } from 'node:crypto';
import { createSecureContext, type SecureContext } from 'node:tls';
import type { ServerIdentity } from '../ports.ts';
import type { TlsSettings } from './tls-settings.ts';

/** They cannot be chosen: neither with the real server nor with most others. */
const TLS_13_CIPHERS = ['TLS_AES_128_GCM_SHA256', 'TLS_AES_256_GCM_SHA384', 'TLS_CHACHA20_POLY1305_SHA256'];

/** As Go does: the server's order of suites counts, but ChaCha20 comes first for a client that prefers it, because it has no hardware for AES. */
const GO_CHOOSES = constants.SSL_OP_CIPHER_SERVER_PREFERENCE | constants.SSL_OP_PRIORITIZE_CHACHA;

/** Everything a handshake goes by. `identity` is presented unless the settings bring their own. Throws OpenSSL's error where they do not fit together. */
export function secureContextFor(identity: ServerIdentity, settings: TlsSettings): SecureContext {
  const { chainPem, keyPem } = settings.identity ?? identity;
  const { minVersion, maxVersion, ciphers, groups, clientAuth } = settings;
  // OpenSSL counts the SHA-1 of TLS 1.1 as too weak for its usual security level 1.
  const level = minVersion === 'TLSv1.1' ? ['@SECLEVEL=0'] : [];
  return createSecureContext({
    cert: chainPem,
    key: keyPem.reveal(),
    minVersion,
    maxVersion,
    secureOptions: GO_CHOOSES,
    ciphers: [...TLS_13_CIPHERS, ...ciphers, ...level].join(':'),
    ...(groups === null ? {} : { ecdhCurve: groups.join(':') }),
    ...(clientAuth.mode === 'none' ? {} : clientOptions(clientAuth.authorities)),
  });
}

function clientOptions(authorities: readonly string[]): Parameters<typeof createSecureContext>[0] {
  return {
    ...(authorities.length === 0 ? {} : { ca: [...authorities] }),
    // As Go does, which takes everything in its pool for a root.
    allowPartialTrustChain: true,
    // Without one OpenSSL refuses to resume a session that a client certificate belongs to.
    sessionIdContext: 'sealwire',
  };
}
