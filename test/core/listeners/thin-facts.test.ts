import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Counts } from '../../../main/contract/index.ts';
import { type AttemptState, addCounts, NO_COUNTS, reduceAttempt } from '../../../main/core/evidence/attempt-state.ts';
import type { Fact } from '../../../main/core/evidence/facts.ts';
import { thinFacts } from '../../../main/core/listeners/thin-facts.ts';

/* What a busy connection tells is thinned on its way to the main thread; what it amounts to is not. */

const METADATA = {
  service: 'shop',
  environment: null,
  version: null,
  agent: { name: 'nodejs', version: '4' },
  language: null,
  runtime: null,
  framework: null,
  hostname: null,
  pid: 7,
} as const;

interface Asked {
  readonly status: number;
  readonly spans: number;
  readonly service: string;
  readonly connection: string;
  readonly isOver: boolean;
}

const asked = fc.record({
  status: fc.constantFrom(202, 202, 202, 202, 202, 400, 503),
  spans: fc.integer({ min: 1, max: 9 }),
  service: fc.constantFrom('shop', 'shop', 'shop', 'till'),
  connection: fc.constantFrom('a-1', 'a-2'),
  isOver: fc.constantFrom(true, true, true, true, true, false),
});

function factsOf(requests: readonly Asked[]): Fact[] {
  const numbers = new Map<string, number>();
  return requests.flatMap(({ status, spans, service, connection, isOver }, at) => {
    const request = (numbers.get(connection) ?? 0) + 1;
    numbers.set(connection, request);
    const of = { connection, atMs: at * 10, request };
    const metadata = { ...METADATA, service };
    const facts: Fact[] = [
      { ...of, kind: 'request', method: 'POST', path: '/intake/v2/events', userAgent: 'agent', headers: [] },
      { ...of, kind: 'authenticated', verdict: { result: 'accepted', tokenId: 't', state: 'active' } },
      { ...of, kind: 'metadata', metadata },
      { ...of, kind: 'stored', counts: { ...NO_COUNTS, span: spans }, service },
    ];
    if (status >= 400) facts.push({ ...of, kind: 'rejected', status, errors: ['no'] });
    if (isOver) facts.push({ ...of, kind: 'response', status, headers: [], body: null });
    return facts;
  });
}

function folded(facts: readonly Fact[]): ReadonlyMap<string, AttemptState> {
  const attempts = new Map<string, AttemptState>();
  for (const fact of facts) attempts.set(fact.connection, reduceAttempt(attempts.get(fact.connection) ?? null, fact));
  return attempts;
}

function stored(facts: readonly Fact[]): Counts {
  return facts.reduce<Counts>((sum, fact) => (fact.kind === 'stored' ? addCounts(sum, fact.counts) : sum), NO_COUNTS);
}

describe('thinned facts', () => {
  test('amount to the same attempt: counts by service, newest request, status, times', () => {
    fc.assert(
      fc.property(fc.array(asked, { maxLength: 40 }), (requests) => {
        const facts = factsOf(requests);
        const thinned = folded(thinFacts(facts));
        for (const [connection, whole] of folded(facts)) {
          const { requests: _, ...rest } = whole;
          expect(thinned.get(connection)).toMatchObject(rest);
          expect(thinned.get(connection)?.requests.at(-1)).toEqual(whole.requests.at(-1));
        }
      }),
    );
  });

  test('hold every refusal, every open request and the first three of each connection', () => {
    fc.assert(
      fc.property(fc.array(asked, { maxLength: 40 }), (requests) => {
        const facts = factsOf(requests);
        const thinned = new Set(thinFacts(facts).map((fact) => JSON.stringify({ ...fact, counts: null })));
        const isOver = new Set(
          facts.flatMap((fact) =>
            fact.kind === 'response' && fact.status === 202 ? [`${fact.connection} ${fact.request}`] : [],
          ),
        );
        for (const fact of facts) {
          if (!('request' in fact)) continue;
          if (fact.request <= 3 || !isOver.has(`${fact.connection} ${fact.request}`))
            expect(thinned).toContain(JSON.stringify({ ...fact, counts: null }));
        }
      }),
    );
  });

  test('of a busy connection are few', () => {
    const calm = { status: 202, spans: 3, service: 'shop', connection: 'a-1', isOver: true };
    const facts = factsOf(Array.from({ length: 100 }, () => calm));

    const thinned = thinFacts(facts);

    expect(thinned.filter(({ kind }) => kind === 'request')).toHaveLength(4);
    expect(stored(thinned).span).toBe(300);
  });

  test('keep their order', () => {
    fc.assert(
      fc.property(fc.array(asked, { maxLength: 40 }), (requests) => {
        const times = thinFacts(factsOf(requests)).map(({ atMs }) => atMs);
        expect(times).toEqual(times.toSorted((one, other) => one - other));
      }),
    );
  });
});
