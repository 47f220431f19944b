import { NetworkFault } from '../network-fault.ts';
import type { Surroundings } from '../surroundings.ts';
import { openSocket, type Place } from './open-socket.ts';

/** Most bytes that are kept of what a server says to a few raw bytes. */
const MOST_BYTES = 32_768;

/**
 * Sends raw bytes on a connection of their own and reads until `isEnough`, until the server ends it, or until `signal` does; whichever it was, what was received is the answer. Rejects with
 * a `NetworkFault` where there is no connection, or none of it holds a byte.
 */
export async function exchange(
  world: Surroundings,
  place: Place,
  bytes: Buffer,
  isEnough: (received: Buffer) => boolean,
  signal: AbortSignal,
): Promise<Buffer> {
  const socket = await openSocket(world, place, signal);
  return new Promise((resolve, reject) => {
    let received: Buffer = Buffer.alloc(0);
    const settle = (kind: 'closed' | 'reset' | 'silent' | null, message = ''): void => {
      signal.removeEventListener('abort', giveUp);
      socket
        .removeAllListeners('data')
        .on('error', () => undefined)
        .destroy();
      if (kind === null || received.length > 0) resolve(received);
      else reject(new NetworkFault(kind, message));
    };
    const giveUp = (): void => settle('silent', 'it says nothing');
    socket.on('data', (chunk: Buffer) => {
      received = Buffer.concat([received, chunk.subarray(0, MOST_BYTES - received.length)]);
      if (received.length === MOST_BYTES || isEnough(received)) settle(null);
    });
    socket.once('end', () => settle('closed', 'it closes the connection at once'));
    socket.once('close', () => settle('closed', 'it closes the connection at once'));
    socket.once('error', () => settle('reset', 'it resets the connection'));
    signal.addEventListener('abort', giveUp, { once: true });
    if (signal.aborted) giveUp();
    else socket.write(bytes);
  });
}
