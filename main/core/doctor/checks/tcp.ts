import type { DoctorDetail } from '../../../contract/index.ts';
import { type Check, failed, passed, warned } from '../check.ts';

/** Whether a connection comes about, to each address by itself. */
export const tcp: Check = {
  id: 'tcp',
  title: 'Connection',
  needs: ['addresses'],
  run: async ({ reached, target: { port, host } }) => {
    const found = await reached();
    const good = found.filter(({ fault }) => fault === null).map(({ address }) => address);
    const bad = found.flatMap(({ address, fault }) => (fault === null ? [] : [`${address}: ${fault.message}`]));
    const details = found.map(
      ({ address, fault }): DoctorDetail => ({
        what: `${address.includes(':') ? 'IPv6' : 'IPv4'} ${address}`,
        state: fault === null ? 'ok' : good.length === 0 ? 'failed' : 'warning',
        text: fault === null ? 'connects' : fault.message,
      }),
    );
    if (good.length === 0) {
      return failed(
        `Nothing can be reached on port ${port} of ${host}.`,
        bad.join('; '),
        `Check that the server runs and listens on port ${port} for other machines (apm-server.host is 127.0.0.1:8200 unless it is set), and that no firewall stands between.`,
        details,
      );
    }
    if (bad.length > 0) {
      return warned(
        `Port ${port} is reached at ${good.join(', ')}, and not at ${bad.length === 1 ? 'another address' : 'others'} of the name.`,
        bad.join('; '),
        'Have the server listen on all of its addresses, or take the others out of the name: agents may try those first, and wait.',
        details,
      );
    }
    return passed(`Port ${port} is reached.`, good.join(', '), details);
  },
};
