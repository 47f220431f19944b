import { lookup } from 'node:dns/promises';
import { connect } from 'node:net';
import { getCACertificates } from 'node:tls';
import type { Host } from '../host/host.ts';
import type { Surroundings } from './surroundings.ts';

/** The network and the trust of this machine. Nothing of the environment (NODE_EXTRA_CA_CERTS) counts as trusted, since agents do not see it. */
export function realSurroundings(host: Pick<Host, 'now' | 'randomBytes'>): Surroundings {
  return {
    lookup: (name) => lookup(name, { all: true, order: 'verbatim' }),
    connect: (address, port) => connect({ host: address, port }),
    systemAuthorities: () => getCACertificates('system'),
    mozillaAuthorities: () => getCACertificates('bundled'),
    randomBytes: host.randomBytes,
    now: host.now,
  };
}
