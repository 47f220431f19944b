import { setValue } from '../edits.ts';
import type { Rule } from '../lint-types.ts';
import { isServerUrl } from './server-url.ts';

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\]|0\.0\.0\.0)$/i;
const SHARED_NETWORK = /network_mode:\s*["']?host|hostNetwork:\s*true|--network[= ]host/;

/** Inside a container the loopback address is the container's own. */
export const containerLocalhost: Rule = {
  id: 'container-localhost',
  summary: 'Inside a container localhost is the container itself.',
  source: 'reference/agents.md §1.2 (container paths), §8 no. 1',
  check: ({ meant, text: whole }) =>
    meant.flatMap((each) => {
      const { text, written } = each;
      if (
        !written.inContainer ||
        text === null ||
        !isServerUrl(each) ||
        !URL.canParse(text) ||
        SHARED_NETWORK.test(whole)
      )
        return [];
      const url = new URL(text);
      if (!LOOPBACK.test(url.hostname)) return [];
      // A user and password in the URL stay out of the fix.
      const reach = text.includes('@') ? [] : setValue(written, text.replace(url.hostname, 'host.docker.internal'));
      const message = `${written.name}: inside the container ${url.hostname} is the container itself, where no server listens. Name the machine as the container sees it, such as host.docker.internal, or the service of the same network.`;
      return [{ at: each, severity: 'error' as const, message, edits: reach }];
    }),
};
