import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { type Bench, median } from './bench.ts';

const root = resolve(import.meta.dirname, '..');

/** `npm start` in a clone that is set up, until its link is printed. */
export const bench: Bench = {
  name: '`npm start`, the second time',
  target: '≤ 3 s',
  run: async () => {
    await untilLink();
    const taken = [await untilLink(), await untilLink(), await untilLink()];
    return { figure: median(taken) / 1000, unit: 's' };
  },
};

async function untilLink(): Promise<number> {
  const home = mkdtempSync(join(tmpdir(), 'sealwire-bench-'));
  const startedAt = performance.now();
  const child = spawn('npm', ['start', '--', '--no-open', '--port', '0'], {
    cwd: root,
    env: { PATH: process.env.PATH, HOME: home, SEALWIRE_HOME: join(home, 'data') },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  let taken = Number.NaN;
  for await (const line of createInterface({ input: child.stdout })) {
    if (!line.includes('http://127.0.0.1')) continue;
    taken = performance.now() - startedAt;
    break;
  }
  const ended = new Promise((resolve) => child.once('exit', resolve));
  // npm does not pass signals on to what it started: the whole group is told.
  if (child.pid !== undefined) process.kill(-child.pid, 'SIGTERM');
  await ended;
  rmSync(home, { recursive: true, force: true, maxRetries: 10 });
  return taken;
}
