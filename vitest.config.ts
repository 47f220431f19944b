import { defineConfig } from 'vitest/config';

/* One project a tier (ARCHITECTURE.md, "Tests"); `test/run.ts` prepares what a tier needs and runs them one after the other. */
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    unstubEnvs: true,
    reporters: ['default'],
  },
});
