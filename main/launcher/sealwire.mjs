import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { handOver } from './hand-over.mjs';
import { commandLine, prepare } from './prepare.mjs';
import { orExplain } from './setup-failure.mjs';

/* The `sealwire` command from a clone. It is silent, except where something has to be fetched or built first. */

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const args = process.argv.slice(2);

await orExplain(async () => {
  const node = await prepare(root, { needsBuild: servesInterface(args) });
  await handOver(node, commandLine(root), args);
});

/** Only `up` serves the interface, and only where it was not told to leave it out. */
function servesInterface(words) {
  const own = words.includes('--') ? words.slice(0, words.indexOf('--')) : words;
  if (!own.includes('up') || ['--help', '-h', '--no-ui', '--dry-run'].some((word) => own.includes(word))) return false;
  return own.includes('--ui') || !own.includes('--json');
}
