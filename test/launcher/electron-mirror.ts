import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** A mirror of Electron's downloads on loopback, which does with each request what the test says. */
export interface ElectronMirror {
  /** For `ELECTRON_MIRROR`. */
  readonly url: string;
  readonly host: string;
  /** Paths that were asked for. */
  readonly asked: readonly string[];
  answers(listener: RequestListener): void;
  /** From now on connections are refused, as by a machine where nothing listens. */
  close(): Promise<void>;
}

export async function electronMirror(): Promise<ElectronMirror> {
  const asked: string[] = [];
  const sockets = new Set<Socket>();
  let listener: RequestListener = (_, response) => response.writeHead(404).end();
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    listener(request, response);
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: `http://${host}/`,
    host,
    asked,
    answers: (next) => {
      listener = next;
    },
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

/** A whole and right answer. */
export function sending(content: Buffer): RequestListener {
  return (_, response) => response.writeHead(200, { 'content-length': content.length }).end(content);
}
