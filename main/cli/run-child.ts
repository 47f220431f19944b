import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import type { Readable } from 'node:stream';
import { fail } from '../contract/errors.ts';

/** SIGUSR1 is left out: Node takes it for its debugger. Windows knows but the first three. */
const FORWARDED = (['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT', 'SIGUSR2'] as const).filter(
  (signal) => constants.signals[signal] !== undefined,
);

/** What reads along with what a program writes, stream by stream. */
export type ReadAlong = (stream: 'stdout' | 'stderr', chunk: Buffer) => void;

/**
 * Runs a program on this terminal until it ends and resolves to its exit code, 128 + n where signal n ended it. No shell reads the command.
 * `started` is told the process id. With `readAlong` it writes to pipes in place of the terminal, what it writes is passed on byte by byte, and it has ended when the last of
 * its processes that can write there has. Rejects with `NOT_FOUND` where there is no such program.
 */
export function runChild(
  command: readonly string[],
  env: Readonly<Record<string, string>>,
  started: (pid: number) => Promise<unknown>,
  readAlong?: ReadAlong,
): Promise<number> {
  const [file = '', ...args] = command;
  return new Promise((resolve, reject) => {
    const output = readAlong === undefined ? 'inherit' : 'pipe';
    const child = spawn(file, args, { stdio: ['inherit', output, output], env });
    if (readAlong !== undefined) {
      for (const name of ['stdout', 'stderr'] as const) passOn(child[name], name, readAlong);
    }
    const stopForwarding = forwardSignals((signal) => child.kill(signal));
    child.once('spawn', () => {
      // Knowing the process id only makes a connection easier to put down to the service; without it the program runs as well.
      if (child.pid !== undefined) started(child.pid).catch(() => undefined);
    });
    child.once('error', (error) => {
      stopForwarding();
      reject(
        fail(
          'NOT_FOUND',
          {
            what: 'program',
            id: file,
            fix: `It could not be started (${error.message}). Check its name and the PATH.`,
          },
          { cause: error },
        ),
      );
    });
    child.once(readAlong === undefined ? 'exit' : 'close', (code: number | null, signal: NodeJS.Signals | null) => {
      stopForwarding();
      resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal]));
    });
  });
}

function passOn(from: Readable | null, name: 'stdout' | 'stderr', readAlong: ReadAlong): void {
  if (from === null) return;
  const to = process[name];
  from.on('data', (chunk: Buffer) => readAlong(name, chunk));
  from.pipe(to, { end: false });
  // Whoever read our output is gone (`| head`): the program is to find out as it would without us, by writing into nothing.
  to.once('error', () => from.destroy());
}

/** Ctrl+C on a terminal reaches the child by itself, because it is in the same group; passing it on would interrupt it twice. */
function forwardSignals(send: (signal: NodeJS.Signals) => void): () => void {
  const isOnTerminal = process.stdin.isTTY === true || process.stdout.isTTY === true || process.stderr.isTTY === true;
  const listeners = FORWARDED.map((signal) => {
    const listener = (): void => {
      if (!isOnTerminal || (signal !== 'SIGINT' && signal !== 'SIGQUIT')) send(signal);
    };
    process.on(signal, listener);
    return { signal, listener };
  });
  return () => {
    for (const { signal, listener } of listeners) process.off(signal, listener);
  };
}
