import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import type { Client } from '../../main/contract/index.ts';
import { foldersOf } from '../../main/core/host/folders.ts';
import { realHost } from '../../main/core/host/real-host.ts';
import { connectControl } from '../../main/transport/control-client.ts';
import { launcherModule } from '../launcher/launcher-modules.ts';
import { root } from '../support/entry.ts';

const { findElectron } = await launcherModule('desktop/electron-binary.mjs');
const { readCircumstances } = await launcherModule('desktop/read-circumstances.mjs');

const electron = findElectron(root);
const { display, isRoot } = readCircumstances({});

/** Why no window of a real Electron 45 can be driven here, or null. */
export const whyNoWindow: string | null =
  electron.state === 'there' && display !== 'none' && !(isRoot && process.platform === 'linux')
    ? null
    : "needs Electron 45's binary and a display, and not to be root: npm run test:desktop";

/** Sealwire's own window, in a home of its own, driven by Playwright. */
export interface RunningWindow {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** Pid of Electron's main process. */
  readonly pid: number;
  /** A conversation of the test's own with the core that runs now. */
  withCore<T>(ask: (client: Client) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Builds what is out of date and starts the shell as the launcher does; the vault is a passphrase's, so that no keychain is touched. */
export async function startWindow(): Promise<RunningWindow> {
  if (electron.state !== 'there') throw new Error('Electron is not there');
  const built = spawnSync(process.execPath, [join(root, 'main', 'launcher', 'build.ts')], { encoding: 'utf8' });
  if (built.status !== 0) throw new Error(built.stderr);
  const folder = mkdtempSync(join(tmpdir(), 'sealwire-window-'));
  const home = join(folder, 'data');
  const passphrase = join(folder, 'passphrase');
  writeFileSync(passphrase, 'correct horse battery staple\n', { mode: 0o600 });
  const env = {
    ...Object.fromEntries(Object.entries(process.env).map(([name, value]) => [name, value ?? ''])),
    SEALWIRE_HOME: home,
    SEALWIRE_PASSPHRASE_FILE: passphrase,
    SEALWIRE_NODE: process.execPath,
  };
  const app = await _electron.launch({
    executablePath: electron.binary,
    args: [join(root, 'dist', 'shell', 'main.cjs')],
    cwd: root,
    env,
    chromiumSandbox: true,
  });
  return {
    app,
    page: await app.firstWindow(),
    pid: app.process().pid ?? 0,
    withCore: async (ask) => {
      const client = await connectControl(foldersOf(home), realHost(env));
      if (client === null) throw new Error('nobody answers on the control socket');
      try {
        return await ask(client);
      } finally {
        await client.close();
      }
    },
    close: async () => {
      await app.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
