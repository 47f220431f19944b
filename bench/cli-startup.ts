import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { type Bench, median } from './bench.ts';

const root = resolve(import.meta.dirname, '..');
const built = join(root, 'dist', 'cli', 'sealwire.js');
const RUNS = 31;

/** The built `sealwire token show`, called directly, against a running instance; an empty Node process in turn with it. */
export const bench: Bench = {
  name: '`sealwire token show`, more than an empty Node',
  target: '≤ 60 ms',
  run: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sealwire-bench-'));
    writeFileSync(join(folder, 'passphrase'), 'correct horse battery staple\n', { mode: 0o600 });
    const env = {
      PATH: process.env.PATH,
      HOME: folder,
      SEALWIRE_HOME: join(folder, 'data'),
      SEALWIRE_PASSPHRASE_FILE: join(folder, 'passphrase'),
    };
    const instance = spawn(process.execPath, [built, 'up', '--json', '--no-ui', '--port', '0'], {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(createInterface({ input: instance.stdout }), 'line');

    const empty: number[] = [];
    const shown: number[] = [];
    for (let run = 0; run <= RUNS; run += 1) {
      const pair = [runMs(['-e', '0'], env), runMs([built, 'token', 'show'], env)] as const;
      // The first run of each warms the caches of the disk and does not count.
      if (run === 0) continue;
      empty.push(pair[0]);
      shown.push(pair[1]);
    }

    const ended = once(instance, 'exit');
    instance.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
    return {
      figure: median(shown) - median(empty),
      unit: 'ms',
      note: `median of ${RUNS}: ${median(shown).toFixed(1)} ms beside ${median(empty).toFixed(1)} ms`,
    };
  },
};

function runMs(args: readonly string[], env: NodeJS.ProcessEnv): number {
  const startedAt = performance.now();
  const { status } = spawnSync(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}`);
  return performance.now() - startedAt;
}
