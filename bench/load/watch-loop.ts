import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** How long the main thread of a process kept others waiting, beyond what was asked of it. */
export interface LoopDelay {
  readonly maxMs: number;
  readonly p99Ms: number;
}

export interface LoopWatch {
  /** What the process is to be started with (`loop-delay.mjs`). */
  readonly nodeOptions: readonly string[];
  /** What was seen since the last call, or since the start. */
  take(pid: number): Promise<LoopDelay>;
  close(): void;
}

/** Watches the event loop of a process that is yet to be started. */
export function watchLoop(): LoopWatch {
  const folder = mkdtempSync(join(tmpdir(), 'sealwire-loop-'));
  const into = join(folder, 'delay.json');
  const preload = pathToFileURL(join(import.meta.dirname, 'loop-delay.mjs'));
  preload.searchParams.set('into', into);
  return {
    nodeOptions: ['--import', preload.href],
    async take(pid) {
      rmSync(into, { force: true });
      process.kill(pid, 'SIGUSR2');
      for (;;) {
        try {
          return JSON.parse(readFileSync(into, 'utf8'));
        } catch {
          // ENOENT: not written yet.
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
      }
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}
