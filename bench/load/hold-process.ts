import { connect, type TLSSocket } from 'node:tls';

/*
 * Holds connections open against a server, in a process of its own: reads one job as a line of JSON from stdin, says `open` when all are, holds them until stdin ends, and
 * prints what became of them as JSON. Idle ones ask once and are silent from then on; slow ones send a body of one byte a second and come back where they are cut off.
 */

export interface HoldJob {
  readonly url: string;
  readonly token: string;
  /** PEM of the authority. */
  readonly ca: string;
  readonly kind: 'idle' | 'slow';
  readonly connections: number;
  /** Addresses of this machine to connect from, in turn: each has ports of its own. */
  readonly from: readonly [string, ...string[]];
}

export interface HoldResult {
  /** Connections that are still open. */
  readonly open: number;
  /** How often one was ended by the server. */
  readonly ended: number;
}

/** Handshakes at a time: opening is not what is measured, and a queue of accepted connections is short. */
const AT_ONCE = 40;
const BYTE_EVERY_MS = 1000;

if (process.argv[1] === import.meta.filename) {
  let said = '';
  const job = Promise.withResolvers<HoldJob>();
  const over = Promise.withResolvers<void>();
  process.stdin.on('data', (bytes: Buffer) => {
    said += bytes.toString('utf8');
    if (said.includes('\n')) job.resolve(JSON.parse(said));
  });
  process.stdin.on('end', () => over.resolve());
  process.stdout.write(`${JSON.stringify(await hold(await job.promise, over.promise))}\n`);
  process.exit(0);
}

async function hold(job: HoldJob, over: Promise<void>): Promise<HoldResult> {
  const open = new Set<TLSSocket>();
  let ended = 0;
  let isOver = false;
  const keep = async (number: number): Promise<void> => {
    const socket = await begin(job, number);
    open.add(socket);
    socket.once('close', () => {
      open.delete(socket);
      if (isOver) return;
      ended += 1;
      // A server that is gone shows in the number of those that are open.
      if (job.kind === 'slow') keep(number).catch(() => undefined);
    });
  };
  let next = 0;
  const opening = async (): Promise<void> => {
    while (next < job.connections) {
      next += 1;
      await keep(next);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, opening));
  const drip = setInterval(() => {
    if (job.kind === 'slow') for (const socket of open) socket.write('1\r\n{\r\n');
  }, BYTE_EVERY_MS);
  process.stdout.write('open\n');
  await over;
  clearInterval(drip);
  isOver = true;
  const result = { open: open.size, ended };
  for (const socket of open) socket.destroy();
  return result;
}

/** Resolves when the connection has said what it has to: a request that was answered, or the head of one without end. */
function begin({ url, token, ca, kind, from }: HoldJob, number: number): Promise<TLSSocket> {
  const { hostname, port, host } = new URL(url);
  const localAddress = from[number % from.length] ?? from[0];
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port: Number(port), localAddress, servername: hostname, ca };
    const socket = connect({ ...options, ALPNProtocols: ['http/1.1'] }, () => {
      if (kind === 'slow') {
        const fields = `Host: ${host}\r\nAuthorization: Bearer ${token}\r\nTransfer-Encoding: chunked`;
        socket.write(`POST /intake/v2/events HTTP/1.1\r\n${fields}\r\n\r\n`);
        resolve(socket);
      } else socket.write(`GET / HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
    });
    socket.once('data', () => resolve(socket)).on('data', () => undefined);
    socket.on('error', reject);
  });
}
