import { describe, expect, test } from 'vitest';
import { STEP_CLAIMS, STEPS } from '../../../main/contract/index.ts';
import { ladderTimes } from '../../../renderer/ui/ladder-times.ts';
import { ladderSummary, STEP_ORDER, STEP_WORDS, waitingLadder } from '../../../renderer/ui/steps.ts';
import { ladder } from '../../support/fake-ui-data.ts';

describe('the rungs', () => {
  test('are those of the contract, in its order', () => {
    expect(STEP_ORDER).toEqual(STEPS);
  });

  test('claim what the contract says and no more', () => {
    const claims = Object.fromEntries(STEP_ORDER.map((step) => [step, STEP_WORDS[step].claim]));

    expect(claims).toEqual(STEP_CLAIMS);
  });

  test('that wait say what for, on the first alone', () => {
    const [first, ...others] = waitingLadder('nothing has arrived');

    expect(first).toMatchObject({ step: 'reached', state: 'waiting', evidence: 'nothing has arrived' });
    expect(others.every(({ state, evidence }) => state === 'waiting' && evidence === '')).toBe(true);
  });
});

describe('where a ladder stands', () => {
  test.each([
    ['Stopped at trusted', ladder('trusted', 'unknown CA')],
    ['Reporting', ladder(null)],
    ['Waiting for a connection', waitingLadder('')],
    [
      'Encrypted, waiting for more',
      ladder('trusted').map((step) => (step.state === 'failed' ? { ...step, state: 'waiting' as const } : step)),
    ],
  ])('reads "%s"', (words, steps) => {
    expect(ladderSummary(steps)).toBe(words);
  });
});

describe('the times of a ladder', () => {
  const at = (iso: string | null) => ({ step: 'reached', state: 'ok', at: iso, evidence: '' }) as const;

  test('begin with the time of day and go on with milliseconds since the rung before', () => {
    const times = ladderTimes([
      at('2026-11-24T12:00:00.000Z'),
      at('2026-11-24T12:00:00.004Z'),
      at('2026-11-24T12:00:00.010Z'),
    ]);

    expect(times[0]).toMatch(/^\d\d:00:00$/);
    expect(times.slice(1)).toEqual(['+4 ms', '+6 ms']);
  });

  test('give a later moment its own time of day, and so one that lies before', () => {
    const times = ladderTimes([
      at('2026-11-24T12:00:00.000Z'),
      at('2026-11-24T12:05:00.000Z'),
      at('2026-11-24T12:04:00.000Z'),
    ]);

    expect(times.slice(1)).toEqual([expect.stringMatching(/^\d\d:05:00$/), expect.stringMatching(/^\d\d:04:00$/)]);
  });

  test('skip what was not seen', () => {
    expect(ladderTimes([at(null), at('2026-11-24T12:00:00.000Z'), at(null)])).toEqual([null, expect.any(String), null]);
  });
});
