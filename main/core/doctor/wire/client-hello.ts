/** Versions of TLS by their numbers on the wire. */
export const VERSION_NUMBERS = { 'TLS 1.0': 0x0301, 'TLS 1.1': 0x0302, 'TLS 1.2': 0x0303, 'TLS 1.3': 0x0304 } as const;

export type TlsVersionName = keyof typeof VERSION_NUMBERS;

export interface HelloWish {
  /** The only version that is offered. */
  readonly version: TlsVersionName;
  readonly suites: readonly number[];
  /** Left out where the server is named by its address. */
  readonly serverName: string | null;
  /** 96 random bytes: the hello's own, its session id and its key share. */
  readonly random: Buffer;
}

const GROUPS = [0x001d, 0x0017, 0x0018, 0x0019];

/** ECDSA, RSA-PSS, Ed25519 and RSA, the SHA-1 of old servers at the end. */
const SIGNATURES = [
  0x0403, 0x0503, 0x0603, 0x0804, 0x0805, 0x0806, 0x0807, 0x0809, 0x0401, 0x0501, 0x0601, 0x0203, 0x0201,
];

/**
 * A ClientHello that offers one version alone (RFC 8446 §4.1.2, RFC 5246 §7.4.1.2), in its record. Written by hand because OpenSSL refuses to offer what is too old for it, and
 * whether a server takes that is the question. No handshake is finished with it.
 */
export function clientHello({ version, suites, serverName, random }: HelloWish): Buffer {
  const number = VERSION_NUMBERS[version];
  const is13 = version === 'TLS 1.3';
  const extensions = [
    ...(serverName === null
      ? []
      : [extension(0, sized(2, Buffer.concat([Buffer.of(0), sized(2, ascii(serverName))])))]),
    extension(10, sized(2, numbers(GROUPS))),
    extension(11, Buffer.of(1, 0)),
    extension(13, sized(2, numbers(SIGNATURES))),
    extension(23, Buffer.alloc(0)),
    ...(is13
      ? [
          extension(43, sized(1, numbers([number]))),
          // Any 32 bytes are a point of X25519 (RFC 7748 §5); nobody has to know its secret.
          extension(51, sized(2, Buffer.concat([numbers([0x001d]), sized(2, random.subarray(64, 96))]))),
        ]
      : [extension(0xff01, Buffer.of(0))]),
  ];
  const body = Buffer.concat([
    numbers([Math.min(number, VERSION_NUMBERS['TLS 1.2'])]),
    random.subarray(0, 32),
    sized(1, is13 ? random.subarray(32, 64) : Buffer.alloc(0)),
    sized(2, numbers(suites)),
    Buffer.of(1, 0),
    sized(2, Buffer.concat(extensions)),
  ]);
  const message = Buffer.concat([Buffer.of(1), sized(3, body)]);
  return Buffer.concat([Buffer.of(22, 3, 1), sized(2, message)]);
}

function extension(id: number, content: Buffer): Buffer {
  return Buffer.concat([numbers([id]), sized(2, content)]);
}

function numbers(values: readonly number[]): Buffer {
  return Buffer.concat(values.map((value) => Buffer.of(value >> 8, value & 0xff)));
}

function sized(bytes: 1 | 2 | 3, content: Buffer): Buffer {
  const length = Buffer.alloc(bytes);
  length.writeUIntBE(content.length, 0, bytes);
  return Buffer.concat([length, content]);
}

function ascii(text: string): Buffer {
  return Buffer.from(text, 'latin1');
}
