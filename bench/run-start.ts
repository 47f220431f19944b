import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { type Bench, median } from './bench.ts';

const built = resolve(import.meta.dirname, '..', 'dist', 'cli', 'sealwire.js');
const RUNS = 21;

/** A program that ends at once, started by the built `sealwire run` against a running instance, in turn with the same started by itself. */
export const bench: Bench = {
  name: '`sealwire run -- node`, more than the program alone',
  target: '≤ 150 ms',
  run: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sealwire-bench-'));
    writeFileSync(join(folder, 'passphrase'), 'correct horse battery staple\n', { mode: 0o600 });
    // A stand-in for the agent that does nothing: what the real one does to a start is no part of what `run` adds.
    const project = join(folder, 'shop');
    const agent = join(project, 'node_modules', 'elastic-apm-node');
    mkdirSync(agent, { recursive: true });
    writeFileSync(
      join(project, 'package.json'),
      '{ "name": "shop", "dependencies": { "elastic-apm-node": "4.15.0" } }',
    );
    writeFileSync(
      join(agent, 'package.json'),
      '{ "name": "elastic-apm-node", "version": "4.15.0", "main": "start.js" }',
    );
    writeFileSync(join(agent, 'start.js'), '');
    writeFileSync(join(project, 'app.cjs'), '');
    const env = {
      PATH: process.env.PATH,
      HOME: folder,
      SEALWIRE_HOME: join(folder, 'data'),
      SEALWIRE_PASSPHRASE_FILE: join(folder, 'passphrase'),
    };
    const up = [built, 'up', '--json', '--no-ui', '--port', '0'];
    const instance = spawn(process.execPath, up, { env, stdio: ['ignore', 'pipe', 'inherit'] });
    await once(createInterface({ input: instance.stdout }), 'line');
    const runMs = (args: readonly string[]): number => {
      const startedAt = performance.now();
      const done = spawnSync(process.execPath, args, { env, cwd: project, stdio: ['ignore', 'pipe', 'pipe'] });
      if (done.status !== 0) throw new Error(`node ${args.join(' ')} ended with ${done.status}: ${done.stderr}`);
      return performance.now() - startedAt;
    };
    const alone: number[] = [];
    const wired: number[] = [];
    try {
      for (let run = 0; run <= RUNS; run += 1) {
        const pair = [runMs(['app.cjs']), runMs([built, 'run', '--', process.execPath, 'app.cjs'])] as const;
        // The first run of each warms the caches of the disk and does not count.
        if (run === 0) continue;
        alone.push(pair[0]);
        wired.push(pair[1]);
      }
    } finally {
      const ended = once(instance, 'exit');
      instance.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    }
    const [one, other] = [median(wired), median(alone)];
    return {
      figure: one - other,
      unit: 'ms',
      note: `median of ${RUNS}: ${one.toFixed(1)} ms beside ${other.toFixed(1)} ms, a ratio of ${(one / other).toFixed(2)}`,
    };
  },
};
