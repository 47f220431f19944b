import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { launcherModule } from './launcher/launcher-modules.ts';

/* `npm run test:desktop`: fetches Electron where it is not there, and drives the window that a person gets. It needs a display, and is not for root. */

const root = resolve(import.meta.dirname, '..');
const { findElectron } = await launcherModule('desktop/electron-binary.mjs');
const { fetchElectron } = await launcherModule('desktop/fetch-electron.mjs');

if (findElectron(root).state === 'absent') {
  await fetchElectron(root).catch((error: unknown) => console.error(`Electron could not be fetched: ${error}`));
}
const { status } = spawnSync(process.execPath, [join(root, 'test', 'run.ts'), 'test/electron'], {
  cwd: root,
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
