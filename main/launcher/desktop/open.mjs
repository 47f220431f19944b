import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { handOver } from '../hand-over.mjs';
import { commandLine } from '../prepare.mjs';
import { orExplain } from '../setup-failure.mjs';
import { openWindow } from './open-window.mjs';

/*
 * Opens the window, or the browser where there can be none. `start.mjs` hands over to it, on a Node that runs Sealwire and with everything else set up.
 * Its one word is `--desktop`, or there is none.
 */

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
const isWished = process.argv.slice(2).includes('--desktop');

await orExplain(async () => {
  const obstacle = await openWindow(root, { isWished });
  if (obstacle === null) return;
  const fix = obstacle.fix === undefined ? '' : ` ${obstacle.fix}`;
  process.stderr.write(`No window: ${obstacle.because}. Using the browser instead.${fix}\n`);
  await handOver(process.execPath, commandLine(root), ['up', '--ui', '--open']);
});
