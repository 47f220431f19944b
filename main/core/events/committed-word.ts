import type { IntakeReport } from './messages.ts';

const AFTER_MS = 20;

/** Tells that something was committed, a little later, so that a busy thread tells it once for many. */
export interface CommittedWord {
  soon(): void;
  /** Tells at once what is still to be told. */
  now(): void;
}

export function committedWord(report: (message: IntakeReport) => void): CommittedWord {
  let timer: NodeJS.Timeout | null = null;
  const say = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    report({ kind: 'committed' });
  };
  return {
    soon: () => {
      timer ??= setTimeout(say, AFTER_MS).unref();
    },
    now: () => {
      if (timer !== null) say();
    },
  };
}
