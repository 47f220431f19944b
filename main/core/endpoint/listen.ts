import { createServer, isIPv6, type Server, type Socket } from 'node:net';

/** Servers that listen on one port of several addresses. */
export interface Listening {
  readonly port: number;
  readonly addresses: readonly string[];
  /** Whether every address is still listened on; a server that the system took away no longer is. */
  isAlive(): boolean;
  /** Takes no more connections; those that are open stay. */
  close(): Promise<void>;
}

/** Why an address could not be had; `code` is the operating system's. */
export class ListenError extends Error {
  readonly address: string;
  readonly port: number;
  readonly code: string;

  constructor(address: string, port: number, cause: Error & { readonly code?: string }) {
    super(cause.message, { cause });
    this.name = 'ListenError';
    this.address = address;
    this.port = port;
    this.code = cause.code ?? '';
  }
}

/** Whether other threads listen on the same port. */
export interface Sharing {
  readonly isShared: boolean;
}

const ALONE: Sharing = { isShared: false };

/** Ports tried before giving up on one that is free on all addresses. */
const MOST_TRIES = 50;
const NO_IPV6 = new Set(['EADDRNOTAVAIL', 'EAFNOSUPPORT', 'EINVAL']);

/** The addresses to listen on: loopback of both families and `hosts`, without those that a wildcard of the same family covers. */
export function addressesFor(hosts: readonly string[]): string[] {
  const all = [...new Set(['127.0.0.1', '::1', ...hosts.filter((host) => host !== 'localhost')])];
  const isWild = (address: string): boolean => address === '0.0.0.0' || address === '::';
  return all.filter(
    (address) => isWild(address) || !all.some((other) => isWild(other) && isIPv6(other) === isIPv6(address)),
  );
}

/**
 * Listens on `port` of every address or of none; port 0 takes one that is free on all of them. A machine without IPv6 is served without `::1`.
 * Rejects with `ListenError`.
 *
 * Shared, several threads of this process listen on the same port, and the system gives each connection to one of them (socket(7), SO_REUSEPORT; Linux only).
 */
export async function listenOnAll(
  addresses: readonly string[],
  port: number,
  take: (socket: Socket) => void,
  sharing: Sharing = ALONE,
): Promise<Listening> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await listenOnce(addresses, port, take, sharing);
    } catch (error) {
      // The system chose the port on the first address only; another address may have it taken.
      const mayRetry = port === 0 && error instanceof ListenError && error.code === 'EADDRINUSE';
      if (!mayRetry || attempt === MOST_TRIES) throw error;
    }
  }
}

/** The first port after `port` that is free on every address. Null where none of the next fifty is. */
export async function nextFreePort(addresses: readonly string[], port: number): Promise<number | null> {
  for (let candidate = port + 1; candidate <= Math.min(65_535, port + MOST_TRIES); candidate += 1) {
    const trial = await listenOnce(addresses, candidate, (socket) => socket.destroy()).catch(() => null);
    if (trial === null) continue;
    await trial.close();
    return candidate;
  }
  return null;
}

async function listenOnce(
  addresses: readonly string[],
  port: number,
  take: (socket: Socket) => void,
  sharing: Sharing = ALONE,
): Promise<Listening> {
  const servers = new Map<string, Server>();
  const close = async (): Promise<void> => {
    await Promise.all([...servers.values()].map(closeServer));
  };
  let chosen = port;
  try {
    for (const address of addresses) {
      const server = await listenOn(address, chosen, take, sharing);
      if (server === null) continue;
      servers.set(address, server);
      const bound = server.address();
      if (bound !== null && typeof bound === 'object') chosen = bound.port;
    }
  } catch (error) {
    await close();
    throw error;
  }
  const isAlive = (): boolean => [...servers.values()].every((server) => server.listening);
  return { port: chosen, addresses: [...servers.keys()], isAlive, close };
}

/** Null for `::1` on a machine without IPv6. */
function listenOn(
  address: string,
  port: number,
  take: (socket: Socket) => void,
  { isShared }: Sharing,
): Promise<Server | null> {
  // allowHalfOpen, or Node would answer a client's FIN before the answer to its request is written.
  const server = createServer({ allowHalfOpen: false, noDelay: true }, take);
  return new Promise((resolve, reject) => {
    server.once('error', (error: Error & { readonly code?: string }) => {
      if (address === '::1' && NO_IPV6.has(error.code ?? '')) resolve(null);
      else reject(new ListenError(address, port, error));
    });
    // Without ipv6Only a wildcard would take the IPv4 port too, and the two families could not be told apart.
    server.listen({ host: address, port, ipv6Only: true, reusePort: isShared }, () => resolve(server));
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    // Resolves when the last connection ends; the port is free at once.
    server.close();
    resolve();
  });
}
