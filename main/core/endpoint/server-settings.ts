import type { Secret } from '../../contract/index.ts';

/**
 * What of an `apm-server.yml` the endpoint itself goes by, in the real server's words and with its defaults (reference E2). Durations are milliseconds.
 * Where each value came from is the reader's affair.
 */
export interface ServerSettings {
  readonly maxHeaderSize: number;
  readonly idleTimeoutMs: number;
  readonly readTimeoutMs: number;
  readonly writeTimeoutMs: number;
  readonly shutdownTimeoutMs: number;
  readonly maxEventSize: number;
  /** 0 is without a limit; connections beyond it wait to be accepted. */
  readonly maxConnections: number;
  readonly responseHeaders: Readonly<Record<string, readonly string[]>>;
  readonly capturePersonalData: boolean;
  readonly defaultServiceEnvironment: string;
  readonly expvar: { readonly enabled: boolean; readonly url: string };
  readonly auth: {
    /** A token of the file itself; null leaves the workspace's tokens in force. */
    readonly secretToken: Secret | null;
    readonly apiKey: { readonly enabled: boolean; readonly limit: number };
    readonly anonymous: {
      /** Null is the real server's automatic: on where RUM is on (reference B3). */
      readonly enabled: boolean | null;
      readonly allowAgent: readonly string[];
      readonly allowService: readonly string[];
      readonly rateLimit: { readonly eventLimit: number; readonly ipLimit: number };
    };
  };
  readonly rum: {
    readonly enabled: boolean;
    readonly allowOrigins: readonly string[];
    readonly allowHeaders: readonly string[];
    readonly responseHeaders: Readonly<Record<string, readonly string[]>>;
    readonly libraryPattern: string;
    readonly excludeFromGrouping: string;
  };
  /** Whole seconds. */
  readonly agentConfigCacheExpirationS: number;
}

/** The real server's defaults. */
export const DEFAULT_SERVER_SETTINGS: ServerSettings = {
  maxHeaderSize: 1_048_576,
  idleTimeoutMs: 45_000,
  readTimeoutMs: 30_000,
  writeTimeoutMs: 30_000,
  shutdownTimeoutMs: 30_000,
  maxEventSize: 307_200,
  maxConnections: 0,
  responseHeaders: {},
  capturePersonalData: true,
  defaultServiceEnvironment: '',
  expvar: { enabled: false, url: '/debug/vars' },
  auth: {
    secretToken: null,
    apiKey: { enabled: false, limit: 100 },
    anonymous: {
      enabled: null,
      allowAgent: ['rum-js', 'js-base'],
      allowService: [],
      rateLimit: { eventLimit: 300, ipLimit: 1000 },
    },
  },
  rum: {
    enabled: false,
    allowOrigins: ['*'],
    allowHeaders: [],
    responseHeaders: {},
    libraryPattern: 'node_modules|bower_components|~',
    excludeFromGrouping: '^/webpack',
  },
  agentConfigCacheExpirationS: 30,
};
