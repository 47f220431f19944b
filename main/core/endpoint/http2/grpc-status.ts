/** Status codes of gRPC that are answered (grpc.github.io/grpc/core/md_doc_statuscodes.html). */
export const GRPC = {
  ok: 0,
  unknown: 2,
  invalidArgument: 3,
  deadlineExceeded: 4,
  permissionDenied: 7,
  resourceExhausted: 8,
  unimplemented: 12,
  internal: 13,
  unauthenticated: 16,
} as const;

/** How a call ends. `httpStatus` differs from 200 only where the request is no gRPC call at all. */
export interface GrpcStatus {
  readonly code: number;
  readonly message: string;
  readonly httpStatus?: number;
}

/** A status message as a header carries it: everything but printable ASCII, and `%`, is percent-encoded by bytes (gRPC over HTTP/2, "Status-Message"). */
export function encodeGrpcMessage(message: string): string {
  let encoded = '';
  for (const byte of Buffer.from(message)) {
    encoded +=
      byte >= 0x20 && byte <= 0x7e && byte !== 0x25
        ? String.fromCharCode(byte)
        : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }
  return encoded;
}
