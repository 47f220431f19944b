import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { CoreProgram } from './find-core.ts';
import { type FirstWord, firstWord } from './first-word.ts';

/** A core that was started by this shell. */
export interface CoreProcess {
  /** Null where it could not be started. */
  readonly pid: number | null;
  /** What it said on its first line; `silent` where it ended, or could not be started, without a word. */
  readonly said: Promise<FirstWord>;
  /** Resolves when the process is gone: true where it ended by itself and in order. */
  readonly ended: Promise<{ readonly isOrderly: boolean; readonly how: string }>;
  /** Lets it finish: its stdin ends, then SIGTERM, then SIGKILL, each after `patienceMs`. Resolves when it is gone. */
  stop(patienceMs: number): Promise<void>;
  /** Ends a process that hangs. Resolves when it is gone. */
  kill(): Promise<void>;
}

/**
 * Starts the core with its stdin on a pipe: whatever becomes of this process, the pipe's end tells the core. `note` gets each line that it says besides
 * the first.
 */
export function startCoreProcess(
  { node, program }: CoreProgram,
  options: {
    readonly env: Readonly<Record<string, string>>;
    readonly cwd: string;
    readonly note: (line: string) => void;
  },
): CoreProcess {
  const { env, cwd, note } = options;
  const child = spawn(node, [program], { stdio: ['pipe', 'pipe', 'pipe'], windowsHide: true, env, cwd });
  const ended = endOf(child);
  // The pipe of a process that is gone (EPIPE); its end is told by `ended`.
  child.stdin.on('error', () => undefined);
  createInterface({ input: child.stderr }).on('line', note);
  const lines = createInterface({ input: child.stdout });
  const said = new Promise<FirstWord>((resolve) => {
    lines.once('line', (line) => {
      resolve(firstWord(line));
      lines.on('line', note);
    });
    ended.then(({ how }) => resolve({ kind: 'silent', how }));
  });

  return {
    pid: child.pid ?? null,
    said,
    ended,
    stop: async (patienceMs) => {
      child.stdin.end();
      if (await isWithin(ended, patienceMs)) return;
      child.kill('SIGTERM');
      if (await isWithin(ended, patienceMs)) return;
      child.kill('SIGKILL');
      await ended;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

function endOf(child: ChildProcess): CoreProcess['ended'] {
  return new Promise((resolve) => {
    child.once('error', (error) => {
      // Also said of a signal that could not be sent, where the process lives on.
      if (child.pid === undefined) resolve({ isOrderly: false, how: error.message });
    });
    child.once('exit', (code, signal) => resolve({ isOrderly: code === 0, how: signal ?? `exit code ${code}` }));
  });
}

async function isWithin(event: Promise<unknown>, ms: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(resolve, ms, false);
  });
  const outcome = await Promise.race([event.then(() => true), late]);
  clearTimeout(timer);
  return outcome;
}
