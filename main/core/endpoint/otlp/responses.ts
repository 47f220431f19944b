/** The message for a request that was taken whole: an empty `partial_success`, as the real server sends it. */
const EMPTY_SUCCESS = Buffer.from([0x0a, 0]);

/** The words for data points that the data model has no place for. */
const UNSUPPORTED = 'unsupported data points';

/** An `Export…ServiceResponse` (opentelemetry-proto, `collector/*`), with what was not taken. */
export function exportResponse(rejected: number): Buffer {
  if (rejected === 0) return EMPTY_SUCCESS;
  return field(1, Buffer.concat([Buffer.from([0x08]), varintOf(rejected), field(2, Buffer.from(UNSUPPORTED))]));
}

/** A `google.rpc.Status` (google/rpc/status.proto): code and message. */
export function rpcStatus(code: number, message: string): Buffer {
  return Buffer.concat([Buffer.from([0x08]), varintOf(code), field(2, Buffer.from(message))]);
}

function field(number: number, bytes: Buffer): Buffer {
  return Buffer.concat([Buffer.from([(number << 3) | 2]), varintOf(bytes.length), bytes]);
}

function varintOf(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) bytes.push((rest % 0x80) | 0x80);
  return Buffer.from([...bytes, rest]);
}
