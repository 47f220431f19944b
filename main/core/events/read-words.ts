import type { WordIndex } from './word-index.ts';

export interface WordReading {
  /** Events were stored: reads until all words are known. */
  begin(): void;
  stop(): void;
}

/** Some milliseconds of work a step. */
const CHUNKS_A_STEP = 8;
/** While events keep coming, reading takes a tenth of the time of one core, and storing has the rest. */
const SHARE_WHILE_BUSY = 0.1;
const BUSY_FOR_MS = 1000;
/** Fewer chunks than these are read within a second, and are no news. */
const MANY_BEHIND = 500;

/** Reads the words of new chunks in short steps. `didFallBehind` hears how many are left, where that is many, and 0 when it no longer is. */
export function keepReading(words: WordIndex, didFallBehind: (chunks: number) => void): WordReading {
  let timer: NodeJS.Timeout | null = null;
  let storedMs = 0;
  let told = 0;
  let toldMs = 0;

  const tell = (nowMs: number): void => {
    toldMs = nowMs;
    const behind = words.behind();
    const isMany = behind >= MANY_BEHIND;
    if (!isMany && told === 0) return;
    told = isMany ? behind : 0;
    didFallBehind(told);
  };

  const step = (): void => {
    timer = null;
    const startedMs = performance.now();
    const isMore = readOn();
    const nowMs = performance.now();
    const isBusy = startedMs - storedMs < BUSY_FOR_MS;
    if (isMore) timer = setTimeout(step, isBusy ? (nowMs - startedMs) / SHARE_WHILE_BUSY : 0);
    if (!isMore || nowMs - toldMs > BUSY_FOR_MS) tell(nowMs);
  };

  /** A full disk keeps words from being written: what is not read is searched through, and tried again at the next event. */
  const readOn = (): boolean => {
    try {
      return words.readOn(CHUNKS_A_STEP);
    } catch {
      return false;
    }
  };

  return {
    begin() {
      storedMs = performance.now();
      timer ??= setTimeout(step, 0);
    },
    stop() {
      if (timer !== null) clearTimeout(timer);
    },
  };
}
