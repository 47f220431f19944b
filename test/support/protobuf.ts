/** One field of a protobuf message, written by hand: number, then bytes, text, a nested message, or a number as varint. */
export type ProtoField = readonly [
  number: number,
  value: Buffer | string | number | bigint | readonly ProtoField[] | Fixed64,
];

/** A number of eight bytes: a time in nanoseconds, or a double. */
export interface Fixed64 {
  readonly fixed64: bigint | number;
}

/** Encodes a message, by the wire format alone (protobuf.dev/programming-guides/encoding), so that tests share no code with what they test. */
export function proto(...fields: readonly ProtoField[]): Buffer {
  return Buffer.concat(fields.flatMap(([number, value]) => encode(number, value)));
}

function encode(number: number, value: ProtoField[1]): Buffer[] {
  if (typeof value === 'number' || typeof value === 'bigint') return [tag(number, 0), varint(BigInt(value))];
  if (typeof value === 'string' || Buffer.isBuffer(value)) return lengthed(number, Buffer.from(value));
  if ('fixed64' in value) return [tag(number, 1), eightBytes(value.fixed64)];
  return lengthed(number, proto(...value));
}

function lengthed(number: number, bytes: Buffer): Buffer[] {
  return [tag(number, 2), varint(BigInt(bytes.length)), bytes];
}

function tag(number: number, wireType: number): Buffer {
  return varint(BigInt(number * 8 + wireType));
}

/** Negative numbers take ten bytes, in two's complement. */
export function varint(value: bigint): Buffer {
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, value);
  for (; rest >= 128n; rest >>= 7n) bytes.push(Number(rest & 127n) | 128);
  return Buffer.from([...bytes, Number(rest)]);
}

function eightBytes(value: bigint | number): Buffer {
  const bytes = Buffer.alloc(8);
  if (typeof value === 'bigint') bytes.writeBigUInt64LE(BigInt.asUintN(64, value));
  else bytes.writeDoubleLE(value);
  return bytes;
}
