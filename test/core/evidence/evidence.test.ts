import { describe, expect, test } from 'vitest';
import type { Push } from '../../../main/contract/index.ts';
import { ACCEPTED, distrustfulConnection, factStream, healthyConnection, T0, WRONG } from './fact-stream.ts';
import { LISTENING, openEvidence, STOPPED } from './open-evidence.ts';

const GREEN = 'reached ok, encrypted ok, trusted ok, authorised ok, identified ok, reporting ok';
const DISTRUST = 'reached ok, encrypted ok, trusted failed, authorised waiting, identified waiting, reporting waiting';

const everything = { limit: 200 } as const;

describe('the ladder of a service', () => {
  test('is green with a sentence of evidence for each rung once an event was stored', () => {
    const { take, service } = openEvidence();

    take(healthyConnection('c1'));

    const shop = service('shop-api');
    expect(shop.steps.map(({ step, state, evidence }) => [step, state, evidence])).toEqual([
      ['reached', 'ok', '127.0.0.1 → port 8200'],
      ['encrypted', 'ok', 'TLS 1.3, TLS_AES_256_GCM_SHA384'],
      ['trusted', 'ok', 'it accepted the certificate and sent a request'],
      ['authorised', 'ok', 'secret token matched'],
      ['identified', 'ok', 'python 6.26.2, shop-api'],
      ['reporting', 'ok', '1 transaction, 2 spans stored'],
    ]);
    expect(shop.steps[0]?.at).toBe('2026-11-23T12:00:00.000Z');
    expect(shop).toMatchObject({ stoppedAt: null, diagnosis: null, agentId: 'python', attribution: 'metadata' });
    expect(shop).toMatchObject({ tokenId: 't1', lastAttemptId: 'c1', tls: { version: 'TLSv1.3', sni: 'localhost' } });
    expect(shop.counts).toEqual({ transaction: 1, span: 2, error: 0, metricset: 0, log: 0 });
  });

  test('stops where the agent refused the certificate, with the agent’s own cure', () => {
    const { take, service, rungs } = openEvidence();

    take(distrustfulConnection('c1'));

    expect(rungs('shop-api')).toBe(DISTRUST);
    const shop = service('shop-api');
    expect(shop.stoppedAt).toBe('trusted');
    expect(shop.steps[1]?.evidence).toBe('TLS 1.3 was agreed; the handshake ended at the certificate');
    expect(shop.steps[2]?.evidence).toBe('it answered unknown CA');
    expect(shop.steps[3]?.evidence).toBe('waits for "trusted"');
    expect(shop.process).toEqual({ pid: 4711, command: 'python app.py' });
    expect(shop.diagnosis?.code).toBe('CA_NOT_TRUSTED');
    expect(shop.diagnosis?.fixes[0]?.snippet).toBe('CA_NOT_TRUSTED https://localhost:8200 /home/ada/ca.pem shop-api');
  });

  test('goes on to reporting when the application is mended, on the same ladder, though only metadata tells the environment', () => {
    const { take, evidence, rungs, service } = openEvidence();
    take(distrustfulConnection('c1'));

    take(healthyConnection('c2', 1000, { environment: 'production' }));

    expect(evidence.services()).toHaveLength(1);
    expect(rungs('shop-api')).toBe(GREEN);
    expect(service('shop-api').environment).toBe('production');
  });

  test('counts what every connection stored', () => {
    const { take, service } = openEvidence();

    for (const name of ['c1', 'c2', 'c3']) take(healthyConnection(name, 1000));

    expect(service('shop-api').counts).toMatchObject({ transaction: 3, span: 6 });
    expect(service('shop-api').steps[5]?.evidence).toBe('3 transactions, 6 spans stored');
  });

  test('tells environments of one service apart by their metadata', () => {
    const { take, evidence } = openEvidence();

    take(healthyConnection('c1', 0, { environment: 'test' }));
    take(healthyConnection('c2', 0, { environment: 'production' }));

    expect(evidence.services().map(({ environment }) => environment)).toEqual(['production', 'test']);
  });

  test('shows a rung that cannot apply as n/a', () => {
    const { take, rungs } = openEvidence();
    const at = factStream('c1');

    take([at.accepted(), at.secured(), at.request(), at.verdict({ result: 'not-needed' }), at.metadata()]);

    expect(rungs('shop-api')).toContain('authorised n/a, identified ok, reporting waiting');
  });

  test('shows that of a browser so, and takes it back where a client without a token is none', () => {
    const { take, rungs } = openEvidence();
    const browser = factStream('c1');
    const other = factStream('c2', 100);
    const anonymous = { result: 'anonymous' } as const;
    const refusal =
      'cannot handle stream: cannot process batch: unauthorized: anonymous access not permitted for agent "nodejs"';

    take([browser.accepted(), browser.secured(), browser.request(), browser.verdict(anonymous), browser.metadata()]);
    expect(rungs('shop-api')).toContain('trusted ok, authorised n/a, identified ok');
    take([other.accepted(), other.secured(), other.request(), other.verdict(anonymous), other.metadata()]);
    take([other.rejected(403, refusal), other.response(403)]);

    expect(rungs('shop-api')).toContain('trusted ok, authorised failed, identified waiting');
  });

  test('says that nothing was sent yet when the agent has been let in', () => {
    const { take, service } = openEvidence();
    const at = factStream('c1');

    take([at.accepted(), at.secured(), at.request('/', { method: 'GET' }), at.verdict(ACCEPTED), at.response(200)]);

    const shop = service('shop-api');
    expect(shop.diagnosis?.code).toBe('CONNECTED_NO_DATA');
    expect(shop.stoppedAt).toBeNull();
    expect(shop.steps[4]?.evidence).toBe('no metadata yet; the agent sends it with its first events');
    expect(shop.steps[5]?.evidence).toBe('waits for "identified"');
  });
});

