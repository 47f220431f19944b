import { connect, type TLSSocket } from 'node:tls';

/*
 * The load generator, in a process of its own so that its work is not counted as the server's: reads one job as JSON from stdin, keeps one request in flight on each
 * of its TLS connections until the time is over, and prints what came of it as JSON. It writes requests and reads answers by hand, because a client that costs
 * as much as the server would measure itself.
 */

/** What the generator is to do. The token comes by stdin, so that it is in no argument. */
export interface LoadJob {
  readonly url: string;
  readonly token: string | null;
  /** PEM of the authority; null trusts what Node trusts. */
  readonly ca: string | null;
  readonly connections: number;
  /** Not counted, first. */
  readonly warmUpMs: number;
  readonly runMs: number;
  /** Where it is to end earlier, after so many requests. */
  readonly mostRequests?: number;
  /** Body as base64, sent as it is. */
  readonly body: string;
  readonly contentEncoding: string | null;
}

/** What came of a job; times in milliseconds. */
export interface LoadResult {
  readonly requests: number;
  readonly failures: number;
  readonly elapsedMs: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly cpuMs: number;
}

if (process.argv[1] === import.meta.filename) {
  const pieces: Buffer[] = [];
  for await (const piece of process.stdin) pieces.push(piece as Buffer);
  const job: LoadJob = JSON.parse(Buffer.concat(pieces).toString('utf8'));
  process.stdout.write(JSON.stringify(await runJob(job)));
}

async function runJob(job: LoadJob): Promise<LoadResult> {
  const request = requestOf(job);
  const taken: number[] = [];
  let failures = 0;
  let sent = 0;
  let isCounting = false;
  let isOver = false;
  const conversations = Array.from({ length: job.connections }, async () => {
    const socket = await open(job);
    const answers = answersOf(socket);
    while (!isOver && sent < (job.mostRequests ?? Number.POSITIVE_INFINITY)) {
      sent += 1;
      const startedMs = performance.now();
      socket.write(request);
      const status = await answers();
      if (!isCounting) continue;
      if (status === 202) taken.push(performance.now() - startedMs);
      else failures += 1;
    }
    socket.destroy();
  });
  await after(job.warmUpMs);
  isCounting = true;
  const startedMs = performance.now();
  const cpuBefore = process.cpuUsage();
  await Promise.race([after(job.runMs), Promise.all(conversations)]);
  isCounting = false;
  isOver = true;
  const elapsedMs = performance.now() - startedMs;
  const cpu = process.cpuUsage(cpuBefore);
  await Promise.all(conversations);
  taken.sort((one, other) => one - other);
  const at = (share: number): number => taken[Math.min(taken.length - 1, Math.floor(taken.length * share))] ?? 0;
  return {
    requests: taken.length,
    failures,
    elapsedMs,
    p50Ms: at(0.5),
    p99Ms: at(0.99),
    cpuMs: (cpu.user + cpu.system) / 1000,
  };
}

function requestOf({ url, token, body, contentEncoding }: LoadJob): Buffer {
  const bytes = Buffer.from(body, 'base64');
  const head = [
    'POST /intake/v2/events HTTP/1.1',
    `Host: ${new URL(url).host}`,
    'User-Agent: sealwire-bench/1.0',
    ...(token === null ? [] : [`Authorization: Bearer ${token}`]),
    'Content-Type: application/x-ndjson',
    ...(contentEncoding === null ? [] : [`Content-Encoding: ${contentEncoding}`]),
    `Content-Length: ${bytes.length}`,
  ];
  return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), bytes]);
}

function open({ url, ca }: LoadJob): Promise<TLSSocket> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const options = { host: hostname, port: Number(port || 443), ...(ca === null ? {} : { ca }) };
    const socket = connect({ ...options, servername: hostname, ALPNProtocols: ['http/1.1'] }, () => resolve(socket));
    socket.setNoDelay(true);
    socket.once('error', reject);
  });
}

/** The status of one answer after the other; answers of intake fit into memory. */
function answersOf(socket: TLSSocket): () => Promise<number> {
  let text = '';
  let waiting: ((status: number) => void) | null = null;
  const look = (): void => {
    const end = text.indexOf('\r\n\r\n');
    if (end === -1 || waiting === null) return;
    const length = Number(/^content-length: (\d+)/im.exec(text.slice(0, end))?.[1] ?? 0);
    if (text.length < end + 4 + length) return;
    const status = Number(text.slice(9, 12));
    text = text.slice(end + 4 + length);
    const tell = waiting;
    waiting = null;
    tell(status);
  };
  socket.on('data', (bytes: Buffer) => {
    text += bytes.toString('latin1');
    look();
  });
  // A server that closes has failed the request in flight.
  socket.once('close', () => waiting?.(0));
  return () =>
    new Promise((resolve) => {
      if (socket.destroyed) {
        resolve(0);
        return;
      }
      waiting = resolve;
      look();
    });
}

function after(milliseconds: number): Promise<void> {
  // The process ends when the work does.
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds).unref();
  });
}
