import type { X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import { pemCertificates } from '../authority/pem-certificates.ts';
import { certificatesOf, pathFrom, readServedChain, type ServedChain } from './certificates/served-chain.ts';
import type { Credential, DoctorOrder } from './doctor-order.ts';
import { NetworkFault } from './network-fault.ts';
import type { Surroundings } from './surroundings.ts';
import type { Target } from './target.ts';
import { askGrpc, type GrpcAnswer } from './wire/ask-grpc.ts';
import { askHttp, type HttpAnswer } from './wire/ask-http.ts';
import { exchange } from './wire/exchange.ts';
import { type Handshake, shakeHands } from './wire/handshake.ts';
import { openSocket, type Place } from './wire/open-socket.ts';
import { type SecureSocket, secureSocket } from './wire/secure-socket.ts';

/** Authorities by where they are from, and what OpenSSL says of the server's chain when it trusts them alone. */
export interface TrustVerdict {
  readonly from: TrustSource;
  /** Null where it verifies. */
  readonly objection: string | null;
}

export type TrustSource = 'given' | 'workspace' | 'system' | 'mozilla';

export interface Ask {
  readonly method: string;
  /** Path of APM Server's own. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer;
  /** Sent in the place of the order's credential; that itself only where this is `own`. */
  readonly credential?: 'own' | 'made-up';
  readonly announcedBytes?: number;
}

/**
 * What the checks look at: each thing is observed when it is first asked for and remembered. Everything is bounded in bytes and by time, and rejects with a `NetworkFault` alone. The credential is
 * sent over a connection whose certificate was verified, and over no other.
 */
export interface Examination {
  readonly order: DoctorOrder;
  readonly target: Target;
  readonly world: Surroundings;
  addresses(): Promise<readonly string[]>;
  /** For each address null, or why it cannot be reached. */
  reached(): Promise<readonly { readonly address: string; readonly fault: NetworkFault | null }[]>;
  /** The first address that was reached. */
  place(): Promise<Place>;
  handshake(): Promise<Handshake>;
  /** A handshake with another of its addresses. */
  handshakeWith(address: string): Promise<Handshake>;
  /** Null where what was sent is no certificate. */
  chain(): Promise<ServedChain | null>;
  trust(): Promise<readonly TrustVerdict[]>;
  /** Path from the leaf to an authority that is known, which may not have been sent. */
  path(): Promise<readonly X509Certificate[]>;
  /** Whether a secret may be sent: the certificate is verified for this name. */
  isTrusted(): Promise<boolean>;
  /** Sends bytes as they are to the port, in the clear. */
  sendRaw(bytes: Buffer, isEnough: (received: Buffer) => boolean): Promise<Buffer>;
  ask(ask: Ask): Promise<HttpAnswer>;
  /** Null where the server does not speak HTTP/2. */
  callGrpc(method: string): Promise<GrpcAnswer | null>;
}

/** For each single step with the network; the whole run has its own end. */
const STEP_MS = 3500;

/** Begins to examine; nothing is sent before a check asks. `signal` ends everything. */
export function examine(order: DoctorOrder, target: Target, world: Surroundings, signal: AbortSignal): Examination {
  const step = (): AbortSignal => AbortSignal.any([signal, AbortSignal.timeout(STEP_MS)]);
  const at = (address: string): Place => ({ address, port: target.port });

  const addresses = once(async (): Promise<readonly string[]> => {
    if (isIP(target.host) !== 0) return [target.host];
    const found = await raced(world.lookup(target.host), step());
    return [...new Set(found.map(({ address }) => address))].slice(0, 8);
  });

  const reached = once(async () =>
    Promise.all(
      (await addresses()).map(async (address) => {
        try {
          (await openSocket(world, at(address), step())).destroy();
          return { address, fault: null };
        } catch (error) {
          return { address, fault: faultOf(error) };
        }
      }),
    ),
  );

  const place = once(async (): Promise<Place> => {
    const found = await reached();
    const first = found.find(({ fault }) => fault === null);
    if (first === undefined) throw found[0]?.fault ?? new NetworkFault('unreachable', 'it has no address');
    return at(first.address);
  });

  const handshakeWith = async (address: string): Promise<Handshake> =>
    shakeHands(world, at(address), target.serverName, step());
  const handshake = once(async () => handshakeWith((await place()).address));
  const chain = once(async () => readServedChain((await handshake()).served));

  const sources = once(async (): Promise<readonly (readonly [TrustSource, readonly string[]])[]> => {
    const { known } = order;
    if (known?.from === 'given') return [['given', known.pems]];
    return [
      ...(known === null ? [] : [['workspace', known.pems] as const]),
      ['system', world.systemAuthorities()],
      ['mozilla', world.mozillaAuthorities()],
    ];
  });

  const secured = async (
    authorities: readonly string[],
    alpn: readonly string[],
    checkName: boolean,
  ): Promise<SecureSocket> =>
    secureSocket(
      world,
      { place: await place(), host: target.host, serverName: target.serverName, authorities, alpn, checkName },
      step(),
    );

  const trust = once(
    async (): Promise<readonly TrustVerdict[]> =>
      Promise.all(
        (await sources()).map(async ([from, authorities]) => {
          if (authorities.length === 0) return { from, objection: 'NO_AUTHORITIES' };
          const { socket, objection } = await secured(authorities, ['http/1.1'], false);
          socket.on('error', () => undefined).destroy();
          return { from, objection };
        }),
      ),
  );

  /** What is trusted from here on: the first source that verifies; else everything that is known, which then verifies nothing. */
  const anchors = once(async (): Promise<readonly string[]> => {
    const verified = (await trust()).find(({ objection }) => objection === null);
    const all = await sources();
    return all.find(([from]) => from === verified?.from)?.[1] ?? all.flatMap(([, authorities]) => authorities);
  });

  const path = once(async () => {
    const served = await chain();
    if (served === null) return [];
    const known = (await sources()).flatMap(([, authorities]) => authorities.flatMap(pemCertificates));
    return pathFrom(served.leaf, [...served.served, ...(served.endsInRoot ? [] : certificatesOf(known))]);
  });

  const isTrusted = once(async (): Promise<boolean> => {
    if (!target.isTls) return false;
    const { socket, objection } = await secured(await anchors(), ['http/1.1'], true);
    socket.on('error', () => undefined).destroy();
    return objection === null;
  });

  /** The header of the credential, which leaves this place for a verified connection alone. */
  const authorization = (which: Ask['credential'], objection: string | null): Record<string, string> => {
    if (which === undefined) return {};
    const sent: Credential | null = which === 'own' ? order.credential : null;
    if (which === 'own' && sent === null) return {};
    if (objection !== null || !target.isTls) {
      throw new NetworkFault('untrusted', 'its certificate is not verified, so no secret is sent to it');
    }
    if (sent === null) return { Authorization: `Bearer ${world.randomBytes(24).toString('base64url')}` };
    return { Authorization: `${sent.kind === 'token' ? 'Bearer' : 'ApiKey'} ${sent.secret.reveal()}` };
  };

  const ask = async ({
    method,
    path: own,
    headers = {},
    body,
    credential,
    announcedBytes,
  }: Ask): Promise<HttpAnswer> => {
    const signalOfStep = step();
    const { socket, objection } = target.isTls
      ? await secured(await anchors(), ['http/1.1'], true)
      : { socket: await openSocket(world, await place(), signalOfStep), objection: 'NOT_ENCRYPTED' };
    try {
      const wish = {
        method,
        path: `${target.basePath}${own}`,
        host: target.authority,
        headers: {
          'User-Agent': `sealwire-doctor/${order.version}`,
          Accept: 'application/json',
          ...headers,
          ...authorization(credential, objection),
        },
        body: body ?? null,
        ...(announcedBytes === undefined ? {} : { announcedBytes }),
      };
      return await askHttp(socket, wish, signalOfStep, world.now);
    } finally {
      socket.on('error', () => undefined).destroy();
    }
  };

  const callGrpc = async (method: string): Promise<GrpcAnswer | null> => {
    const { socket, objection } = await secured(await anchors(), ['h2', 'http/1.1'], true);
    if (socket.alpnProtocol !== 'h2') {
      socket.on('error', () => undefined).destroy();
      return null;
    }
    const headers = Object.fromEntries(
      Object.entries(authorization(objection === null ? 'own' : undefined, objection)).map(([name, value]) => [
        name.toLowerCase(),
        value,
      ]),
    );
    return askGrpc(socket, { authority: target.authority, method, headers }, step());
  };

  return {
    order,
    target,
    world,
    addresses,
    reached,
    place,
    handshake,
    handshakeWith,
    chain,
    trust,
    path,
    isTrusted,
    sendRaw: async (bytes, isEnough) => exchange(world, await place(), bytes, isEnough, step()),
    ask,
    callGrpc,
  };
}

/** Observes once; what went wrong the first time is not tried again. */
function once<T>(observe: () => Promise<T>): () => Promise<T> {
  let observed: Promise<T> | null = null;
  return () => {
    observed ??= observe();
    return observed;
  };
}

/** Waits no longer than `signal` does; what comes later is let go of. */
function raced<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const giveUp = (): void => reject(new NetworkFault('silent', 'no name server answers'));
    if (signal.aborted) giveUp();
    signal.addEventListener('abort', giveUp, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp));
  });
}

function faultOf(error: unknown): NetworkFault {
  return error instanceof NetworkFault ? error : new NetworkFault('broken', String(error));
}
