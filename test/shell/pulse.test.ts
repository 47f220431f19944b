import { describe, expect, test } from 'vitest';
import { watchPulse } from '../../main/shell/core/pulse.ts';

/** A heart that beats by hand: `next` fires the one timer that waits, however long it took in the world. */
function openPulse() {
  let waiting: { ms: number; work: () => void } | null = null;
  const asked: { answer(): void; fail(): void }[] = [];
  const told: string[] = [];
  const end = watchPulse({
    ask: () =>
      new Promise((resolve, reject) => asked.push({ answer: () => resolve(null), fail: () => reject(new Error()) })),
    everyMs: 5_000,
    withinMs: 10_000,
    after: (ms, work) => {
      const mine = { ms, work };
      waiting = mine;
      return () => {
        if (waiting === mine) waiting = null;
      };
    },
    didFallSilent: () => told.push('silent'),
    didAnswerAgain: () => told.push('again'),
  });
  const next = (): number => {
    const due = waiting;
    if (due === null) throw new Error('nothing waits');
    waiting = null;
    due.work();
    return due.ms;
  };
  const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  return { asked, told, end, next, settled, isWaiting: () => waiting !== null };
}

describe('the pulse of a core', () => {
  test('is asked one question at a time, and says nothing of one that is answered', async () => {
    const { asked, told, next, settled } = openPulse();

    expect(next()).toBe(5_000);
    next();
    asked[0]?.answer();
    await settled();
    expect(next()).toBe(5_000);

    expect(asked).toHaveLength(2);
    expect(told).toEqual([]);
  });

  test('falls silent after ten seconds that were really waited for, and is told once when it is back', async () => {
    const { asked, told, next, settled, isWaiting } = openPulse();
    next();

    const looks = [next(), next(), next(), next()];
    const before = [...told];
    looks.push(next());

    expect(looks.reduce((sum, ms) => sum + ms)).toBe(10_000);
    expect([before, told]).toEqual([[], ['silent']]);
    expect(isWaiting()).toBe(false);
    asked[0]?.answer();
    await settled();
    expect(told).toEqual(['silent', 'again']);
  });

  test('is given its time after a sleep: one look that took all night is one look', async () => {
    const { asked, told, next, settled } = openPulse();
    next();
    // The timer was set before the lid was closed and fires after it was opened.
    next();

    asked[0]?.answer();
    await settled();

    expect(told).toEqual([]);
    expect(next()).toBe(5_000);
  });

  test('takes a question that failed for no silence, and ends when it is told to', async () => {
    const { asked, told, end, next, settled, isWaiting } = openPulse();
    next();
    asked[0]?.fail();
    await settled();
    expect(next()).toBe(5_000);

    end();
    asked[1]?.answer();
    await settled();

    expect(told).toEqual([]);
    expect(isWaiting()).toBe(false);
  });
});
