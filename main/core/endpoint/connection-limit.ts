import type { Socket } from 'node:net';

/** Lets connections in one by one, no more than so many at once. */
export interface ConnectionLimit {
  take(socket: Socket): void;
  /** Ends the connections that were never let in. */
  close(): void;
}

/**
 * `most` connections are served at once; the others wait, accepted by the system and not read from, until one ends, as behind the real server's `max_connections`. 0 is
 * without a limit. A client that gives up while it waits is let in when its turn comes, and found gone.
 */
export function limitConnections(most: number, serve: (socket: Socket) => void): ConnectionLimit {
  const waiting: Socket[] = [];
  let running = 0;

  const admit = (socket: Socket): void => {
    running += 1;
    socket.once('close', () => {
      running -= 1;
      const next = waiting.shift();
      if (next !== undefined) admit(next);
    });
    serve(socket);
  };

  return {
    take(socket) {
      if (most === 0 || running < most) admit(socket);
      else {
        // Nobody listens for its bytes, so the system keeps them. Why it ended is found out by reading, once it is let in.
        socket.on('error', () => undefined);
        waiting.push(socket);
      }
    },
    close() {
      for (const socket of waiting.splice(0)) socket.destroy();
    },
  };
}