describe('interleaved connections of one service', () => {
  test('keep showing the wrong token while new connections only reach and encrypt', () => {
    const { take, evidence } = openEvidence();
    const [root, config, intake] = [factStream('c1'), factStream('c2', 2), factStream('c3', 4)];
    const stops: unknown[] = [];
    const see = (...facts: Parameters<typeof take>[0]): void => {
      take(facts);
      stops.push(evidence.services()[0]?.stoppedAt);
    };
    see(root.accepted(), root.owner(), root.secured(), root.request('/'), root.verdict(WRONG), root.response(200));

    see(config.accepted(), config.owner());
    see(config.secured());
    see(intake.accepted(), intake.owner(), intake.secured(), intake.request());
    see(config.request('/config/v1/agents'));
    see(config.verdict(WRONG), config.response(401));
    see(intake.verdict(WRONG), intake.response(401));

    expect(stops).toEqual(Array(7).fill('authorised'));
  });

  test('stay green when a connection that began before the newest success times out after it', () => {
    const { take, rungs } = openEvidence();
    const slow = factStream('c1');
    const begun = [slow.accepted(), slow.owner(), slow.hello()];
    take(begun);

    take(healthyConnection('c2', 5));
    take([{ ...slow.failed({ how: 'timeout' }), atMs: T0 + 10_000 }]);

    expect(rungs('shop-api')).toBe(GREEN);
  });

  test('stay green when a health check without a token comes from the same process', () => {
    const { take, rungs } = openEvidence();
    take(healthyConnection('c1'));
    const check = factStream('c2', 100);

    take([check.accepted(), check.owner(), check.secured(), check.request('/', { userAgent: 'kube-probe/1.30' })]);
    take([check.verdict({ result: 'missing' }), check.response(200), check.closed(80)]);

    expect(rungs('shop-api')).toBe(GREEN);
  });

  test('stay green when a connection of the process ends for no reason that could be told', () => {
    const { take, rungs } = openEvidence();
    take(healthyConnection('c1'));
    const cut = factStream('c2', 100);

    take([cut.accepted(), cut.owner({ agentId: 'python' }), cut.hello(), cut.failed({ how: 'reset' }), cut.closed()]);

    expect(rungs('shop-api')).toBe(GREEN);
  });

  test('turn red when the token stops working on a connection that is kept alive, and green when it works again', () => {
    const { take, evidence, service } = openEvidence();
    const at = factStream('c1');
    take([at.accepted(), at.secured(), at.request(), at.verdict(ACCEPTED), at.metadata(), at.stored(1)]);

    take([at.request(), at.verdict({ result: 'refused', hint: 'retired' }), at.response(401)]);

    expect(service('shop-api')).toMatchObject({ stoppedAt: 'authorised', diagnosis: { code: 'TOKEN_WRONG' } });
    take([at.request(), at.verdict(ACCEPTED), at.metadata(), at.stored(1), at.response(202)]);
    expect(service('shop-api')).toMatchObject({ stoppedAt: null, diagnosis: null });
    expect(evidence.attempts(everything)).toMatchObject([{ id: 'c1', outcome: 'ok', status: 202, step: 'reporting' }]);
  });

  test('turn green again with the next request though the clock was moved back between the two', () => {
    const { take, rungs } = openEvidence();
    const at = factStream('c1');
    take([at.accepted(), at.secured(), at.request(), at.verdict(WRONG), at.response(401)]);

    const next = [at.request(), at.verdict(ACCEPTED), at.metadata(), at.stored(1), at.response(202)];
    take(next.map((fact) => ({ ...fact, atMs: T0 - 60_000 })));

    expect(rungs('shop-api')).toBe(GREEN);
  });

  test('keep reporting where a body was stored in part; the attempt says what was refused', () => {
    const { take, rungs, evidence } = openEvidence();
    const at = factStream('c1');

    take([at.accepted(), at.secured(), at.request(), at.verdict(ACCEPTED), at.metadata(), at.stored(3)]);
    take([at.rejected(400, 'event exceeded the permitted size'), at.response(400)]);

    expect(rungs('shop-api')).toBe(GREEN);
    expect(evidence.attempts(everything)[0]).toMatchObject({
      outcome: 'failed',
      diagnosis: { code: 'EVENTS_REJECTED' },
    });
  });

  test('stop at reporting where nothing of a body was stored', () => {
    const { take, service } = openEvidence();
    const at = factStream('c1');

    take([
      at.accepted(),
      at.secured(),
      at.request(),
      at.verdict(ACCEPTED),
      at.metadata(),
      at.rejected(400, 'no'),
      at.response(400),
    ]);

    expect(service('shop-api')).toMatchObject({ stoppedAt: 'reporting', diagnosis: { code: 'EVENTS_REJECTED' } });
  });
});

