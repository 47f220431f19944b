import { constants, type ServerHttp2Stream } from 'node:http2';

/**
 * Ends a stream whose answer is on its way: what has come of its body and nobody read is dropped, and a client that would go on sending is told
 * not to, without an error (RFC 9113 §8.1).
 */
export function endStream(stream: ServerHttp2Stream): void {
  if (stream.destroyed) return;
  stream.resume();
  const { state } = stream.state;
  const isWhole =
    state === constants.NGHTTP2_STREAM_STATE_HALF_CLOSED_REMOTE || state === constants.NGHTTP2_STREAM_STATE_CLOSED;
  if (!isWhole) stream.close(constants.NGHTTP2_NO_ERROR);
}
