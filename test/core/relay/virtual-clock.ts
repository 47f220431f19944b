/** Time that passes only when it is told to. */
export interface VirtualClock {
  nowMs(): number;
  after(milliseconds: number, run: () => void): () => void;
  /** Lets time pass, running what is due on the way, and what that starts. */
  pass(milliseconds: number): Promise<void>;
}

export function virtualClock(): VirtualClock {
  let now = 1_000_000;
  let timers: { readonly at: number; readonly run: () => void }[] = [];
  return {
    nowMs: () => now,
    after(milliseconds, run) {
      const timer = { at: now + milliseconds, run };
      timers.push(timer);
      return () => {
        timers = timers.filter((each) => each !== timer);
      };
    },
    async pass(milliseconds) {
      const until = now + milliseconds;
      for (;;) {
        await settled();
        const [next] = timers.filter(({ at }) => at <= until).sort((one, other) => one.at - other.at);
        if (next === undefined) break;
        timers = timers.filter((each) => each !== next);
        now = next.at;
        next.run();
      }
      now = until;
      await settled();
    },
  };
}

/** Everything that waits for nothing but promises has gone on. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
