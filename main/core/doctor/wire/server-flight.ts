import { createDecipheriv, createHmac } from 'node:crypto';

/** What a server sent in its part of a handshake, as it stands on the wire. */
export interface ServerFlight {
  /** Certificates in the order in which they were sent, as DER. */
  readonly certificates: readonly Buffer[];
  readonly asksForCertificate: boolean;
}

const CHANGE_CIPHER_SPEC = 20;
const HANDSHAKE = 22;
const ENCRYPTED = 23;
const MESSAGE = { serverHello: 2, certificate: 11, certificateRequest: 13, finished: 20 } as const;

/** What TLS 1.3 encrypts a handshake with, by the suite (RFC 8446 §B.4). */
const SEALS: Readonly<
  Record<number, { cipher: 'aes-128-gcm' | 'aes-256-gcm' | 'chacha20-poly1305'; hash: string; keyBytes: number }>
> = {
  4865: { cipher: 'aes-128-gcm', hash: 'sha256', keyBytes: 16 },
  4866: { cipher: 'aes-256-gcm', hash: 'sha384', keyBytes: 32 },
  4867: { cipher: 'chacha20-poly1305', hash: 'sha256', keyBytes: 32 },
};

/**
 * Reads a server's part of a handshake from the bytes that were received. OpenSSL tells the chain only as it put it together itself, and what is asked here is what was sent and in which
 * order. `secret` is that of the server's handshake traffic (a line of a key log), without which TLS 1.3 shows nothing. Null where the bytes do not show a certificate; never throws.
 */
export function readServerFlight(received: Buffer, secret: Buffer | null): ServerFlight | null {
  try {
    return flightIn(received, secret);
  } catch {
    // A length that leads beyond its bytes (ERR_OUT_OF_RANGE), or a seal that does not open: nothing that can be told.
    return null;
  }
}

function flightIn(received: Buffer, secret: Buffer | null): ServerFlight | null {
  const clear: Buffer[] = [];
  const hidden: Buffer[] = [];
  let hasChanged = false;
  for (const { type, content, head } of recordsIn(received)) {
    if (type === CHANGE_CIPHER_SPEC) hasChanged = true;
    else if (type === HANDSHAKE && !(hasChanged && secret === null)) clear.push(content);
    else if (type === ENCRYPTED) hidden.push(Buffer.concat([head, content]));
  }
  const opening = messagesIn(Buffer.concat(clear));
  if (secret === null) return flightOf(opening, false);
  const hello = opening.findLast(({ type }) => type === MESSAGE.serverHello);
  const suite = hello === undefined ? 0 : hello.body.readUInt16BE(35 + (hello.body[34] ?? 0));
  return flightOf(messagesIn(unsealed(hidden, suite, secret)), true);
}

function flightOf(messages: readonly Message[], is13: boolean): ServerFlight | null {
  const sent = messages.find(({ type }) => type === MESSAGE.certificate);
  if (sent === undefined) return null;
  return {
    certificates: is13 ? certificates13(sent.body) : certificates12(sent.body),
    asksForCertificate: messages.some(({ type }) => type === MESSAGE.certificateRequest),
  };
}

function* recordsIn(bytes: Buffer): Generator<{ type: number; content: Buffer; head: Buffer }> {
  for (let at = 0; at + 5 <= bytes.length; ) {
    const end = at + 5 + bytes.readUInt16BE(at + 3);
    if (end > bytes.length) return;
    yield { type: bytes.readUInt8(at), content: bytes.subarray(at + 5, end), head: bytes.subarray(at, at + 5) };
    at = end;
  }
}

interface Message {
  readonly type: number;
  readonly body: Buffer;
}

function messagesIn(bytes: Buffer): Message[] {
  const messages: Message[] = [];
  for (let at = 0; at + 4 <= bytes.length; ) {
    const end = at + 4 + bytes.readUIntBE(at + 1, 3);
    if (end > bytes.length) break;
    messages.push({ type: bytes.readUInt8(at), body: bytes.subarray(at + 4, end) });
    at = end;
  }
  return messages;
}

/** A list of certificates, each with its length (RFC 5246 §7.4.2). */
function certificates12(body: Buffer): Buffer[] {
  const found: Buffer[] = [];
  for (let at = 3; at + 3 <= body.length; ) {
    const end = at + 3 + body.readUIntBE(at, 3);
    found.push(body.subarray(at + 3, end));
    at = end;
  }
  return found;
}

/** The same after a context, with extensions behind each (RFC 8446 §4.4.2). */
function certificates13(body: Buffer): Buffer[] {
  const found: Buffer[] = [];
  for (let at = 1 + body.readUInt8(0) + 3; at + 3 <= body.length; ) {
    const end = at + 3 + body.readUIntBE(at, 3);
    found.push(body.subarray(at + 3, end));
    at = end + 2 + body.readUInt16BE(end);
  }
  return found;
}

/** The handshake messages in sealed records, up to where other keys begin (RFC 8446 §5.2, §7.3). */
function unsealed(records: readonly Buffer[], suite: number, secret: Buffer): Buffer {
  const seal = SEALS[suite];
  if (seal === undefined) return Buffer.alloc(0);
  const key = expandLabel(seal.hash, secret, 'key', seal.keyBytes);
  const nonceBase = expandLabel(seal.hash, secret, 'iv', 12);
  const pieces: Buffer[] = [];
  for (const [number, record] of records.entries()) {
    const nonce = Buffer.from(nonceBase);
    nonce.writeUInt32BE((nonce.readUInt32BE(8) ^ number) >>> 0, 8);
    const plain = openRecord(record, seal.cipher, key, nonce);
    const end = plain.findLastIndex((byte) => byte !== 0);
    if (plain[end] !== HANDSHAKE) break;
    pieces.push(plain.subarray(0, end));
    if (messagesIn(Buffer.concat(pieces)).some(({ type }) => type === MESSAGE.finished)) break;
  }
  return Buffer.concat(pieces);
}

function openRecord(
  record: Buffer,
  cipher: 'aes-128-gcm' | 'aes-256-gcm' | 'chacha20-poly1305',
  key: Buffer,
  nonce: Buffer,
): Buffer {
  const options = { authTagLength: 16 };
  const decipher =
    cipher === 'chacha20-poly1305'
      ? createDecipheriv(cipher, key, nonce, options)
      : createDecipheriv(cipher, key, nonce, options);
  decipher.setAAD(record.subarray(0, 5), { plaintextLength: record.length - 5 - 16 });
  decipher.setAuthTag(record.subarray(-16));
  return Buffer.concat([decipher.update(record.subarray(5, -16)), decipher.final()]);
}

/** HKDF-Expand-Label without a context, for less than one block (RFC 8446 §7.1). */
function expandLabel(hash: string, secret: Buffer, label: string, length: number): Buffer {
  const name = Buffer.from(`tls13 ${label}`);
  const wish = Buffer.concat([Buffer.of(0, length, name.length), name, Buffer.of(0, 1)]);
  return createHmac(hash, secret).update(wish).digest().subarray(0, length);
}
