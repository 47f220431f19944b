import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startWish } from './desktop/desktop-choice.mjs';
import { handOver } from './hand-over.mjs';
import { commandLine, prepare } from './prepare.mjs';
import { orExplain } from './setup-failure.mjs';

/*
 * `npm start`: sets up what is missing, saying so, and opens Sealwire in its window, else in the browser. Runs on Node 18 and later, without dependencies.
 */

const folder = dirname(fileURLToPath(import.meta.url));
const root = join(folder, '..', '..');
const wish = startWish(process.argv.slice(2));

if (wish.face === 'neither') {
  process.stderr.write(`${wish.because}\n${wish.fix}\n`);
  process.exitCode = 2;
} else {
  await orExplain(async () => {
    const node = await prepare(root, { needsBuild: true });
    if (wish.face === 'browser') await handOver(node, commandLine(root), ['up', '--ui', '--open', ...wish.rest]);
    else await handOver(node, join(folder, 'desktop', 'open.mjs'), wish.face === 'desktop' ? ['--desktop'] : []);
  });
}
