import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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

/** Why a vector does not apply yet, or null where it does. */
function reasonToSkip({ group, name }: HttpVector): string | null {
  if (group === 'token+apikey' && name.startsWith('ApiKey')) return 'API keys are not served yet';
  if (group === 'rum origins' || (group === 'token+rum' && !/^acm (?:304|weak|post)/.test(name)))
    return 'RUM is not served yet';
  if (group === 'queue full' || group === 'shutting down')
    return 'needs a store that refuses; see test/core/endpoint/intake-refusals';
  if (group === 'acm invalid') return 'an answer about Elasticsearch, which is not behind this endpoint';
  if (/^(?:one|two) byte body$/.test(name)) return 'a quirk that the vectors say need not be copied';
  return null;
}

const vectors = httpVectors();

describe.skipIf(VECTORS === null)(`recorded HTTP exchanges${VECTORS === null ? ` (${WHY_SKIPPED})` : ''}`, () => {
  let authority: TestAuthority;
  const running = new Map<string, RunningEndpoint>();

  beforeAll(async () => {
    authority = createTestAuthority();
    const identity = authority.issue(['localhost', '127.0.0.1']);
    const server = { serverVersion: SERVER.version };
    const configured = {
      etag: 'abc123',
      settings: { transaction_sample_rate: '0.1', sanitize_field_names: 'foo,<bar>' },
    };
    running.set('none', await runEndpoint(identity, { auth: 'none' }, server));
    running.set('token', await runEndpoint(identity, {}, server));
    running.set('configured', await runEndpoint(identity, {}, { ...server, agentConfig: () => configured }));
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
        const kind = vector.group === 'token+rum' ? 'configured' : vector.group.startsWith('token') ? 'token' : 'none';
        const client = await openRawClient(running.get(kind)?.port ?? 0, authority.caPem);
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
