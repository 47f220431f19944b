import { isIP } from 'node:net';
import { type Check, failed, passed } from '../check.ts';
import { NetworkFault } from '../network-fault.ts';

/** Whether the name has addresses, IPv4 and IPv6. */
export const addresses: Check = {
  id: 'addresses',
  title: 'Name and addresses',
  needs: [],
  run: async (it) => {
    const { host } = it.target;
    try {
      const found = await it.addresses();
      if (found.length === 0) return nothing(host, 'the answer is empty');
      if (isIP(host) !== 0) return passed('The URL names an address, so no name has to be looked up.', host);
      return passed(
        `${host} has ${found.length === 1 ? 'one address' : `${found.length} addresses`}.`,
        found.join(', '),
      );
    } catch (error) {
      if (error instanceof NetworkFault) return nothing(host, error.message);
      return nothing(host, codeOf(error));
    }
  },
};

function nothing(host: string, why: string): ReturnType<typeof failed> {
  return failed(
    `The name ${host} leads nowhere.`,
    why,
    'Check the spelling of the name, and whether this machine uses the name server that knows it (inside of a container or a VPN that is another one).',
  );
}

/** ENOTFOUND, EAI_AGAIN and the like, as the resolver says it. */
function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
