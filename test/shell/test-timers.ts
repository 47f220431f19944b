import type { Timers } from '../../main/shell/status/paced.ts';

/** Timers that go off when a test says so. */
export interface TestTimers extends Timers {
  /** Lets so much time pass. */
  pass(milliseconds: number): void;
  waiting(): number;
}

export function testTimers(): TestTimers {
  const set = new Map<number, { readonly at: number; readonly action: () => void }>();
  let now = 0;
  let count = 0;
  return {
    set: (action, milliseconds) => {
      count += 1;
      set.set(count, { at: now + milliseconds, action });
      return count;
    },
    clear: (timer) => void set.delete(timer as number),
    pass: (milliseconds) => {
      const end = now + milliseconds;
      for (;;) {
        const [next] = [...set].filter(([, { at }]) => at <= end).sort(([, one], [, other]) => one.at - other.at);
        if (next === undefined) break;
        now = next[1].at;
        set.delete(next[0]);
        next[1].action();
      }
      now = end;
    },
    waiting: () => set.size,
  };
}
