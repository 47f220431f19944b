import type { Handlers } from '../../contract/index.ts';
import { serverOrigin } from '../agents/server-origin.ts';
import type { Host } from '../host/host.ts';
import type { Security } from '../parts.ts';
import { runProbe } from '../probe/run-probe.ts';
import type { EndpointControl } from './endpoint-control.ts';

/** `probe.run`: one real transaction to the endpoint, or to the server at `url`, with this workspace's CA and token. Throws `INPUT_INVALID` for a URL that is none. */
export function probeProcedure(parts: {
  readonly host: Host;
  readonly version: string;
  readonly security: Security;
  /** The CA of what the endpoint presents, which a settings file may have changed. */
  servedCaPath(): string | null;
  readonly endpoint: EndpointControl;
  readonly auth: 'token' | 'none';
}): Pick<Handlers, 'probe.run'> {
  const { host, version, security, servedCaPath, endpoint, auth } = parts;
  return {
    'probe.run': async ({ url }) => {
      if (url !== undefined) serverOrigin(url);
      return runProbe({
        host,
        version,
        url: url ?? endpoint.url(),
        caPath: url === undefined ? servedCaPath() : security.caPath(),
        token: auth === 'token' && security.initialised() ? await security.showToken() : null,
      });
    },
  };
}
