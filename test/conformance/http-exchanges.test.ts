import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EndpointOptions } from '../../main/core/endpoint/endpoint.ts';
import type { EndpointSettings } from '../../main/core/endpoint/ports.ts';
import { DEFAULT_SERVER_SETTINGS, type ServerSettings } from '../../main/core/endpoint/server-settings.ts';
import { noCounts } from '../../main/core/events/event-kinds.ts';
import type { Intake } from '../../main/core/events/ports.ts';
import { openRawClient } from '../support/raw-exchange.ts';
import { type RunningEndpoint, runEndpoint } from '../support/running-endpoint.ts';
import { createTestAuthority, type TestAuthority } from '../support/test-authority.ts';
import { type HttpVector, httpVectors, VECTORS, WHY_SKIPPED } from './vectors.ts';

/* T9: what the real server answers, byte for byte, for the routes that exist. Build date, build and version are arbitrary there. */

const SERVER = {
  build_date: '2026-08-20T15:20:07Z',
  build_sha: '7c4e4d4e8f14de9fb75d2eecaed922ff9d858e33',
  version: '9.6.0',
};

const CONFIGURED = {
  etag: 'abc123',
  reached: null,
  settings: { transaction_sample_rate: '0.1', sanitize_field_names: 'foo,<bar>' },
};

/** A publisher that is closed, as the recording's. */
const outcome = Promise.resolve({
  accepted: 0,
  counts: noCounts(),
  errors: [{ message: 'server is shutting down' }],
  status: 503,
  metadata: null,
});
const closed: Intake = {
  begin: () => ({
    write: () => Promise.resolve(),
    end: () => undefined,
    breakOff: () => undefined,
    abort: () => undefined,
    outcome,
  }),
  take: () => outcome,
};

const { auth, rum } = DEFAULT_SERVER_SETTINGS;

/** How the server of each group was set up. */
const GROUPS: Readonly<
  Record<string, { readonly settings: Partial<EndpointSettings>; readonly options?: Partial<EndpointOptions> }>
> = {
  'no-auth': { settings: { auth: 'none' } },
  token: { settings: {} },
  'token+rum': {
    settings: { server: settings({ rum: { ...rum, enabled: true } }) },
    options: { agentConfig: () => CONFIGURED },
  },
  'token+apikey': { settings: { server: settings({ auth: { ...auth, apiKey: { enabled: true, limit: 100 } } }) } },
  'rum origins': {
    settings: {
      auth: 'none',
      server: settings({ rum: { ...rum, enabled: true, allowOrigins: ['http://a.com', 'https://*.b.com'] } }),
    },
  },
  'queue full': { settings: { auth: 'none' } },
  'shutting down': { settings: { auth: 'none' }, options: { intake: closed } },
  'acm empty': { settings: { auth: 'none' } },
};

/** Why a vector does not apply yet, or null where it does. */
function reasonToSkip({ group }: HttpVector): string | null {
  if (group === 'acm invalid') return 'an answer about Elasticsearch, which is not behind this endpoint';
  return null;
}

const vectors = httpVectors();

describe.skipIf(VECTORS === null)(`recorded HTTP exchanges${VECTORS === null ? ` (${WHY_SKIPPED})` : ''}`, () => {
  let authority: TestAuthority;
  const running = new Map<string, RunningEndpoint>();

  beforeAll(async () => {
    authority = createTestAuthority();
    const identity = authority.issue(['localhost', '127.0.0.1']);
    for (const [group, { settings, options }] of Object.entries(GROUPS)) {
      running.set(group, await runEndpoint(identity, settings, { serverVersion: SERVER.version, ...options }));
    }
  });

  afterAll(async () => {
    for (const endpoint of running.values()) await endpoint.close();
    authority?.remove();
  });

  for (const vector of vectors) {
    const reason = reasonToSkip(vector);
    test.skipIf(reason !== null)(
      `${vector.group} · ${vector.name}${reason === null ? '' : ` (${reason})`}`,
      async () => {
        const client = await openRawClient(running.get(vector.group)?.port ?? 0, authority.caPem);
        const { method, path, headers } = vector.request;

        const answer = await client.exchange({ method, path, headers, body: bytesOf(vector.request) });

        client.close();
        expect(answer.statusLine).toBe(vector.response.status_line);
        expect(withoutDate(answer.headers)).toEqual(vector.response.headers);
        expect(anonymous(answer.body)).toBe(anonymous(bytesOf(vector.response).toString('utf8')));
      },
    );
  }
});

function settings(change: Partial<ServerSettings>): ServerSettings {
  return { ...DEFAULT_SERVER_SETTINGS, ...change };
}

function bytesOf(message: { readonly body?: string; readonly body_base64?: string }): Buffer {
  return message.body_base64 === undefined
    ? Buffer.from(message.body ?? '')
    : Buffer.from(message.body_base64, 'base64');
}

function withoutDate(headers: readonly (readonly [string, string])[]): (readonly [string, string])[] {
  return headers.filter(([name]) => name !== 'Date');
}

function anonymous(body: string): string {
  return body.replace(/("build_(?:date|sha)": ?)"[^"]*"/g, '$1"any"');
}
