import type { Endpoint, ProcedureOutput, RumState } from '../../contract/index.ts';
import type { EndpointSettings } from '../endpoint/ports.ts';
import type { Live } from '../live/live.ts';
import type { Preferences, Security } from '../parts.ts';
import { type RumSources, rumStateOf, withRumRules } from './rum-rules.ts';

/** What the command line fixed for this run; it goes before the settings and is not written to them. */
export interface EndpointOverrides extends RumSources {
  readonly port?: number | undefined;
  readonly hosts?: readonly string[] | undefined;
  readonly auth: 'token' | 'none';
  readonly durable: boolean;
}

export interface EndpointControl {
  /** Where agents are to send: what listens, else what would listen, on `port` where it is given. Any free port stands as the usual one. */
  url(port?: number): string;
  portProblem(port?: number): Promise<ProcedureOutput<'init.plan'>['portProblem']>;
  start(change: {
    readonly port?: number | undefined;
    readonly hosts?: readonly string[] | undefined;
  }): Promise<Endpoint>;
  stop(): Promise<Endpoint>;
  /** What browsers may do: with the endpoint as it listens, else as it would. */
  rum(): RumState;
}

/** APM Server's own default (reference/intake-protocol.md). */
const USUAL_PORT = 8200;

/**
 * Starts and stops the endpoint with, best first: what was asked for now, what the command line fixed, what the settings say. Of these, any free port
 * means the port of before, where the endpoint has listened already.
 */
export function controlEndpoint(options: {
  readonly live: Live;
  readonly security: Security;
  readonly preferences: Preferences;
  readonly overrides: EndpointOverrides;
}): EndpointControl {
  const { live, security, preferences, overrides } = options;
  let inForce: EndpointSettings | null = null;

  const wanted = (change: { port?: number | undefined; hosts?: readonly string[] | undefined }): EndpointSettings => {
    const settings = preferences.get().endpoint;
    return {
      port: change.port ?? samePort(overrides.port ?? settings.port),
      hosts: change.hosts ?? overrides.hosts ?? settings.hosts,
      auth: overrides.auth,
      durable: overrides.durable,
      server: withRumRules(overrides, preferences.get().rum),
    };
  };

  /** Any free port is chosen once in a run: a stopped endpoint comes back where its agents look for it. */
  const samePort = (port: number): number => {
    const endpoint = live.opened()?.endpoint;
    return port === 0 && endpoint?.hasStarted() === true ? endpoint.state().port : port;
  };

  return {
    url: (port) => {
      const state = live.opened()?.endpoint.state();
      return state?.listening === true ? state.url : `https://localhost:${wanted({ port }).port || USUAL_PORT}`;
    },
    portProblem: async (port) => {
      const { endpoint } = await live.open();
      return endpoint.state().listening ? null : endpoint.portProblem(wanted({ port }));
    },
    start: async (change) => {
      if (security.identity() === null) throw security.whyNoIdentity();
      const { endpoint } = await live.open();
      if (endpoint.state().listening) await endpoint.stop();
      const settings = wanted(change);
      inForce = settings;
      return endpoint.start(settings);
    },
    stop: async () => (await live.open()).endpoint.stop(),
    rum: () => {
      const isListening = live.opened()?.endpoint.state().listening === true;
      return rumStateOf(isListening && inForce !== null ? inForce : wanted({}), overrides);
    },
  };
}
