import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

/** A screen that nobody sees. */
export interface Display {
  /** What `DISPLAY` is set to. */
  readonly name: string;
  close(): Promise<void>;
}

/** Starts Xvfb on the first free number, which it says itself once it can be connected to. */
export async function startDisplay(): Promise<Display> {
  const child = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1400x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit');
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const number = await Promise.race([
    once(createInterface({ input: child.stdio[3] as Readable }), 'line').then(([line]) => String(line)),
    ended.then(() => null),
  ]);
  if (number === null) throw new Error(`Xvfb ended: ${said}`);
  return {
    name: `:${number}`,
    close: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
