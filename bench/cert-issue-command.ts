import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { type Bench, median } from './bench.ts';
import { openMkcert } from './load/mkcert.ts';

const built = resolve(import.meta.dirname, '..', 'dist', 'cli', 'sealwire.js');
const RUNS = 31;

/** The built `sealwire cert issue`, called directly, against a running instance, in turn with mkcert as it is by default. */
export const bench: Bench = {
  name: '`sealwire cert issue`, a whole process',
  target: '≤ 1 × mkcert (RSA-2048, its default)',
  run: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sealwire-bench-'));
    writeFileSync(join(folder, 'passphrase'), 'correct horse battery staple\n', { mode: 0o600 });
    const env = {
      PATH: process.env.PATH,
      HOME: folder,
      SEALWIRE_HOME: join(folder, 'data'),
      SEALWIRE_PASSPHRASE_FILE: join(folder, 'passphrase'),
    };
    const up = [built, 'up', '--json', '--no-ui', '--port', '0'];
    const instance = spawn(process.execPath, up, { env, stdio: ['ignore', 'pipe', 'inherit'] });
    await once(createInterface({ input: instance.stdout }), 'line');
    const mkcert = openMkcert();
    const issue = [built, 'cert', 'issue', 'localhost', '127.0.0.1', '::1', '--out', join(folder, 'tls'), '--yes'];
    const ours: number[] = [];
    const theirs: number[] = [];
    for (let run = 0; run <= RUNS; run += 1) {
      const startedAt = performance.now();
      const { status } = spawnSync(process.execPath, issue, { env, stdio: ['ignore', 'pipe', 'inherit'] });
      if (status !== 0) throw new Error(`cert issue ended with ${status}`);
      // The first run warms the caches of the disk and does not count.
      if (run > 0) ours.push(performance.now() - startedAt);
      if (run > 0 && mkcert !== null) theirs.push(mkcert.issueMs([]));
    }
    mkcert?.remove();
    const ended = once(instance, 'exit');
    instance.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
    return {
      figure: median(ours),
      unit: 'ms',
      ...(mkcert === null ? { note: 'mkcert is not installed' } : { peer: { name: 'mkcert', figure: median(theirs) } }),
    };
  },
};
