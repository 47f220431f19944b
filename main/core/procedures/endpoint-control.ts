import type { Endpoint, ProcedureOutput } from '../../contract/index.ts';
import type { EndpointSettings } from '../endpoint/ports.ts';
import { DEFAULT_SERVER_SETTINGS, type ServerSettings } from '../endpoint/server-settings.ts';
import type { Live } from '../live/live.ts';
import type { Preferences, Security } from '../parts.ts';

/** What the command line fixed for this run; it goes before the settings and is not written to them. */
export interface EndpointOverrides {
  readonly port?: number | undefined;
  readonly hosts?: readonly string[] | undefined;
  readonly auth: 'token' | 'none';
  readonly durable: boolean;
  /** What an `apm-server.yml` would say; the real server's defaults where it is left out. */
  readonly server?: ServerSettings | undefined;
}

export interface EndpointControl {
  /** Where agents are to send: what listens, else what would listen. */
  url(): string;
  portProblem(): Promise<ProcedureOutput<'init.plan'>['portProblem']>;
  start(change: {
    readonly port?: number | undefined;
    readonly hosts?: readonly string[] | undefined;
  }): Promise<Endpoint>;
  stop(): Promise<Endpoint>;
}

/** Starts and stops the endpoint with, best first: what was asked for now, what the command line fixed, what the settings say. */
export function controlEndpoint(options: {
  readonly live: Live;
  readonly security: Security;
  readonly preferences: Preferences;
  readonly overrides: EndpointOverrides;
}): EndpointControl {
  const { live, security, preferences, overrides } = options;

  const wanted = (change: { port?: number | undefined; hosts?: readonly string[] | undefined }): EndpointSettings => {
    const settings = preferences.get().endpoint;
    return {
      port: change.port ?? overrides.port ?? settings.port,
      hosts: change.hosts ?? overrides.hosts ?? settings.hosts,
      auth: overrides.auth,
      durable: overrides.durable,
      server: overrides.server ?? DEFAULT_SERVER_SETTINGS,
    };
  };

  return {
    url: () => {
      const state = live.opened()?.endpoint.state();
      return state?.listening === true ? state.url : `https://localhost:${wanted({}).port}`;
    },
    portProblem: async () => {
      const { endpoint } = await live.open();
      return endpoint.state().listening ? null : endpoint.portProblem(wanted({}));
    },
    start: async (change) => {
      if (security.identity() === null) throw security.whyNoIdentity();
      const { endpoint } = await live.open();
      if (endpoint.state().listening) await endpoint.stop();
      return endpoint.start(wanted(change));
    },
    stop: async () => (await live.open()).endpoint.stop(),
  };
}
