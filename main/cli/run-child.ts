import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { fail } from '../contract/errors.ts';

/** SIGUSR1 is left out: Node takes it for its debugger. Windows knows but the first three. */
const FORWARDED = (['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT', 'SIGUSR2'] as const).filter(
  (signal) => constants.signals[signal] !== undefined,
);

/**
 * Runs a program on this terminal until it ends and resolves to its exit code, 128 + n where signal n ended it. No shell reads the command.
 * `started` is told the process id. Rejects with `NOT_FOUND` where there is no such program.
 */
export function runChild(
  command: readonly string[],
  env: Readonly<Record<string, string>>,
  started: (pid: number) => Promise<unknown>,
): Promise<number> {
  const [file = '', ...args] = command;
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { stdio: 'inherit', env });
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
    child.once('exit', (code, signal) => {
      stopForwarding();
      resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal]));
    });
  });
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
