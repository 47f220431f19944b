import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { startSealwire } from '../test/support/running-sealwire.ts';
import type { Bench } from './bench.ts';

const bundle = join(resolve(import.meta.dirname, '..'), 'dist', 'cli', 'sealwire.js');

/** Resident memory of `up`, as `npm start` and the installed command run it, once it listens (Linux); beside it the same from the sources. */
export const bench: Bench = {
  name: 'resident memory of an idle `up`',
  target: '≤ 120 MB',
  run: async () => {
    const figure = await residentWhenReady({ entry: bundle });
    const fromSources = await residentWhenReady({});
    return { figure, unit: 'MB', peer: { name: 'from the sources', figure: fromSources } };
  },
};

async function residentWhenReady(options: { readonly entry?: string }): Promise<number> {
  const sealwire = await startSealwire(options);
  const resident = residentMegabytes(sealwire.ready.pid);
  await sealwire.stop();
  return resident;
}

function residentMegabytes(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes) / 1024;
}
