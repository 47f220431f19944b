import { describe, expect, test } from 'vitest';
import type { Attempt } from '../../../main/contract/index.ts';
import { distrustfulConnection, factStream, healthyConnection } from './fact-stream.ts';
import { memoryStore, openEvidence } from './open-evidence.ts';

const everything = { limit: 200 } as const;

describe('what listeners are told', () => {
  test('is gathered for 50 ms, and only what changed', () => {
    const { take, pass, pushes } = openEvidence();
    pass(50);
    take(healthyConnection('c1'));
    expect(pushes).toEqual([]);

    pass(49);
    expect(pushes).toEqual([]);
    pass(1);

    expect(pushes.map(({ topic }) => topic)).toEqual(['attempt', 'service']);
    take(
      distrustfulConnection('c2').map((fact) =>
        fact.kind === 'owner' ? { ...fact, owner: { ...fact.owner, service: 'other' } } : fact,
      ),
    );
    pass(50);
    expect(pushes.slice(2).flatMap((push) => (push.topic === 'service' ? [push.service.service] : []))).toEqual([
      'other',
    ]);
  });

  test('says that services changed when a ladder is merged into another', () => {
    const { take, pass, pushes } = openEvidence();
    take(distrustfulConnection('c1'));
    pass(50);

    take(healthyConnection('c2', 100, { environment: 'production' }));
    pass(50);

    expect(pushes).toContainEqual({ topic: 'changed', what: ['services'] });
  });
});

describe('what is kept', () => {
  test('comes back after a restart: ladders, counts, attempts with their timeline', async () => {
    const store = memoryStore();
    const first = openEvidence({ store });
    first.take(healthyConnection('c1'));
    first.take(distrustfulConnection('c2', 100));
    await first.evidence.close();

    const second = openEvidence({ store });
    await second.evidence.recalled;

    expect(second.evidence.services()).toEqual(first.evidence.services());
    expect(second.service('shop-api').stoppedAt).toBe('trusted');
    expect(second.evidence.attempts(everything)).toMatchObject([{ id: 'c2' }, { id: 'c1', open: false }]);
    expect(second.evidence.attempt('c1')?.timeline).toEqual(first.evidence.attempt('c1')?.timeline);
    second.take(healthyConnection('c3', 1000));
    expect(second.service('shop-api')).toMatchObject({ stoppedAt: null, counts: { transaction: 2, span: 4 } });
  });

  test('shows an attempt without its timeline where its facts were damaged', async () => {
    const store = memoryStore();
    const first = openEvidence({ store });
    first.take(healthyConnection('c1'));
    await first.evidence.close();
    const kept = store.attempts.get('c1');
    if (kept !== undefined) store.attempts.set('c1', { ...kept, facts: '[{"kind":"accep' });

    const second = openEvidence({ store });
    await second.evidence.recalled;

    expect(second.evidence.attempt('c1')).toMatchObject({ id: 'c1', service: 'shop-api', timeline: [] });
  });

  test('is written at most once a second, and at once when evidence is closed', async () => {
    const store = memoryStore();
    const { take, pass, evidence } = openEvidence({ store });
    take(healthyConnection('c1'));

    pass(50);
    pass(999);
    expect(store.attempts.size).toBe(0);
    pass(1);
    expect([...store.attempts.keys()]).toEqual(['c1']);

    take(healthyConnection('c2'));
    await evidence.close();
    expect([...store.attempts.keys()]).toEqual(['c1', 'c2']);
  });

  test('goes on without the past where it cannot be read, and says so in the log', async () => {
    const { logged, evidence } = openEvidence({ recall: () => Promise.reject(new Error('disk')) });

    await evidence.recalled;

    expect(logged).toEqual(['earlier evidence could not be read']);
    expect(evidence.services()).toEqual([]);
  });

  test('is bounded to the 1000 services heard of last, also in the store', () => {
    const store = memoryStore();
    const { take, evidence, pass } = openEvidence({ store });

    for (const at of Array(1010).keys()) {
      take(healthyConnection(`c${at}`, at, { service: `service ${at}` }));
      if (at % 100 === 0) pass(1000);
    }
    pass(1000);
    pass(1000);

    const names = evidence.services().map(({ service }) => service);
    expect(names).toHaveLength(1000);
    expect(names).toContain('service 1009');
    expect(names).not.toContain('service 9');
    expect(store.services.size).toBe(1000);
  });

  test('is bounded to 1000 attempts, and counts stay right beyond that', () => {
    const { take, evidence, service } = openEvidence();

    for (let index = 0; index < 1003; index += 1) {
      take([...healthyConnection(`c${index}`, index), factStream(`c${index}`, index + 20).closed(10)]);
    }

    expect(evidence.attempts({ limit: 1000 })).toHaveLength(1000);
    expect(evidence.attempt('c0')).toBeNull();
    expect(service('shop-api').counts.transaction).toBe(1003);
    expect(service('shop-api').firstSeenAt).toBe('2026-11-23T12:00:00.000Z');
  });

  test('is gone after a service was forgotten, and its attempts are still listed', () => {
    const store = memoryStore();
    const { take, evidence, pass } = openEvidence({ store });
    take(healthyConnection('c1', 0, { environment: 'test' }));
    take(healthyConnection('c2', 0, { environment: 'production' }));
    pass(50);
    pass(1000);

    evidence.forget('shop-api', 'test');

    expect(evidence.services().map(({ environment }) => environment)).toEqual(['production']);
    expect([...store.services.values()].map(({ environment }) => environment)).toEqual(['production']);
    expect(evidence.attempts(everything)).toHaveLength(2);
  });
});

describe('the list of attempts', () => {
  test('is newest first and can be narrowed by service, outcome, text and number', () => {
    const { take, evidence } = openEvidence();
    take(healthyConnection('c1'));
    take(distrustfulConnection('c2', 100));
    const ids = (query: Parameters<typeof evidence.attempts>[0]): string[] =>
      evidence.attempts(query).map(({ id }) => id);

    expect(ids(everything)).toEqual(['c2', 'c1']);
    expect(ids({ limit: 1 })).toEqual(['c2']);
    expect(ids({ ...everything, outcome: 'ok' })).toEqual(['c1']);
    expect(ids({ ...everything, text: 'APP.PY' })).toEqual(['c2']);
    expect(ids({ ...everything, service: 'nobody' })).toEqual([]);
  });

  test('tells of a failed handshake what there is to tell', () => {
    const { take, evidence } = openEvidence();

    take(distrustfulConnection('c1'));

    const expected: Partial<Attempt> = {
      service: 'shop-api',
      remote: '127.0.0.1:40000',
      process: { pid: 4711, command: 'python app.py' },
      tls: null,
      alert: 'unknown_ca',
      step: 'encrypted',
      outcome: 'failed',
      status: null,
      open: false,
      durationMs: 4,
      attribution: 'environment',
    };
    expect(evidence.attempts(everything)[0]).toMatchObject(expected);
  });
});
