import { isPermitted } from '../authority/permitted-names.ts';
import type { Host } from '../host/host.ts';
import { readServerName } from './server-name.ts';

export interface SuggestedName {
  readonly name: string;
  readonly reason: string;
  /** What it was found by. */
  readonly source: 'host' | 'mdns' | 'docker' | 'network' | 'wsl' | 'emulator' | 'compose';
}

/**
 * Names under which this machine's endpoint can be reached, each with its reason, `localhost` first. Those that a certificate cannot carry or
 * that `permitted` does not cover (a public address of this machine) are left out.
 */
export function suggestedNames(
  host: Pick<Host, 'hostname' | 'networkInterfaces'>,
  permitted: readonly string[] | null,
): SuggestedName[] {
  const own = ownHostName(host);
  const source = 'host';
  const candidates: SuggestedName[] = [
    { name: 'localhost', reason: 'applications on this machine', source },
    { name: '127.0.0.1', reason: 'the same, by IPv4 address', source },
    { name: '::1', reason: 'the same, by IPv6 address', source },
    ...(own === null ? [] : [{ name: own, reason: 'the name of this machine', source } as const]),
    ...(own === null || own.includes('.')
      ? []
      : [{ name: `${own}.local`, reason: 'its name in the local network (mDNS)', source: 'mdns' } as const]),
    { name: 'host.docker.internal', reason: 'containers that call this machine', source: 'docker' },
    ...networkAddresses(host),
  ];
  return candidates.filter(({ name }, index) => {
    const read = readServerName(name);
    const isFirst = candidates.findIndex((other) => other.name === name) === index;
    return isFirst && 'general' in read && (permitted === null || isPermitted(read.general, permitted));
  });
}

/** The machine's name where a certificate can carry it, else null. */
export function ownHostName(host: Pick<Host, 'hostname'>): string | null {
  const read = readServerName(host.hostname);
  return 'general' in read && read.general.kind === 'dns' && !read.text.startsWith('*') ? read.text : null;
}

/** Link-local IPv6 addresses need a zone, which a certificate cannot carry. */
function networkAddresses(host: Pick<Host, 'networkInterfaces'>): SuggestedName[] {
  return Object.entries(host.networkInterfaces()).flatMap(([name, addresses]) =>
    addresses
      .filter(({ internal, address }) => !internal && !/^fe80:/i.test(address))
      .map(({ address }) => ({ name: address, ...reachedBy(name) })),
  );
}

/** Names that Docker gives to its bridges on Linux, and Windows to its side of the network with WSL. */
function reachedBy(name: string): Pick<SuggestedName, 'reason' | 'source'> {
  if (/^(docker\d+|br-[0-9a-f]{12})$/.test(name)) {
    return { reason: `containers that call this machine by its address on ${name}`, source: 'docker' };
  }
  if (/\bWSL\b/.test(name)) return { reason: `programs in WSL that call this machine (${name})`, source: 'wsl' };
  return { reason: `the address of this machine on ${name}`, source: 'network' };
}
