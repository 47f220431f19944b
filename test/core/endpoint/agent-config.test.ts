import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openRawClient, type RawAnswer, type RawRequest } from '../../support/raw-exchange.ts';
import { type RunningEndpoint, runEndpoint, TOKEN } from '../../support/running-endpoint.ts';
import { createTestAuthority, type TestAuthority } from '../../support/test-authority.ts';

/* /config/v1/agents (reference A4), and the paths of features that are off. */

let authority: TestAuthority;
let running: RunningEndpoint;

beforeAll(async () => {
  authority = createTestAuthority();
  running = await runEndpoint(
    authority.issue(['localhost']),
    {},
    {
      agentConfig: (service, environment) =>
        service === 'shop'
          ? { etag: 'e1', settings: { z: `${environment}<`, a: '1' }, reached: 'sent' as const }
          : null,
    },
  );
});
afterAll(async () => {
  await running.close();
  authority.remove();
});

async function ask(request: RawRequest): Promise<RawAnswer> {
  const client = await openRawClient(running.port, authority.caPem);
  const headers = { Authorization: `Bearer ${TOKEN}`, Accept: 'application/json', ...request.headers };
  const answer = await client.exchange({ ...request, headers });
  client.close();
  return answer;
}

const path = '/config/v1/agents';
const header = (answer: RawAnswer, name: string): string | undefined =>
  answer.headers.find(([key]) => key === name)?.[1];

describe('central configuration', () => {
  test('of a service that has none is empty, tagged "-" and good for 30 seconds', async () => {
    const answer = await ask({ path: `${path}?service.name=till` });

    expect([answer.statusLine, answer.body]).toEqual(['HTTP/1.1 200 OK', '{}\n']);
    expect(header(answer, 'Etag')).toBe('"-"');
    expect(header(answer, 'Cache-Control')).toBe('max-age=30, must-revalidate');
  });

  test('comes sorted and escaped, by query or by body', async () => {
    const expected = '{\n  "a": "1",\n  "z": "prod\\u003c"\n}\n';

    expect((await ask({ path: `${path}?service.name=shop&service.environment=prod` })).body).toBe(expected);
    const body = '{"service":{"name":"shop","environment":"prod","agent":{"name":"java"}},"etag":"e1"}';
    expect((await ask({ method: 'POST', path, body })).body).toBe(expected);
  });

  test.each([
    ['the tag', { 'If-None-Match': '"e1"' }, '', '304'],
    ['the tag in the query', {}, '&ifnonematch=e1', '304'],
    ['a weak tag', { 'If-None-Match': 'W/"e1"' }, '', '200'],
    ['another tag', { 'If-None-Match': '"1"' }, '', '200'],
  ])('with %s answers accordingly', async (_name, headers, query, status) => {
    expect((await ask({ path: `${path}?service.name=shop${query}`, headers })).statusLine).toContain(` ${status} `);
  });

  test.each([
    ['no service', { path }, 400, 'service.name is required'],
    ['another method', { path, method: 'PUT' }, 405, 'method not supported: PUT'],
    ['an empty body', { path, method: 'POST' }, 400, 'EOF'],
    ['half a body', { path, method: 'POST', body: '{"service":{' }, 400, 'unexpected EOF'],
    ['no JSON', { path, method: 'POST', body: 'service' }, 400, "invalid character 's' looking for beginning of value"],
    [
      'a wrong type',
      { path, method: 'POST', body: '[1]' },
      400,
      'json: cannot unmarshal array into Go value of type agentcfg.Query',
    ],
    ['broken packing', { path, method: 'POST', body: '{}', headers: { 'Content-Encoding': 'gzip' } }, 400, 'EOF'],
  ] as const)('refuses %s', async (_name, request, status, error) => {
    const answer = await ask(request);

    expect(answer.statusLine).toContain(String(status));
    expect(JSON.parse(answer.body)).toEqual({ error });
    expect(header(answer, 'Cache-Control')).toBe('max-age=300, must-revalidate');
  });

  test('that is configured is told as a fact, by the names of its options, and nothing is where it is not', async () => {
    await ask({ path: `${path}?service.name=shop&service.environment=facts` });
    await ask({ path: `${path}?service.name=till` });

    const fact = await running.fact('configured', ({ environment }) => environment === 'facts');
    expect(fact).toMatchObject({ service: 'shop', etag: 'e1', names: ['a', 'z'], reached: 'sent' });
    await running.fact('closed', ({ connection }) => connection !== fact.connection);
    expect(running.facts.some((each) => each.kind === 'configured' && each.service === 'till')).toBe(false);
  });

  test('needs the token', async () => {
    expect((await ask({ path, headers: { Authorization: 'Bearer no' } })).statusLine).toBe('HTTP/1.1 401 Unauthorized');
  });
});

describe('browser agents while RUM is off', () => {
  const rum = '/intake/v2/rum/events';

  test('get their preflight answered without a token', async () => {
    const answer = await ask({ method: 'OPTIONS', path: rum, headers: { Authorization: '', Origin: 'http://shop' } });

    expect(answer.statusLine).toBe('HTTP/1.1 200 OK');
    expect(header(answer, 'Access-Control-Allow-Origin')).toBe('http://shop');
  });

  test('are told so after the token, with their origin allowed', async () => {
    const answer = await ask({ method: 'POST', path: rum, body: 'x', headers: { Origin: 'http://shop' } });

    expect(answer.statusLine).toBe('HTTP/1.1 403 Forbidden');
    expect(answer.body).toContain('RUM endpoint is disabled');
    expect(header(answer, 'Access-Control-Allow-Origin')).toBe('http://shop');
    expect((await ask({ method: 'POST', path: rum, headers: { Authorization: 'x' } })).statusLine).toContain('401');
  });
});
