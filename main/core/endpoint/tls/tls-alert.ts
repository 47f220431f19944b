/** Alerts by number (RFC 8446 §6, and the older ones of RFC 5246 §7.2 and RFC 6066). */
const NAMES: Readonly<Record<number, string>> = {
  0: 'close_notify',
  10: 'unexpected_message',
  20: 'bad_record_mac',
  21: 'decryption_failed',
  22: 'record_overflow',
  30: 'decompression_failure',
  40: 'handshake_failure',
  41: 'no_certificate',
  42: 'bad_certificate',
  43: 'unsupported_certificate',
  44: 'certificate_revoked',
  45: 'certificate_expired',
  46: 'certificate_unknown',
  47: 'illegal_parameter',
  48: 'unknown_ca',
  49: 'access_denied',
  50: 'decode_error',
  51: 'decrypt_error',
  60: 'export_restriction',
  70: 'protocol_version',
  71: 'insufficient_security',
  80: 'internal_error',
  86: 'inappropriate_fallback',
  90: 'user_canceled',
  100: 'no_renegotiation',
  109: 'missing_extension',
  110: 'unsupported_extension',
  111: 'certificate_unobtainable',
  112: 'unrecognized_name',
  113: 'bad_certificate_status_response',
  114: 'bad_certificate_hash_value',
  115: 'unknown_psk_identity',
  116: 'certificate_required',
  120: 'no_application_protocol',
};

const NUMBERS: ReadonlyMap<string, number> = new Map(
  Object.entries(NAMES).map(([number, name]) => [name, Number(number)]),
);

/** The name of an alert by its number on the wire. */
export function alertName(number: number): string {
  return NAMES[number] ?? `alert_${number}`;
}

/** The number of an alert on the wire; one that has no name here is `internal_error`. */
export function alertNumber(name: string): number {
  return NUMBERS.get(name) ?? 80;
}

/** The alert that OpenSSL sends for a failure it found itself, by the part of the code after `ERR_SSL_`. */
const SENT: Readonly<Record<string, string>> = {
  UNSUPPORTED_PROTOCOL: 'protocol_version',
  WRONG_VERSION_NUMBER: 'protocol_version',
  VERSION_TOO_LOW: 'protocol_version',
  NO_SHARED_CIPHER: 'handshake_failure',
  NO_SUITABLE_KEY_SHARE: 'handshake_failure',
  NO_SUITABLE_GROUPS: 'handshake_failure',
  NO_SHARED_GROUPS: 'handshake_failure',
  NO_SUITABLE_SIGNATURE_ALGORITHM: 'handshake_failure',
  NO_SHARED_SIGNATURE_ALGORITHMS: 'handshake_failure',
  NO_APPLICATION_PROTOCOL: 'no_application_protocol',
  INAPPROPRIATE_FALLBACK: 'inappropriate_fallback',
  UNEXPECTED_MESSAGE: 'unexpected_message',
  UNEXPECTED_CCS_MESSAGE: 'unexpected_message',
  INVALID_CCS_MESSAGE: 'unexpected_message',
  BAD_RECORD_TYPE: 'unexpected_message',
  LENGTH_MISMATCH: 'decode_error',
  BAD_LENGTH: 'decode_error',
  BAD_PACKET: 'decode_error',
  BAD_EXTENSION: 'decode_error',
  LENGTH_TOO_SHORT: 'decode_error',
  BAD_KEY_SHARE: 'illegal_parameter',
  BAD_LEGACY_VERSION: 'illegal_parameter',
  INVALID_COMPRESSION_ALGORITHM: 'illegal_parameter',
  MISSING_SUPPORTED_GROUPS_EXTENSION: 'missing_extension',
  MISSING_SIGALGS_EXTENSION: 'missing_extension',
  DECRYPTION_FAILED_OR_BAD_RECORD_MAC: 'bad_record_mac',
  DIGEST_CHECK_FAILED: 'decrypt_error',
  PACKET_LENGTH_TOO_LONG: 'record_overflow',
  DATA_LENGTH_TOO_LONG: 'record_overflow',
  ENCRYPTED_LENGTH_TOO_LONG: 'record_overflow',
};

export interface TlsAlert {
  readonly name: string;
  readonly by: 'client' | 'endpoint';
}

/** Sent under another name since TLS 1.3 (RFC 8446 §4.4.2.4). */
const NO_CLIENT_CERTIFICATE = 'ERR_SSL_PEER_DID_NOT_RETURN_A_CERTIFICATE';

/**
 * The alert behind an error of `node:tls` in a handshake of `version`: what the client sent, by the number in OpenSSL's text, or what OpenSSL sent itself, by its error code. Null where
 * no alert was exchanged. OpenSSL has renamed its codes (`SSLV3_ALERT_…` became `SSL/TLS_ALERT_…` in 3.5), the number stays.
 */
export function alertOf(
  error: Error & { readonly code?: string | undefined },
  version: string | null,
): TlsAlert | null {
  const number = /SSL alert number (\d+)/.exec(error.message)?.[1];
  if (number !== undefined) return { name: alertName(Number(number)), by: 'client' };
  const code = error.code ?? '';
  const received = /^ERR_SSL_.*_ALERT_([A-Z_]+)$/.exec(code)?.[1]?.toLowerCase();
  if (received !== undefined) return { name: received, by: 'client' };
  if (code === NO_CLIENT_CERTIFICATE) {
    return { name: version === 'TLSv1.3' ? 'certificate_required' : 'handshake_failure', by: 'endpoint' };
  }
  const sent = SENT[code.replace(/^ERR_SSL_/, '')];
  return sent === undefined ? null : { name: sent, by: 'endpoint' };
}
