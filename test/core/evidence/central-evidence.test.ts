import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type ConfigurationSeen,
  configurationFrom,
  newestConfiguration,
  viewConfiguration,
} from '../../../main/core/evidence/configuration-seen.ts';
import { ACCEPTED, factStream, healthyConnection, T0 } from './fact-stream.ts';
import { memoryStore, openEvidence } from './open-evidence.ts';

/** A connection on which an agent asks for its configuration, so many milliseconds after the others. */
function poll(connection: string, afterMs: number, reached: 'sent' | 'echoed', etag = 'e1', service = 'shop-api') {
  const at = factStream(connection, afterMs);
  return [
    at.accepted(),
    at.hello(),
    at.secured(),
    at.request('/config/v1/agents?service.name=shop-api'),
    at.verdict(ACCEPTED),
    at.configured(reached, etag, service),
    at.response(reached === 'sent' ? 200 : 304),
  ];
}

const momentAt = (milliseconds: number): string => new Date(T0 + milliseconds).toISOString();

describe('central configuration as evidence', () => {
  test('is with the service, with its connection and on its timeline: when it was sent, when its tag came back', () => {
    const { evidence, take, service } = openEvidence();
    take(healthyConnection('c1'));
    expect(service('shop-api').configuration).toBeNull();

    take(poll('c2', 1000, 'sent'));
    expect(service('shop-api').configuration).toEqual({ etag: 'e1', sentAt: momentAt(1005), echoedAt: null });
    take(poll('c3', 31_000, 'echoed'));

    expect(service('shop-api').configuration).toEqual({
      etag: 'e1',
      sentAt: momentAt(1005),
      echoedAt: momentAt(31_005),
    });
    expect(evidence.attempt('c3')).toMatchObject({
      configuration: { etag: 'e1', sentAt: null, echoedAt: momentAt(31_005) },
    });
    expect(evidence.attempt('c1')?.configuration).toBeNull();
    expect(evidence.attempt('c3')?.timeline.map(({ title, detail }) => `${title}: ${detail}`)).toContain(
      'Central configuration confirmed by its tag: transaction_sample_rate (e1)',
    );
  });

  test('is waited for anew after a change', () => {
    const { take, service } = openEvidence();
    take([...healthyConnection('c1'), ...poll('c2', 1000, 'sent'), ...poll('c3', 2000, 'echoed')]);

    take(poll('c4', 3000, 'sent', 'e2'));

    expect(service('shop-api').configuration).toEqual({ etag: 'e2', sentAt: momentAt(3005), echoedAt: null });
  });

  test('of another service than the connection is known to be of is nobody’s', () => {
    const { evidence, take } = openEvidence();

    take(poll('c1', 0, 'echoed', 'e1', 'somebody-else'));

    expect(evidence.services().map(({ configuration }) => configuration)).toEqual([null]);
  });

  test('comes back after a restart, and is nothing where an earlier version remembered none', async () => {
    const store = memoryStore();
    const before = openEvidence({ store });
    before.take([...healthyConnection('c1'), ...poll('c2', 1000, 'sent'), ...poll('c3', 2000, 'echoed')]);
    await before.evidence.close();
    const [service] = [...store.services.values()];
    const { evidence } = openEvidence({ store });
    await evidence.recalled;
    expect(evidence.services()[0]?.configuration).toEqual(service?.configuration);
    expect(service?.configuration?.echoedAt).toBe(momentAt(2005));

    for (const each of store.services.values()) Reflect.deleteProperty(each, 'configuration');
    for (const { attempt } of store.attempts.values()) Reflect.deleteProperty(attempt, 'configuration');
    const old = openEvidence({ store }).evidence;
    await old.recalled;
    expect(old.services()[0]?.configuration).toBeNull();
    expect(old.attempts({ limit: 10 }).map(({ configuration }) => configuration)).toEqual([null, null, null]);
  });

  test('adds up to the same in any order, any number of times', () => {
    const tag = fc.option(fc.record({ etag: fc.constantFrom('e1', 'e2'), atMs: fc.integer({ min: 0, max: 5 }) }));
    const seen: fc.Arbitrary<ConfigurationSeen> = fc.record({ sent: tag, echoed: tag });
    const sum = (all: readonly ConfigurationSeen[]) => all.reduce<ConfigurationSeen | null>(newestConfiguration, null);

    fc.assert(
      fc.property(fc.array(seen, { minLength: 1, maxLength: 6 }), (all) => {
        const whole = sum(all);
        expect(sum(all.toReversed())).toEqual(whole);
        expect(sum([...all, ...all])).toEqual(whole);
        expect(newestConfiguration(sum(all.slice(0, 2)), sum(all.slice(2)))).toEqual(whole);
        expect(viewConfiguration(configurationFrom(viewConfiguration(whole)))).toEqual(viewConfiguration(whole));
      }),
    );
  });
});
