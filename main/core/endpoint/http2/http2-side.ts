import {
  constants,
  type IncomingHttpHeaders,
  performServerHandshake,
  type ServerHttp2Session,
  type ServerHttp2Stream,
} from 'node:http2';
import type { TLSSocket } from 'node:tls';
import type { ConnectionLog } from '../connection-log.ts';
import type { Site } from '../http/answer.ts';
import { requestFact } from '../http/request-fact.ts';
import type { EndpointLimits } from '../limits.ts';
import type { TrafficCount } from '../traffic.ts';
import { serveGrpc } from './serve-grpc.ts';
import { serveHttp } from './serve-http.ts';
import { streamRequest } from './stream-request.ts';

export interface Http2Side {
  /** Speaks HTTP/2 on a socket whose handshake is done, from now until it closes. */
  take(socket: TLSSocket, log: ConnectionLog): void;
  /** Says goodbye (GOAWAY) on every connection; each ends with the answer to its last request. */
  retire(): void;
}

interface Connection {
  readonly socket: TLSSocket;
  readonly session: ServerHttp2Session;
  readonly log: ConnectionLog;
  /** Set by the first request, for all of them. */
  speaks: 'grpc' | 'http' | null;
  requests: number;
  running: number;
  timer: NodeJS.Timeout | undefined;
}

/** What Go's HTTP/2 server allows at a time. */
const MOST_STREAMS = 250;

/**
 * The HTTP/2 side of the endpoint. A connection is gRPC or HTTP by the content type of its first request, as the real server's multiplexer decides
 * it (reference A6). Limits of time are kept here; floods of resets, pings, settings and headers are Node's and nghttp2's to end.
 */
export function createHttp2Side(options: {
  readonly site: Site;
  readonly traffic: TrafficCount;
  now(): Date;
  /** Whether a connection is to end with what it asks now: a canary waits for the next one of its service. */
  endsAfterAnswer(connection: string): boolean;
}): Http2Side {
  const { site, traffic } = options;
  const limits: EndpointLimits = site.limits;
  const connections = new Set<Connection>();
  let isRetiring = false;

  /** A session whose client reset the connection may wait for ever for its last write, and does not let go of the socket by itself. */
  const end = ({ session, socket }: Connection): void => {
    session.destroy();
    socket.destroy();
  };

  const waitForNext = (connection: Connection): void => {
    clearTimeout(connection.timer);
    connection.timer = setTimeout(() => end(connection), limits.idleMs);
  };

  const serve = async (
    connection: Connection,
    stream: ServerHttp2Stream,
    headers: IncomingHttpHeaders,
    rawHeaders: readonly string[],
  ): Promise<void> => {
    const { log } = connection;
    const request = streamRequest(stream, headers, rawHeaders);
    connection.requests += 1;
    const number = connection.requests;
    traffic.asked();
    log.say(requestFact(request, number, site.settings.capturePersonalData));
    connection.speaks ??= request.headers['content-type'] === 'application/grpc' ? 'grpc' : 'http';
    const common = { site, number, log };
    if (connection.speaks === 'grpc') await serveGrpc(stream, request, common);
    else traffic.answered(await serveHttp(stream, request, { ...common, now: options.now() }));
  };

  const begin = (
    connection: Connection,
    stream: ServerHttp2Stream,
    headers: IncomingHttpHeaders,
    rawHeaders: readonly string[],
  ): void => {
    connection.running += 1;
    clearTimeout(connection.timer);
    // GOAWAY names the streams that are still answered; the client opens another connection for its next request (RFC 9113 §6.8).
    if (options.endsAfterAnswer(connection.log.connection)) connection.session.close();
    const runOut = (): void => {
      stream.close(constants.NGHTTP2_INTERNAL_ERROR);
      timer = setTimeout(() => end(connection), limits.writeMs);
    };
    // A time of 0 never runs out.
    let timer = limits.writeMs === 0 ? undefined : setTimeout(runOut, limits.writeMs);
    // Its connection tells why; a stream that a client resets is nobody else's affair.
    stream.on('error', () => undefined);
    stream.once('close', () => {
      clearTimeout(timer);
      connection.running -= 1;
      if (connection.running === 0 && !connection.session.destroyed) waitForNext(connection);
    });
    serve(connection, stream, headers, rawHeaders).catch(() => {
      // The client left, or a route failed in a way it does not know: there is nobody, or nothing certain, to answer.
      if (!stream.destroyed) stream.close(constants.NGHTTP2_INTERNAL_ERROR);
    });
  };

  return {
    take(socket, log) {
      // Only a tls.Server clears this when a handshake is done; a session would wait for it.
      Reflect.set(socket, 'secureConnecting', false);
      const session = performServerHandshake(socket, {
        settings: { maxConcurrentStreams: MOST_STREAMS, maxHeaderListSize: limits.maxHeaderBytes },
        // Nothing waits for the reader of a session that sends nothing but windows and pings.
        maxSessionMemory: 16,
      });
      const connection: Connection = { socket, session, log, speaks: null, requests: 0, running: 0, timer: undefined };
      connections.add(connection);
      // A broken connection is told by its socket, whose error is part of the fact `closed`.
      session.on('error', () => undefined);
      session.on('stream', (stream, headers, _flags, rawHeaders) => begin(connection, stream, headers, rawHeaders));
      session.once('close', () => {
        clearTimeout(connection.timer);
        connections.delete(connection);
        socket.destroy();
      });
      waitForNext(connection);
      if (isRetiring) session.close();
    },
    retire() {
      isRetiring = true;
      for (const { session } of connections) session.close();
    },
  };
}
