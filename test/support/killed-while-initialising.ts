import { join } from 'node:path';
import { foldersOf } from '../../main/core/host/folders.ts';
import { realHost } from '../../main/core/host/real-host.ts';
import { openPreferences } from '../../main/core/settings/preferences.ts';
import { openSecurity } from '../../main/core/workspace/security.ts';
import { fileKeyring } from './file-keyring.ts';
import { cuttable } from './power-cut.ts';

/* Runs the one click on `<folder>/data` and is ended by a real SIGKILL at effect number `at`, or after the click where that is never reached. */

const [, , folder = '', at = '1'] = process.argv;

function die(): never {
  process.kill(process.pid, 'SIGKILL');
  for (;;);
}

const real = realHost();
const effects = cuttable(
  { disk: real.disk, keyring: fileKeyring(join(folder, 'keyring.json')) },
  Number(at),
  true,
  die,
);
const host = { ...real, disk: effects.disk };
const folders = foldersOf(join(folder, 'data'));
const security = await openSecurity({
  host,
  folders,
  workspace: 'default',
  preferences: openPreferences(host, folders),
  keyring: effects.keyring,
  didChange: () => undefined,
  isInteractive: true,
});
await security.initialise({ constraints: true, domains: [], listen: false });
die();
