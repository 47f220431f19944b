import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { handOver } from './hand-over.mjs';
import { commandLine, prepare } from './prepare.mjs';
import { orExplain } from './setup-failure.mjs';

/* `npm start`: sets up what is missing, saying so, and opens Sealwire in the browser. Runs on Node 18 and later, without dependencies. */

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const args = process.argv.slice(2);

if (args.includes('--desktop')) {
  process.stderr.write(
    'This version has no desktop window.\nLeave out --desktop: npm start opens the same interface in your browser.\n',
  );
  process.exitCode = 2;
} else {
  await orExplain(async () => {
    const node = await prepare(root, { needsBuild: true });
    await handOver(node, commandLine(root), ['up', '--ui', '--open', ...args]);
  });
}
