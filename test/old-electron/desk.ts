import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Client } from '../../main/contract/index.ts';
import { foldersOf } from '../../main/core/host/folders.ts';
import { realHost } from '../../main/core/host/real-host.ts';
import { buildShell } from '../../main/launcher/build-shell.ts';
import { connectControl } from '../../main/transport/control-client.ts';
import { readInstance } from '../../main/transport/instance-file.ts';
import { root } from '../support/entry.ts';
import { plainEnvironment } from '../support/running-sealwire.ts';
import { startDisplay } from './display.ts';
import type { NoElectron, OldElectron } from './old-electron.ts';
import { type RunningShell, startShell } from './running-shell.ts';

/** Node of Electron 9. */
const TARGET = 'node12.14';

/** A person's screen and home, and a clone whose shell is built for the old Electron. */
export interface Desk {
  /** The data folder. */
  readonly home: string;
  /** The preload as the window has it. */
  readonly preload: string;
  /** Starts the shell as the launcher does, or another main script; more than one may run. */
  start(args?: readonly string[], main?: string): Promise<RunningShell>;
  /** A conversation of the test's own with the core that runs now. */
  withCore<T>(ask: (client: Client) => Promise<T>): Promise<T>;
  /** Pid of the core that serves the data folder now, or null. */
  corePid(): number | null;
  /** Ends what was started and still runs. */
  close(): Promise<void>;
}

/**
 * Lays the desk. The clone's core, assets and version are the real ones; its interface is the page of this folder. There is no session bus, so that no keychain and no
 * tray's owner is asked; the desktop's name says that there is a tray. The core runs from its sources, or from the bundle of `dist/cli` where that is asked for.
 */
export async function layDesk(
  electron: OldElectron | NoElectron,
  { core = 'sources' }: { readonly core?: 'sources' | 'bundle' } = {},
): Promise<Desk> {
  if ('problem' in electron) throw new Error(electron.problem);
  const folder = mkdtempSync(join(tmpdir(), 'sealwire-old-electron-'));
  const home = join(folder, 'data');
  const clone = join(folder, 'clone');
  const driver = join(folder, 'driver.cjs');
  await buildShell(root, { outdir: join(clone, 'dist', 'shell'), target: TARGET });
  await build({
    entryPoints: [join(import.meta.dirname, 'driver.ts')],
    outfile: driver,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: TARGET,
    external: ['electron'],
  });
  cpSync(join(import.meta.dirname, 'page'), join(clone, 'dist', 'ui'), { recursive: true });
  for (const name of ['assets', 'main', 'package.json']) symlinkSync(join(root, name), join(clone, name));
  if (core === 'bundle') symlinkSync(join(root, 'dist', 'cli'), join(clone, 'dist', 'cli'));
  writeFileSync(join(folder, 'passphrase'), 'correct horse battery staple\n', { mode: 0o600 });

  const display = await startDisplay();
  const env = {
    ...plainEnvironment(folder),
    DISPLAY: display.name,
    DBUS_SESSION_BUS_ADDRESS: 'disabled:',
    XDG_CURRENT_DESKTOP: 'XFCE',
    SEALWIRE_HOME: home,
    SEALWIRE_PASSPHRASE_FILE: join(folder, 'passphrase'),
  };
  const shells: RunningShell[] = [];
  return {
    home,
    preload: join(clone, 'dist', 'shell', 'preload.cjs'),
    start: async (args = [], main = join(clone, 'dist', 'shell', 'main.cjs')) => {
      const shell = await startShell(electron, { clone, driver, main, env, args });
      shells.push(shell);
      return shell;
    },
    withCore: async (ask) => {
      const client = await connectControl(foldersOf(home), realHost(env));
      if (client === null) throw new Error('nobody answers on the control socket');
      try {
        return await ask(client);
      } finally {
        await client.close();
      }
    },
    corePid: () => readInstance(foldersOf(home), realHost(env))?.pid ?? null,
    close: async () => {
      for (const shell of shells) await shell.end();
      await display.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
    },
  };
}
