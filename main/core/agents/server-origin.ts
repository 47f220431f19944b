import { fail } from '../../contract/index.ts';

/**
 * The origin of a server URL, without path and trailing slash: Node.js agents double a path, others ignore it (reference/agents.md §10 no. 21).
 * Throws `INPUT_INVALID` for what is not an http or https URL, and for one that holds credentials.
 */
export function serverOrigin(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (parsed === null || !/^https?:$/.test(parsed.protocol) || parsed.hostname === '') {
    throw fail('INPUT_INVALID', {
      what: 'A server is given as a URL with its scheme, such as https://localhost:8200.',
    });
  }
  if (parsed.username !== '' || parsed.password !== '') {
    throw fail('INPUT_INVALID', {
      what: 'A server URL cannot hold a user name or a password; agents send the secret token instead.',
    });
  }
  return parsed.origin;
}

/** Whether a server URL leads to the machine itself, which from inside a container is another machine. */
export function isLoopback(origin: string): boolean {
  return /^(localhost|127(\.\d+){3}|\[::1\])$/.test(new URL(origin).hostname);
}
