import type { Endpoint } from '../../contract/index.ts';
import { addressesFor } from './listen.ts';
import type { EndpointSettings } from './ports.ts';

/** What is listened on, and since when. */
export interface ListeningSince {
  readonly port: number;
  readonly addresses: readonly string[];
  readonly since: string;
}

/** The endpoint as it is shown; what would be listened on stands there while nothing is. */
export function endpointState(
  settings: Pick<EndpointSettings, 'port' | 'hosts' | 'auth'>,
  listening: ListeningSince | null,
  { problem, connections, ca }: Pick<Endpoint, 'problem' | 'connections' | 'ca'>,
): Endpoint {
  const port = listening?.port ?? settings.port;
  return {
    url: `https://localhost:${port}`,
    listening: listening !== null,
    pid: process.pid,
    since: listening?.since ?? null,
    port,
    addresses: [...(listening?.addresses ?? addressesFor(settings.hosts))],
    problem,
    auth: settings.auth,
    connections,
    ca,
  };
}
