import { GRPC, type GrpcStatus } from './grpc-status.ts';

/** Most bytes of one message, packed and unpacked: what grpc-go takes where nothing else is set (reference A6). */
export const MOST_MESSAGE_BYTES = 4 * 1024 * 1024;

const HEAD_BYTES = 5;

/** The head of a message: whether it is compressed, and its length (gRPC over HTTP/2, "Length-Prefixed-Message"). */
export interface MessageHead {
  readonly isCompressed: boolean;
  readonly length: number;
}

/** Why a message cannot be read, as a call's status. */
export class FrameError extends Error {
  readonly status: GrpcStatus;

  constructor(status: GrpcStatus) {
    super(status.message);
    this.name = 'FrameError';
    this.status = status;
  }
}

/** Takes the one message of a call out of the body: its head first, then its bytes as they arrive, and nothing that follows it. */
export interface MessageReader {
  /** Null where the body ended before any byte of a message. Throws `FrameError`. */
  head(): Promise<MessageHead>;
  bytes(): AsyncIterable<Buffer>;
  /** Lets go of the body, wherever reading has got to, without waiting for more of it. */
  close(): Promise<void>;
}

export function readMessage(body: AsyncIterable<Buffer>, encoding: string): MessageReader {
  const pieces = body[Symbol.asyncIterator]();
  let pending: Buffer = Buffer.alloc(0);
  let left = 0;
  let isWaiting = false;

  const more = async (): Promise<boolean> => {
    isWaiting = true;
    const { value, done } = await pieces.next();
    isWaiting = false;
    if (done === true) return false;
    pending = pending.length === 0 ? value : Buffer.concat([pending, value]);
    return true;
  };

  return {
    async head() {
      while (pending.length < HEAD_BYTES) {
        if (await more()) continue;
        throw new FrameError({ code: GRPC.unknown, message: pending.length === 0 ? 'EOF' : 'unexpected EOF' });
      }
      const flag = pending.readUInt8(0);
      const length = pending.readUInt32BE(1);
      pending = pending.subarray(HEAD_BYTES);
      left = length;
      // In grpc-go's order: size, then form.
      if (length > MOST_MESSAGE_BYTES) {
        const message = `grpc: received message larger than max (${length} vs. ${MOST_MESSAGE_BYTES})`;
        throw new FrameError({ code: GRPC.resourceExhausted, message });
      }
      if (flag > 1) {
        throw new FrameError({ code: GRPC.internal, message: `grpc: received unexpected payload format ${flag}` });
      }
      if (flag === 1 && (encoding === '' || encoding === 'identity')) {
        const message = 'grpc: compressed flag set with identity or empty encoding';
        throw new FrameError({ code: GRPC.internal, message });
      }
      return { isCompressed: flag === 1, length };
    },
    async *bytes() {
      while (left > 0) {
        if (pending.length === 0 && !(await more())) {
          throw new FrameError({ code: GRPC.unknown, message: 'unexpected EOF' });
        }
        const piece = pending.subarray(0, left);
        pending = pending.subarray(piece.length);
        left -= piece.length;
        yield piece;
      }
    },
    async close() {
      // While a piece is waited for, letting go would wait for it too; the end of the stream then lets go.
      if (!isWaiting) await pieces.return?.();
    },
  };
}

/** A message with its head. */
export function frameMessage(bytes: Buffer, isCompressed: boolean): Buffer {
  const head = Buffer.alloc(HEAD_BYTES);
  head.writeUInt8(isCompressed ? 1 : 0, 0);
  head.writeUInt32BE(bytes.length, 1);
  return Buffer.concat([head, bytes]);
}
