import type { RumSettings, RumState } from '../../contract/index.ts';
import { allowsAnonymous } from '../endpoint/http/authorise.ts';
import type { EndpointSettings } from '../endpoint/ports.ts';
import { DEFAULT_SERVER_SETTINGS, type ServerSettings } from '../endpoint/server-settings.ts';

/** What may decide what browsers may do, in this run. */
export interface RumSources {
  /** What an `apm-server.yml` says, where one is in force. */
  readonly server?: ServerSettings | undefined;
  /** `--rum`: from any origin, as with the real server. */
  readonly takesRum?: boolean | undefined;
}

/** The server's settings with what is to hold for browsers: by the file, else by the command line, else as it was saved. */
export function withRumRules({ server, takesRum = false }: RumSources, saved: RumSettings): ServerSettings {
  const base = server ?? DEFAULT_SERVER_SETTINGS;
  const { auth, rum } = base;
  if (takesRum || server !== undefined) return { ...base, rum: { ...rum, enabled: takesRum || rum.enabled } };
  // What is saved counts for nothing while it is off: browsers then hear what the real server says by default.
  if (!saved.enabled) return base;
  const rateLimit = { ...auth.anonymous.rateLimit, eventLimit: saved.eventLimit };
  return {
    ...base,
    rum: { ...rum, enabled: true, allowOrigins: saved.origins },
    auth: { ...auth, anonymous: { ...auth.anonymous, allowService: saved.services, rateLimit } },
  };
}

/** The rules that `settings` amount to, for people. */
export function rumStateOf({ auth, server }: Pick<EndpointSettings, 'auth' | 'server'>, sources: RumSources): RumState {
  const { rateLimit, allowAgent, allowService } = server.auth.anonymous;
  return {
    enabled: server.rum.enabled,
    origins: [...server.rum.allowOrigins],
    anonymous: allowsAnonymous({ auth, server }),
    agents: [...allowAgent],
    services: [...allowService],
    eventLimit: rateLimit.eventLimit,
    ipLimit: rateLimit.ipLimit,
    by: sources.server !== undefined ? 'file' : sources.takesRum === true ? 'command' : 'settings',
  };
}
