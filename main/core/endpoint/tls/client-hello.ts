/** What a client asks for in the first message of its handshake (RFC 8446 §4.1.2). */
export interface ClientHello {
  readonly sni: string | null;
  readonly alpn: readonly string[];
  /** Newest first as the client lists them, e.g. `TLSv1.3`; from the legacy field where the extension is missing. */
  readonly versions: readonly string[];
  /** Cipher suites in the client's order, by their numbers (IANA "TLS Cipher Suites"), without the values that only keep servers tolerant; at most the first 64. */
  readonly suites: readonly number[];
}

const VERSIONS: Readonly<Record<number, string>> = {
  768: 'SSLv3',
  769: 'TLSv1',
  770: 'TLSv1.1',
  771: 'TLSv1.2',
  772: 'TLSv1.3',
};

const HANDSHAKE_RECORD = 22;
const CLIENT_HELLO = 1;
const SERVER_NAME = 0;
const ALPN = 16;
const SUPPORTED_VERSIONS = 43;
/** Several times what the largest real one has, post-quantum keys included. */
const MOST_BYTES = 64 * 1024;
/** The longest list of a real client, that of old OpenSSL, is about this long. */
const MOST_SUITES = 64;

/**
 * Reads a ClientHello from the first bytes of a connection without consuming them. `'partial'` asks for more bytes; null means that these
 * are no ClientHello and never will be. Never throws, whatever the bytes.
 */
export function readClientHello(bytes: Uint8Array): ClientHello | 'partial' | null {
  const message = handshakeMessage(bytes);
  if (message === null || message === 'partial') return message;
  const reader = createReader(message);
  const legacyVersion = reader.number(2);
  reader.bytes(32);
  reader.bytes(reader.number(1));
  const suites = suitesOf(reader.bytes(reader.number(2)));
  reader.bytes(reader.number(1));
  const extensions = extensionsOf(reader.bytes(reader.number(2)));
  if (reader.isBroken()) return null;
  const supported = versionsOf(extensions.get(SUPPORTED_VERSIONS));
  return {
    sni: serverNameOf(extensions.get(SERVER_NAME)),
    alpn: protocolsOf(extensions.get(ALPN)),
    versions: supported.length > 0 ? supported : named([legacyVersion]),
    suites,
  };
}

/** The body of the first handshake message, put together from as many records as it spans. */
function handshakeMessage(bytes: Uint8Array): Uint8Array | 'partial' | null {
  const fragments: Uint8Array[] = [];
  let collected = 0;
  for (let at = 0; ; ) {
    const record = createReader(bytes.subarray(at));
    const type = record.number(1);
    const major = record.number(1);
    record.number(1);
    const length = record.number(2);
    if (record.isBroken()) return wholeOr('partial');
    if (type !== HANDSHAKE_RECORD || major !== 3 || length === 0 || length > 16_640) return null;
    const fragment = bytes.subarray(at + 5, at + 5 + length);
    fragments.push(fragment);
    collected += fragment.length;
    const whole = wholeOr(null);
    if (whole !== null) return whole;
    if (fragment.length < length) return bytes.length > MOST_BYTES ? null : 'partial';
    at += 5 + length;
  }

  function wholeOr<Otherwise>(otherwise: Otherwise): Uint8Array | Otherwise | null {
    if (collected < 4) return otherwise;
    const header = createReader(Buffer.concat(fragments));
    if (header.number(1) !== CLIENT_HELLO) return null;
    const length = header.number(3);
    return collected < 4 + length ? otherwise : header.bytes(length);
  }
}

function extensionsOf(bytes: Uint8Array): ReadonlyMap<number, Uint8Array> {
  const reader = createReader(bytes);
  const extensions = new Map<number, Uint8Array>();
  while (reader.left() >= 4) extensions.set(reader.number(2), reader.bytes(reader.number(2)));
  return extensions;
}

/** Only what a host name or address may hold, so that it can be shown anywhere. */
function serverNameOf(bytes: Uint8Array | undefined): string | null {
  const list = vectorOf(bytes, 2);
  list.number(1);
  const name = Buffer.from(list.bytes(list.number(2))).toString('latin1');
  return !list.isBroken() && /^[\w.:-]{1,255}$/.test(name) ? name : null;
}

function protocolsOf(bytes: Uint8Array | undefined): string[] {
  const list = vectorOf(bytes, 2);
  const protocols: string[] = [];
  while (list.left() > 0) protocols.push(Buffer.from(list.bytes(list.number(1))).toString('latin1'));
  return protocols.filter((name) => /^[\x21-\x7e]{1,255}$/.test(name)).slice(0, 32);
}

function versionsOf(bytes: Uint8Array | undefined): string[] {
  const list = vectorOf(bytes, 1);
  const numbers: number[] = [];
  while (list.left() >= 2) numbers.push(list.number(2));
  return named(numbers);
}

function suitesOf(bytes: Uint8Array): number[] {
  const list = createReader(bytes.subarray(0, 2 * MOST_SUITES));
  const suites: number[] = [];
  while (list.left() >= 2) suites.push(list.number(2));
  return suites.filter((suite) => !isGrease(suite));
}

/** `0x0a0a`, `0x1a1a` and so on (RFC 8701 §2). */
function isGrease(value: number): boolean {
  return (value & 0x0f0f) === 0x0a0a && value >> 8 === (value & 0xff);
}

/** Reserved values that clients mix in to keep servers tolerant (GREASE, RFC 8701) have no name and fall out. */
function named(numbers: readonly number[]): string[] {
  return numbers.flatMap((number) => VERSIONS[number] ?? []);
}

function vectorOf(bytes: Uint8Array | undefined, lengthBytes: number): Reader {
  const outer = createReader(bytes ?? new Uint8Array(0));
  return createReader(outer.bytes(outer.number(lengthBytes)));
}

interface Reader {
  number(length: number): number;
  bytes(length: number): Uint8Array;
  left(): number;
  /** Whether something was asked for that is not there. */
  isBroken(): boolean;
}

function createReader(source: Uint8Array): Reader {
  let at = 0;
  let broken = false;
  const take = (length: number): Uint8Array => {
    if (at + length > source.length) broken = true;
    const taken = source.subarray(at, at + length);
    at = Math.min(source.length, at + length);
    return taken;
  };
  return {
    number: (length) => take(length).reduce((value, byte) => value * 256 + byte, 0),
    bytes: take,
    left: () => source.length - at,
    isBroken: () => broken,
  };
}
