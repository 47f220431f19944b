import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { defineConfig } from 'vitest/config';
import { built, entry } from './test/support/entry.ts';
import { LongestFirst } from './test/support/longest-first.ts';

/* One project a tier (CONTRIBUTING.md, "Tests"); `test/run.ts` prepares what a tier needs and runs them one after the other. */
export default defineConfig({
  // Threads of what tests call in their own process start from the bundle too, where it is current.
  define: entry === built ? { SEALWIRE_THREADS: JSON.stringify(pathToFileURL(built).href) } : {},
  // The real package fetches a binary as soon as it is loaded.
  resolve: { alias: { electron: resolve(import.meta.dirname, 'test/shell/electron-double/electron.ts') } },
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    pool: 'forks',
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    testTimeout: 120_000,
    hookTimeout: 240_000,
    unstubEnvs: true,
    reporters: ['default'],
  },
});
