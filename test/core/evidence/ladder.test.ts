import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Diagnosis, STEPS } from '../../../main/contract/index.ts';
import { diagnose } from '../../../main/core/diagnose/diagnose.ts';
import { type AttemptState, reduceAttempt } from '../../../main/core/evidence/attempt-state.ts';
import { viewAttempt, viewAttemptDetail } from '../../../main/core/evidence/attempt-view.ts';
import type { Fact } from '../../../main/core/evidence/facts.ts';
import { identify } from '../../../main/core/evidence/identity.ts';
import { keepFact } from '../../../main/core/evidence/kept-facts.ts';
import {
  EMPTY_LADDER,
  foldLadder,
  type Ladder,
  mergeLadders,
  readLadder,
  rungs,
} from '../../../main/core/evidence/ladder.ts';
import { ladderOfAttempt } from '../../../main/core/evidence/ladder-of-attempt.ts';
import { ladderSteps } from '../../../main/core/evidence/ladder-steps.ts';
import { anyFact } from './any-fact.ts';
import { factStream } from './fact-stream.ts';
import { LISTENING } from './open-evidence.ts';
import { AGENTS, PYTHON, WIRING } from './stand-in-agents.ts';

const CONFIDENCES: readonly Diagnosis['confidence'][] = ['certain', 'probable', 'possible'];

function diagnosisWith(confidence: Diagnosis['confidence']): Diagnosis {
  return { code: 'X', summary: 'x.', cause: 'x.', confidence, fixes: [] };
}

const time = fc.integer({ min: 0, max: 6 });
const mark = fc.record({ atMs: time, evidence: fc.constantFrom('a', 'b'), applies: fc.boolean() });
const stop = fc.record({
  atMs: time,
  evidence: fc.constantFrom('c', 'd'),
  diagnosis: fc.constantFrom(...CONFIDENCES.map(diagnosisWith)),
});
const six = <Value>(of: fc.Arbitrary<Value>): fc.Arbitrary<Value[]> => fc.array(of, { minLength: 6, maxLength: 6 });
const anyLadder: fc.Arbitrary<Ladder> = fc.tuple(six(fc.option(mark)), six(fc.option(stop))).map(([marks, stops]) => ({
  marks: rungs((step) => marks[STEPS.indexOf(step)] ?? null),
  stops: rungs((step) => stops[STEPS.indexOf(step)] ?? null),
}));

const single = (step: (typeof STEPS)[number], atMs: number): Ladder => ({
  ...EMPTY_LADDER,
  marks: rungs((each) => (each === step ? { atMs, evidence: '', applies: true } : null)),
});
const stopped = (
  step: (typeof STEPS)[number],
  atMs: number,
  confidence: Diagnosis['confidence'] = 'certain',
): Ladder => ({
  ...EMPTY_LADDER,
  stops: rungs((each) => (each === step ? { atMs, evidence: '', diagnosis: diagnosisWith(confidence) } : null)),
});
const standing = (...ladders: Ladder[]): string | null => readLadder(foldLadder(EMPTY_LADDER, ladders)).stoppedAt;

