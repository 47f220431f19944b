/** The timers of this process, or a test's own. */
export interface Timers {
  set(action: () => void, milliseconds: number): unknown;
  clear(timer: unknown): void;
}

export const realTimers: Timers = {
  set: (action, milliseconds) => setTimeout(action, milliseconds),
  clear: (timer) => clearTimeout(timer as NodeJS.Timeout),
};

export interface Paced {
  (): void;
  close(): void;
}

/** Runs `action` at once, and then at most once in `milliseconds` however often it is asked for; what was asked for in between happens at the end of that time. */
export function paced(action: () => void, milliseconds: number, timers: Timers = realTimers): Paced {
  let timer: unknown = null;
  let isWanted = false;
  let isClosed = false;
  const rest = (): void => {
    timer = timers.set(() => {
      timer = null;
      if (isWanted) run();
    }, milliseconds);
  };
  const run = (): void => {
    isWanted = false;
    rest();
    action();
  };
  const ask = (): void => {
    if (isClosed) return;
    if (timer === null) run();
    else isWanted = true;
  };
  return Object.assign(ask, {
    close: () => {
      isClosed = true;
      if (timer !== null) timers.clear(timer);
    },
  });
}
