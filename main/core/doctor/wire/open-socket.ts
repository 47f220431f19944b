import type { Socket } from 'node:net';
import { NetworkFault } from '../network-fault.ts';
import type { Surroundings } from '../surroundings.ts';

/** One address of the examined server. */
export interface Place {
  readonly address: string;
  readonly port: number;
}

/** Why no connection came about, by the code of the system. */
const UNREACHED: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there',
  EHOSTUNREACH: 'there is no way to that machine',
  ENETUNREACH: 'there is no way to that network',
  EADDRNOTAVAIL: 'this machine has no address to reach it from',
  EACCES: 'this machine does not allow it',
  EPERM: 'this machine does not allow it',
  ETIMEDOUT: 'nothing answers',
  ECONNRESET: 'the connection was reset at once',
  ECONNABORTED: 'the connection was ended at once',
};

/** Connects to one address, and waits no longer than `signal` does. Rejects with a `NetworkFault`. The caller destroys the socket. */
export function openSocket(world: Surroundings, { address, port }: Place, signal: AbortSignal): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = world.connect(address, port);
    const settle = (fault: NetworkFault | null): void => {
      signal.removeEventListener('abort', giveUp);
      socket.off('connect', succeed).off('error', failed);
      if (fault === null) {
        resolve(socket);
        return;
      }
      // Whatever it says while it goes is of no interest any more.
      socket.on('error', () => undefined).destroy();
      reject(fault);
    };
    const succeed = (): void => settle(null);
    const giveUp = (): void => settle(new NetworkFault('unreachable', 'nothing answers'));
    const failed = (error: NodeJS.ErrnoException): void => {
      const code = error.code ?? '';
      settle(
        new NetworkFault(
          'unreachable',
          `${UNREACHED[code] ?? 'it cannot be reached'}${code === '' ? '' : ` (${code})`}`,
          { cause: error },
        ),
      );
    };
    socket.once('connect', succeed).once('error', failed);
    if (signal.aborted) giveUp();
    else signal.addEventListener('abort', giveUp, { once: true });
  });
}
