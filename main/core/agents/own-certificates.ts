import type { Security } from '../parts.ts';

/** More than these would make a command line that no system takes. */
const MOST = 50;

/**
 * The certificates that a browser of `run` is to accept, as PEM: what the endpoint presents, and what else this workspace has issued for servers, since a page under
 * development is often served with one of them. `served` is what a settings file brings in place of the workspace's.
 */
export function ownCertificates(
  security: Pick<Security, 'identity' | 'certificates' | 'showCertificate'>,
  served: string | null,
): string[] {
  const presented = served ?? security.identity()?.chainPem ?? null;
  const others = security
    .certificates()
    .filter(({ kind, state }) => kind === 'server' && (state === 'valid' || state === 'renewed'))
    .slice(-MOST)
    .map(({ id }) => security.showCertificate(id).pem);
  return presented === null ? [] : [presented, ...others];
}
