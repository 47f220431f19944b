import type { IncomingMessage } from 'node:http';

/** As much of an unread body as the real server swallows before it answers (net/http, `maxPostHandlerReadBytes`), and the two bytes that it has looked at. */
const MOST_SWALLOWED = 256 * 1024 + 2;

/**
 * Reads what a route has left of a body, because an early refusal waits for it (reference A2, last paragraph). `'too-big'`: more was announced than will be read, the
 * answer goes out at once. `'too-long'`: more came than will be read. After both the connection ends.
 * Throws when the client leaves.
 */
export async function drainBody(
  request: IncomingMessage,
  alreadyRead: number,
): Promise<'done' | 'too-big' | 'too-long'> {
  if (request.complete && request.readableLength === 0) {
    // Reading beyond the end is what makes a stream say that it has ended.
    request.read();
    return 'done';
  }
  const announced = Number(request.headers['content-length'] ?? 0);
  if (announced - alreadyRead > MOST_SWALLOWED) return 'too-big';
  let swallowed = 0;
  for await (const piece of request.iterator({ destroyOnReturn: false })) {
    swallowed += piece.length;
    if (swallowed > MOST_SWALLOWED) return 'too-long';
  }
  if (!request.complete) throw new Error('the client left in the middle of a request');
  return 'done';
}