describe('Sealwire’s own side', () => {
  test('shows where it listens while a wiring is open and nothing has come', () => {
    const { evidence, service } = openEvidence();

    evidence.openWiring({ agent: 'python', service: 'shop-api' });

    const shop = service('shop-api');
    expect(shop.steps[0]).toMatchObject({
      state: 'waiting',
      evidence: 'listening on https://localhost:8200 at 127.0.0.1 and ::1; no connection has reached it yet',
    });
    expect(shop).toMatchObject({ stoppedAt: null, attribution: 'wiring', agentId: 'python' });
    expect(shop.diagnosis).toMatchObject({ code: 'NOTHING_ARRIVED', confidence: 'possible' });
    evidence.openWiring(null);
    expect(evidence.services()).toEqual([]);
  });

  test('says that the endpoint is stopped, on every rung that waits, with what starts it', () => {
    const { evidence, service } = openEvidence();
    evidence.openWiring({ agent: 'python', service: 'shop-api' });

    evidence.endpointChanged(STOPPED);

    const shop = service('shop-api');
    expect(new Set(shop.steps.map(({ evidence: why }) => why))).toEqual(new Set(['The endpoint is stopped']));
    expect(shop.diagnosis?.code).toBe('ENDPOINT_STOPPED');
    expect(shop.diagnosis?.fixes.map(({ snippet }) => snippet)).toEqual(['sealwire up']);
  });

  test('leaves a green ladder green while the endpoint is stopped, says so, and takes it back', () => {
    const { evidence, take, service, rungs, pushes, pass } = openEvidence();
    take(healthyConnection('c1'));
    pass(50);

    evidence.endpointChanged({
      ...STOPPED,
      problem: { code: 'PORT_TAKEN', message: 'Port 8200 is taken.', fix: 'Stop it.' },
    });
    pass(50);

    expect(rungs('shop-api')).toBe(GREEN);
    expect(service('shop-api').diagnosis).toMatchObject({ code: 'ENDPOINT_STOPPED', cause: 'Port 8200 is taken.' });
    expect(lastService(pushes)?.diagnosis?.code).toBe('ENDPOINT_STOPPED');
    evidence.endpointChanged(LISTENING);
    expect(service('shop-api').diagnosis).toBeNull();
  });
});

function lastService(pushes: readonly Push[]): Extract<Push, { topic: 'service' }>['service'] | undefined {
  return pushes.findLast((push) => push.topic === 'service')?.service;
}
