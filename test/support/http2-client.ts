import { once } from 'node:events';
import { type ClientHttp2Session, connect, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http2';

/** An answer over HTTP/2: status, headers without `:status` and `date`, body, trailers, and how the stream was reset (0 for not). */
export interface StreamAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  readonly trailers: Readonly<Record<string, string>>;
  readonly resetBy: number;
  readonly hasDate: boolean;
}

/** What of an answer to a gRPC call matters, whether it came as trailers or in the head alone. */
export interface GrpcAnswer {
  readonly status: string | undefined;
  readonly message: string;
  readonly isTrailersOnly: boolean;
  readonly http: StreamAnswer;
}

export interface StreamAsk {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: OutgoingHttpHeaders;
  /** Pieces of the body; the stream is ended after them unless `isOpen`. */
  readonly body?: Buffer | readonly Buffer[];
  readonly isOpen?: boolean;
}

export interface Http2Client {
  readonly session: ClientHttp2Session;
  ask(ask: StreamAsk): Promise<StreamAnswer>;
  call(
    method: string,
    body: Buffer | readonly Buffer[],
    headers?: OutgoingHttpHeaders,
    isOpen?: boolean,
  ): Promise<GrpcAnswer>;
  /** Resolves when the connection is gone. */
  closed(): Promise<void>;
  close(): void;
}

export const TRACES = '/opentelemetry.proto.collector.trace.v1.TraceService/Export';
export const METRICS = '/opentelemetry.proto.collector.metrics.v1.MetricsService/Export';
export const LOGS = '/opentelemetry.proto.collector.logs.v1.LogsService/Export';

/** Opens an HTTP/2 connection to the endpoint on `port`. */
export async function openHttp2Client(port: number, ca: string): Promise<Http2Client> {
  const session = connect(`https://localhost:${port}`, { ca });
  // What ends it is looked at by `closed`; without a listener an error would end the test run.
  session.on('error', () => undefined);
  await once(session, 'connect');
  let isClosed = false;
  session.once('close', () => {
    isClosed = true;
  });

  const ask = ({
    method = 'GET',
    path = '/',
    headers = {},
    body = [],
    isOpen = false,
  }: StreamAsk): Promise<StreamAnswer> =>
    new Promise((resolve, reject) => {
      const stream = session.request({ ':method': method, ':path': path, ...headers });
      const pieces: Buffer[] = [];
      let head: IncomingHttpHeaders = {};
      let trailers: IncomingHttpHeaders = {};
      stream.on('response', (given) => {
        head = given;
      });
      stream.on('trailers', (given) => {
        trailers = given;
      });
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('error', () => undefined);
      stream.once('close', () => {
        const { date, ...rest } = head;
        const status = head[':status'] === undefined ? undefined : Number(head[':status']);
        if (status === undefined) reject(new Error(`no answer; the stream was reset with ${stream.rstCode}`));
        else {
          resolve({
            status,
            headers: texts(rest),
            body: Buffer.concat(pieces),
            trailers: texts(trailers),
            resetBy: stream.rstCode,
            hasDate: date !== undefined,
          });
        }
      });
      for (const piece of Buffer.isBuffer(body) ? [body] : body) stream.write(piece);
      if (!isOpen) stream.end();
    });

  return {
    session,
    ask,
    async call(method, body, headers = {}, isOpen = false) {
      const grpc = { 'content-type': 'application/grpc', te: 'trailers', ...headers };
      const http = await ask({ method: 'POST', path: method, headers: grpc, body, isOpen });
      const isTrailersOnly = 'grpc-status' in http.headers;
      const said = isTrailersOnly ? http.headers : http.trailers;
      return {
        status: said['grpc-status'],
        message: decodeURIComponent(said['grpc-message'] ?? ''),
        isTrailersOnly,
        http,
      };
    },
    closed: () => (isClosed ? Promise.resolve() : new Promise((resolve) => session.once('close', () => resolve()))),
    close: () => session.destroy(),
  };
}

/** A gRPC message with its head. */
export function grpcFrame(message: Buffer, flag = 0, length = message.length): Buffer {
  const head = Buffer.alloc(5);
  head.writeUInt8(flag);
  head.writeUInt32BE(length, 1);
  return Buffer.concat([head, message]);
}

function texts(headers: IncomingHttpHeaders): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers)
      .filter(([name]) => !name.startsWith(':'))
      .map(([name, value]) => [name, String(value)]),
  );
}
