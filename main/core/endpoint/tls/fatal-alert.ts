import { createCipheriv, createHmac } from 'node:crypto';
import { alertNumber } from './tls-alert.ts';

/** What a finished TLS 1.3 handshake has agreed on, as far as the server's first record needs it. */
export interface FirstRecordKeys {
  /** IANA name of the suite, e.g. `TLS_AES_128_GCM_SHA256`. */
  readonly cipher: string;
  /** `server_application_traffic_secret_0` (RFC 8446 §7.1). */
  readonly secret: Buffer;
}

const FATAL = 2;
const ALERT_RECORD = 21;
const APPLICATION_DATA_RECORD = 23;
const TAG_BYTES = 16;
const IV_BYTES = 12;

/**
 * A record with one fatal alert, as the server's next bytes on the wire. OpenSSL offers no way to send an alert of one's choice, so it is made here: in clear
 * where the server has not yet said that it encrypts (TLS 1.2 and older, up to its own Finished), else as the first record under the application keys.
 */
export function fatalAlertRecord(alert: string, keys: FirstRecordKeys | null): Buffer {
  const message = Buffer.from([FATAL, alertNumber(alert)]);
  return keys === null ? Buffer.concat([recordHead(ALERT_RECORD, message.length), message]) : sealed(message, keys);
}

/** RFC 8446 §5.2: the real type of the record is its last encrypted byte. The first record's number is 0, so the nonce is the IV itself. */
function sealed(message: Buffer, { cipher, secret }: FirstRecordKeys): Buffer {
  const hash = cipher.endsWith('SHA384') ? 'sha384' : 'sha256';
  const inner = Buffer.concat([message, Buffer.from([ALERT_RECORD])]);
  const head = recordHead(APPLICATION_DATA_RECORD, inner.length + TAG_BYTES);
  const iv = expandLabel(secret, 'iv', IV_BYTES, hash);
  const options = { authTagLength: TAG_BYTES };
  const keyOf = (bytes: number): Buffer => expandLabel(secret, 'key', bytes, hash);
  const sealing = cipher.includes('CHACHA20')
    ? createCipheriv('chacha20-poly1305', keyOf(32), iv, options)
    : cipher.includes('AES_256')
      ? createCipheriv('aes-256-gcm', keyOf(32), iv, options)
      : createCipheriv('aes-128-gcm', keyOf(16), iv, options);
  sealing.setAAD(head, { plaintextLength: inner.length });
  return Buffer.concat([head, sealing.update(inner), sealing.final(), sealing.getAuthTag()]);
}

/** HKDF-Expand-Label of RFC 8446 §7.1 with an empty context, for at most one block of the hash. */
function expandLabel(secret: Buffer, label: string, length: number, hash: 'sha256' | 'sha384'): Buffer {
  const name = Buffer.from(`tls13 ${label}`);
  const info = Buffer.concat([Buffer.from([0, length, name.length]), name, Buffer.from([0, 1])]);
  return createHmac(hash, secret).update(info).digest().subarray(0, length);
}

function recordHead(type: number, length: number): Buffer {
  return Buffer.from([type, 3, 3, length >> 8, length & 0xff]);
}
