import { alertName } from '../../endpoint/tls/tls-alert.ts';

/** What a server said to a ClientHello. `incomplete` wants more bytes. */
export type HelloReply =
  | { readonly kind: 'incomplete' }
  | { readonly kind: 'hello'; readonly version: number; readonly suite: number }
  | { readonly kind: 'alert'; readonly alert: string }
  | { readonly kind: 'not-tls' };

const ALERT = 21;
const HANDSHAKE = 22;
const SERVER_HELLO = 2;
const SUPPORTED_VERSIONS = 43;

/** Most bytes of one record's content (RFC 8446 §5.1, with what RFC 5246 allows on top). */
const MOST_RECORD_BYTES = 16_384 + 2048;

/** Reads the first record of a server: its ServerHello, or an alert. Takes any bytes and never throws. */
export function readHelloReply(bytes: Buffer): HelloReply {
  if (bytes.length === 0) return { kind: 'incomplete' };
  const type = bytes[0];
  if (type !== ALERT && type !== HANDSHAKE) return { kind: 'not-tls' };
  if (bytes.length > 1 && bytes[1] !== 3) return { kind: 'not-tls' };
  if (bytes.length < 5) return { kind: 'incomplete' };
  const length = bytes.readUInt16BE(3);
  if (length === 0 || length > MOST_RECORD_BYTES) return { kind: 'not-tls' };
  if (bytes.length < 5 + length) return { kind: 'incomplete' };
  const content = bytes.subarray(5, 5 + length);
  if (type === ALERT) return length === 2 ? { kind: 'alert', alert: alertName(content[1] ?? 0) } : { kind: 'not-tls' };
  return readServerHello(content);
}

function readServerHello(content: Buffer): HelloReply {
  const notTls: HelloReply = { kind: 'not-tls' };
  if (content[0] !== SERVER_HELLO || content.length < 4 + 2 + 32 + 1) return notTls;
  const end = 4 + content.readUIntBE(1, 3);
  const hello = content.subarray(4, end);
  const sessionLength = hello[34] ?? 0;
  const at = 35 + sessionLength;
  if (content.length < end || hello.length < at + 3) return notTls;
  const version = versionIn(hello.subarray(at + 3)) ?? hello.readUInt16BE(0);
  return { kind: 'hello', version, suite: hello.readUInt16BE(at) };
}

/** The version that TLS 1.3 hides in an extension (RFC 8446 §4.2.1). */
function versionIn(list: Buffer): number | null {
  for (let at = 2; at + 4 <= list.length; ) {
    const length = list.readUInt16BE(at + 2);
    if (list.readUInt16BE(at) === SUPPORTED_VERSIONS && length === 2 && at + 6 <= list.length) {
      return list.readUInt16BE(at + 4);
    }
    at += 4 + length;
  }
  return null;
}