describe('a ladder', () => {
  test('is stopped by the newest failure and freed by a newer success on that rung or a higher one', () => {
    expect(standing(single('reporting', 1), stopped('trusted', 2))).toBe('trusted');
    expect(standing(stopped('trusted', 2), single('trusted', 3))).toBeNull();
    expect(standing(stopped('trusted', 2), single('reporting', 3))).toBeNull();
  });

  test('is not freed by success on a lower rung, nor stopped by a failure that is older than a success', () => {
    expect(standing(stopped('trusted', 2), single('encrypted', 3))).toBe('trusted');
    expect(standing(single('reporting', 3), stopped('trusted', 2))).toBeNull();
  });

  test('shows the lowest of several failures that stand', () => {
    expect(standing(stopped('authorised', 3), stopped('trusted', 2))).toBe('trusted');
  });

  test('is not stopped by a mere possibility once it got further, and a possibility does not hide what is probable', () => {
    expect(standing(single('reporting', 1), stopped('trusted', 2, 'possible'))).toBeNull();
    expect(standing(single('reporting', 1), stopped('trusted', 2, 'probable'), stopped('trusted', 3, 'possible'))).toBe(
      'trusted',
    );
    expect(standing(stopped('trusted', 2, 'possible'))).toBe('trusted');
  });

  test('is the same whatever the order of its connections and however often one is counted', () => {
    fc.assert(
      fc.property(anyLadder, anyLadder, anyLadder, (a, b, c) => {
        expect(mergeLadders(a, b)).toEqual(mergeLadders(b, a));
        expect(mergeLadders(mergeLadders(a, b), c)).toEqual(mergeLadders(a, mergeLadders(b, c)));
        expect(mergeLadders(a, a)).toEqual(a);
      }),
      { numRuns: 500 },
    );
  });

  test('shows rungs in one piece: those that hold, at most one that failed, those that wait', () => {
    fc.assert(
      fc.property(anyLadder, (ladder) => {
        const reading = readLadder(ladder);
        const counts = { transaction: 0, span: 0, error: 0, metricset: 0, log: 0 };
        const own = { endpoint: LISTENING, counts, showsToken: true };
        const states = ladderSteps(ladder, reading, own).map(({ state }) => state);

        expect(states.map((state) => (state === 'n/a' ? 'ok' : state)).join(' ')).toMatch(
          /^(ok ?)*(failed ?)?(waiting ?)*$/,
        );
        expect(states.includes('failed')).toBe(reading.stoppedAt !== null);
      }),
      { numRuns: 500 },
    );
  });
});

describe('whatever the facts are and in whatever order they come', () => {
  test('they fold into an attempt, a ladder and a timeline without throwing', () => {
    fc.assert(
      fc.property(fc.array(anyFact, { minLength: 1, maxLength: 20 }), (facts) => {
        const attempt = facts.reduce<AttemptState | null>((state, fact) => reduceAttempt(state, fact), null);
        if (attempt === null) return;
        const identity = identify(attempt, { process: null, wiring: null }, AGENTS);
        const finding = diagnose({ attempt, definition: PYTHON, wiring: WIRING });
        const ladder = ladderOfAttempt(attempt, finding);
        const shown = viewAttempt(attempt, { identity, finding, ladder });

        expect(viewAttemptDetail(shown, facts).timeline).toHaveLength(facts.length);
        expect(shown.durationMs).toBeGreaterThanOrEqual(0);
        expect(shown.outcome === 'failed').toBe(shown.diagnosis !== null);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the facts that are kept of one connection', () => {
  test('are its handshake, its first requests and its newest ones', () => {
    const facts: Fact[] = [];
    const at = factStream('c1');
    for (const fact of [at.accepted(), at.hello(), at.secured()]) keepFact(facts, fact);

    for (let request = 1; request <= 100; request += 1) {
      for (const fact of [at.request(), at.stored(1), at.response(202)]) keepFact(facts, fact);
    }

    const numbers = facts.flatMap((fact) => (fact.kind === 'request' ? [fact.request] : []));
    expect(facts.slice(0, 3).map(({ kind }) => kind)).toEqual(['accepted', 'hello', 'secured']);
    expect(numbers).toEqual([1, 2, 3, 89, 90, 91, 92, 93, 94, 95, 96, 97, 98, 99, 100]);
    expect(facts).toHaveLength(3 + 15 * 3);
  });

  test('stay bounded within one endless request', () => {
    const facts: Fact[] = [];
    const at = factStream('c1');
    keepFact(facts, at.accepted());
    keepFact(facts, at.request());

    for (let batch = 0; batch < 1000; batch += 1) keepFact(facts, at.stored(1));

    expect(facts).toHaveLength(160);
    expect(facts.slice(0, 2).map(({ kind }) => kind)).toEqual(['accepted', 'request']);
  });
});
