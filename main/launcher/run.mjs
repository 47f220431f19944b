import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { handOver } from './hand-over.mjs';
import { prepare } from './prepare.mjs';
import { orExplain } from './setup-failure.mjs';

/* Runs a TypeScript file of the clone (the tests, the benchmarks, the build) on any Node 18 and later: `node run.mjs FILE ARGS…`. */

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const [file = '', ...args] = process.argv.slice(2);

await orExplain(async () => {
  const node = await prepare(root, { needsTools: true });
  await handOver(node, resolve(root, file), args);
});
