import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { createHash, X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:http2';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import { afterEach, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { Push, Service } from '../../../main/contract/index.ts';
import { loadCatalogue } from '../../../main/core/agents/catalogue.ts';
import { type CanaryDesk, openCanaryDesk } from '../../../main/core/canary/canary-desk.ts';
import type { ServerIdentity } from '../../../main/core/endpoint/ports.ts';
import { createEvidence } from '../../../main/core/evidence/evidence.ts';
import { ownerLookupFor } from '../../../main/core/evidence/owner-lookup-for.ts';
import { realHost } from '../../../main/core/host/real-host.ts';
import { type GrpcAnswer, grpcFrame, type Http2Client, openHttp2Client, TRACES } from '../../support/http2-client.ts';
import { tracesRequest } from '../../support/otlp-requests.ts';
import { openRawClient } from '../../support/raw-exchange.ts';
import { type RunningEndpoint, runEndpoint, TOKEN } from '../../support/running-endpoint.ts';
import { createTestAuthority, type TestAuthority } from '../../support/test-authority.ts';
import { LISTENING, memoryStore } from '../evidence/open-evidence.ts';
import { WIRING } from '../evidence/stand-in-agents.ts';

/* Real processes over real TLS, each a service of its own: what the canary tells of the one that is meant, and that nobody else notices. */

const CLIENT = join(import.meta.dirname, '..', '..', 'support', 'canary-client.cjs');

let authority: TestAuthority;
let identity: ServerIdentity;

beforeAll(() => {
  authority = createTestAuthority();
  identity = authority.issue(['localhost', '127.0.0.1']);
  return () => authority.remove();
});

interface Stage {
  readonly running: RunningEndpoint;
  readonly desk: CanaryDesk;
  readonly evidence: ReturnType<typeof createEvidence>;
  readonly pushes: Push[];
  service(name: string): Service;
}

interface Client {
  readonly process: ChildProcessWithoutNullStreams;
  /** One request over a new connection. */
  request(): Promise<string>;
}

const stages: Stage[] = [];
const clients: Client[] = [];
afterEach(async () => {
  for (const client of clients.splice(0)) {
    client.process.kill();
    await once(client.process, 'exit');
  }
  for (const { desk, running, evidence } of stages.splice(0)) {
    desk.recall();
    await running.close();
    await evidence.close();
  }
});

async function open(form: 'single' | 'spread'): Promise<Stage> {
  const host = realHost();
  const pushes: Push[] = [];
  const evidence = createEvidence({
    host,
    store: memoryStore(),
    agents: await loadCatalogue(),
    wiring: () => WIRING,
    owners: ownerLookupFor(host),
    push: (push) => pushes.push(push),
    log: { write: () => undefined },
  });
  const desk: CanaryDesk = openCanaryDesk({ host, evidence, didChange: () => running.endpoint.canaryChanged() });
  const running: RunningEndpoint = await runEndpoint(
    identity,
    {},
    { sink: evidence.sink, canary: desk, ...(form === 'spread' ? { spread: {} } : {}) },
  );
  evidence.endpointChanged({ ...LISTENING, port: running.port });
  const service = (name: string): Service => {
    const found = evidence.services().find((each) => each.service === name);
    if (found === undefined) throw new Error(`nothing was seen of ${name}`);
    return found;
  };
  const stage = { running, desk, evidence, pushes, service };
  stages.push(stage);
  return stage;
}

async function startClient({ running }: Stage, mode: string, name: string): Promise<Client> {
  const child = spawn(process.execPath, [CLIENT, mode, String(running.port), authority.caPath, name], {
    env: {
      ELASTIC_APM_SERVICE_NAME: name,
      TOKEN,
      PINNED: createHash('sha256').update(new X509Certificate(identity.chainPem).raw).digest('hex'),
    },
  });
  const lines: Interface = createInterface({ input: child.stdout });
  const client: Client = {
    process: child,
    request: async () => {
      const answered = once(lines, 'line');
      child.stdin.write('go\n');
      const [line] = await answered;
      return String(line);
    },
  };
  clients.push(client);
  return client;
}

const OK = 'HTTP/1.1 202 Accepted';

/** What must be the same before and after, whatever the canary showed. */
function untouched({ evidence, service }: Stage, name: string): unknown {
  const { steps, counts, lastSeenAt, firstSeenAt, lastAttemptId, stoppedAt } = service(name);
  const rungs = steps.map(({ step, state, at }) => ({ step, state, at }));
  const attempts = evidence.attempts({ limit: 100 }).map(({ id, service: of, outcome }) => ({ id, of, outcome }));
  return { rungs, counts, lastSeenAt, firstSeenAt, lastAttemptId, stoppedAt, attempts };
}

describe.skipIf(process.platform !== 'linux').each(['single', 'spread'] as const)('a canary, %s endpoint', (form) => {
  test.each([
    ['verify', 'verified', ['closed-after', 'alert', 'closed', 'reset']],
    ['verify-tls12', 'verified', ['closed-after', 'alert', 'closed', 'reset']],
    ['pin', 'verified', ['closed-after', 'closed']],
    ['off', 'off', ['sent']],
  ] as const)('tells of a client that does “%s”: %s; and leaves no trace', async (mode, result, ways) => {
    const stage = await open(form);
    const shop = await startClient(stage, mode, 'shop');
    const other = await startClient(stage, 'verify', 'other');
    expect([await shop.request(), await other.request()]).toEqual([OK, OK]);
    await expect.poll(() => stage.evidence.attempts({ limit: 9 }).filter(({ open }) => !open).length).toBe(2);
    const before = untouched(stage, 'shop');

    const out = stage.desk.letOut(stage.service('shop'), identity, 60_000);
    await expect.poll(() => stage.desk.armed()).not.toBeNull();
    expect(await other.request()).toBe(OK);
    const [said, shown] = await Promise.all([shop.request(), out]);

    expect(said).not.toBe(OK);
    expect(shown).toMatchObject({ result });
    expect(ways).toContain(shown.how);
    expect(stage.desk.armed()).toBeNull();
    const others = stage.evidence.attempts({ service: 'other', limit: 9 }).map(({ id }) => id);
    const now = untouched(stage, 'shop');
    expect(withoutAttempts(now, others)).toEqual(withoutAttempts(before, others));
    expect(stage.service('shop').verifies).toMatchObject({ result, how: shown.how });
    expect(stage.service('other').verifies).toBeNull();
    expect(JSON.stringify(stage.pushes)).not.toContain(TOKEN);
    expect(await shop.request()).toBe(OK);
    expect(await stage.running.store.query({ service: 'shop', limit: 9 })).toHaveLength(2);
    expect(stage.service('shop').steps.find(({ step }) => step === 'trusted')?.evidence).toContain(
      result === 'off' ? 'verification is switched off' : 'showed that it verifies',
    );
    expect(stage.service('shop').diagnosis?.code ?? null).toBe(result === 'off' ? 'VERIFICATION_OFF' : null);
  });

  test('that nothing comes to is taken back, and the next connection is served as ever', async () => {
    const stage = await open(form);
    const shop = await startClient(stage, 'verify', 'shop');
    expect(await shop.request()).toBe(OK);
    await expect.poll(() => stage.evidence.attempts({ limit: 9 })[0]?.service).toBe('shop');

    const shown = await stage.desk.letOut(stage.service('shop'), identity, 1);

    expect(shown).toMatchObject({ result: 'nothing', how: null });
    expect(stage.desk.armed()).toBeNull();
    expect(stage.service('shop').verifies).toBeNull();
    expect(await shop.request()).toBe(OK);
  });

  test('has an agent that keeps its connection make a new one', async () => {
    const stage = await open(form);
    const body =
      '{"metadata":{"service":{"name":"keeper","agent":{"name":"python","version":"6.25.0"}}}}\n{"log":{"message":"hi"}}\n';
    const events = {
      method: 'POST',
      path: '/intake/v2/events',
      body,
      headers: { Authorization: `Bearer ${TOKEN}`, 'Content-Type': 'application/x-ndjson' },
    };
    const kept = await openRawClient(stage.running.port, authority.caPem);
    onTestFinished(() => kept.close());
    const first = await kept.exchange(events);
    await expect.poll(() => stage.evidence.services().map(({ service }) => service)).toContain('keeper');

    const out = stage.desk.letOut(stage.service('keeper'), identity, 60_000);
    await expect.poll(() => stage.desk.armed()).not.toBeNull();
    const last = await kept.exchange(events);
    await kept.ended();
    await expect(openRawClient(stage.running.port, authority.caPem)).rejects.toThrow(/self-signed|unable to/);

    const closings = [first, last].map(({ headers }) => headers.some(([name]) => name.toLowerCase() === 'connection'));
    expect(closings).toEqual([false, true]);
    expect(await out).toMatchObject({ result: 'verified' });
    const after = await openRawClient(stage.running.port, authority.caPem);
    expect((await after.exchange(events)).statusLine).toBe(OK);
    after.close();
  });

  test('has an OpenTelemetry exporter that keeps its HTTP/2 connection make a new one, by GOAWAY after its answer', async () => {
    const stage = await open(form);
    const headers = { authorization: `Bearer ${TOKEN}` };
    const export_ = (client: Http2Client): Promise<GrpcAnswer> =>
      client.call(TRACES, grpcFrame(tracesRequest(['otel-keeper'])), headers);
    const kept = await openHttp2Client(stage.running.port, authority.caPem);
    onTestFinished(() => kept.close());
    const goaways: number[] = [];
    kept.session.on('goaway', (code: number) => goaways.push(code));
    expect((await export_(kept)).status).toBe('0');
    await expect.poll(() => stage.evidence.services().map(({ service }) => service)).toContain('otel-keeper');

    const out = stage.desk.letOut(stage.service('otel-keeper'), identity, 60_000);
    await expect.poll(() => stage.desk.armed()).not.toBeNull();
    const last = await export_(kept);
    await kept.closed();
    const refused = connect(`https://localhost:${stage.running.port}`, { ca: authority.caPem });
    const [error] = await once(refused, 'error');

    expect([last.status, goaways]).toEqual(['0', [0]]);
    expect(String(error)).toMatch(/self-signed|unable to/);
    expect(await out).toMatchObject({ result: 'verified' });
    const after = await openHttp2Client(stage.running.port, authority.caPem);
    onTestFinished(() => after.close());
    expect((await export_(after)).status).toBe('0');
    expect((await export_(after)).status).toBe('0');
  });

  test('is one at a time', async () => {
    const stage = await open(form);
    const shop = await startClient(stage, 'verify', 'shop');
    expect(await shop.request()).toBe(OK);
    await expect.poll(() => stage.evidence.attempts({ limit: 9 })[0]?.service).toBe('shop');
    const out = stage.desk.letOut(stage.service('shop'), identity, 60_000);
    onTestFinished(() => void stage.desk.recall());

    await expect(stage.desk.letOut(stage.service('shop'), identity, 60_000)).rejects.toMatchObject({
      code: 'CANARY_IMPOSSIBLE',
    });
    await expect.poll(() => stage.desk.armed()).not.toBeNull();
    stage.desk.recall();

    expect(await out).toMatchObject({ result: 'nothing' });
  });
});

function withoutAttempts(seen: unknown, ids: readonly string[]): unknown {
  return JSON.parse(JSON.stringify(seen), (key, value) =>
    key === 'attempts' ? value.filter(({ id }: { id: string }) => !ids.includes(id)) : value,
  );
}
