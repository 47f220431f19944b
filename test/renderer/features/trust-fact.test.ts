import { describe, expect, test } from 'vitest';
import type { ProcedureOutput, TrustStore } from '../../../main/contract/index.ts';
import { trustFact } from '../../../renderer/features/home/trust-fact.ts';
import { trustStore } from '../../support/fake-data.ts';
import { failing, reporting } from '../../support/fake-ui-data.ts';

const none = { authority: null, stores: [], leftovers: [], advice: [] } satisfies ProcedureOutput<'trust.list'>;
const own = { agent: 'nodejs', title: 'Node.js', setting: 'CA_FILE', groups: [], needsStore: false, text: '' };
const java = {
  agent: 'java',
  title: 'Java',
  setting: null,
  groups: ['java' as const],
  needsStore: true,
  text: '',
};
const refusal = { client: 'Go', program: '/go', outcome: 'refused' as const, reason: 'no', at: '2026-11-24T08:00:00Z' };
const held = (change: Partial<TrustStore>): TrustStore => ({ ...trustStore, state: 'installed', ...change });

describe('trust in short', () => {
  test('is that no store is needed where every agent has a setting of its own', () => {
    expect(trustFact({ ...none, stores: [trustStore], advice: [own] }, [])).toEqual({
      tone: 'n/a',
      value: 'In no store',
      reason: 'Your agents need none',
    });
    expect(trustFact({ ...none, advice: [own, java] }, []).reason).toContain('Connect says which');
  });

  test('is green only where every store was seen to work', () => {
    const verified = held({ state: 'verified' });

    expect(trustFact({ ...none, stores: [verified] }, [])).toMatchObject({ tone: 'ok', value: 'In 1 store' });
    expect(trustFact({ ...none, stores: [verified, held({})] }, [])).toEqual({
      tone: 'waiting',
      value: 'In 2 stores',
      reason: '1 verified by a handshake',
    });
    expect(trustFact({ ...none, stores: [held({ checks: [refusal] })] }, [])).toEqual({
      tone: 'attention',
      value: 'In 1 store',
      reason: 'None verified by a handshake · 1 with a refusal',
    });
  });

  test('is what waits before anything else', () => {
    const leftover = { ledgerId: 'a', what: '', where: '', at: '', why: 'unfinished' as const, finishIn: null };

    expect(trustFact({ ...none, stores: [held({})], leftovers: [leftover] }, [])).toMatchObject({
      tone: 'attention',
      value: '1 change not finished',
    });
  });

  test('asks for a store only for an agent that was seen here and reads one that has nothing', () => {
    const seen = { ...failing, agentId: 'java' };
    const needed = (stores: TrustStore[], services: (typeof reporting)[]) =>
      trustFact({ ...none, stores, advice: [own, java] }, services).value;

    expect(needed([], [seen])).toBe('A store is needed');
    expect(needed([held({ group: 'system' })], [seen])).toBe('A store is needed');
    expect(needed([held({ group: 'java' })], [seen])).toBe('In 1 store');
    expect(needed([], [reporting])).toBe('In no store');
  });
});
