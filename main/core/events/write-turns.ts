/** Which thread's turn it is to write the store, and which file the store is. */
export interface WriteTurns {
  /** Waits for the turn, with the whole thread, and resolves to whether it came in time. SQLite's own lock holds all the same; this one wakes at once where that one sleeps. */
  take(withinMs: number): boolean;
  /** Takes it from a thread that has held it for so long that it may have died with it. */
  seize(): void;
  giveBack(): void;
  /** Grows each time the writer opens the file, which may then be another one. Only known for certain during a turn. */
  readonly file: number;
  didOpenFile(): void;
}

/** What two threads must share to take turns. */
export function turnsMemory(): SharedArrayBuffer {
  return new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT);
}

const HOLDER = 0;
const FILE = 1;
const NOBODY = 0;

/** The turns as the thread with the number `own`, from 1, takes them. */
export function writeTurns(memory: SharedArrayBuffer, own: number): WriteTurns {
  const cells = new Int32Array(memory);
  return {
    take(withinMs) {
      const untilMs = performance.now() + withinMs;
      for (;;) {
        const holder = Atomics.compareExchange(cells, HOLDER, NOBODY, own);
        if (holder === NOBODY) return true;
        const leftMs = untilMs - performance.now();
        if (leftMs <= 0) return false;
        Atomics.wait(cells, HOLDER, holder, leftMs);
      }
    },
    seize: () => void Atomics.store(cells, HOLDER, own),
    giveBack() {
      // It may have been seized meanwhile.
      if (Atomics.compareExchange(cells, HOLDER, own, NOBODY) === own) Atomics.notify(cells, HOLDER, 1);
    },
    get file() {
      return Atomics.load(cells, FILE);
    },
    didOpenFile: () => void Atomics.add(cells, FILE, 1),
  };
}
