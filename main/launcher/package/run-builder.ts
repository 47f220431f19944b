import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SetupFailure } from '../setup-failure.mjs';
import { setNinthFuse } from './fuses.ts';
import type { Staged } from './stage.ts';
import { type Target, targetName } from './target.ts';

export interface BuilderOptions {
  /** An unpacked folder alone, no installer. */
  readonly isFolder: boolean;
  /** Where everything is written. */
  readonly output: string;
  /** Electron's archive for the target, or a folder with an unpacked Electron or its zip files. */
  readonly electron: string;
  /** Address that updates are published under; each target has a folder of its own there. Without one there is no updating. */
  readonly updates?: string | undefined;
}

const FOLDERS = { linux: 'linux', darwin: 'mac', win32: 'win' } as const;

/** Runs electron-builder for one target and resolves to the unpacked folder. Nothing is ever published by it. */
export async function runBuilder(
  root: string,
  target: Target,
  staged: Staged,
  options: BuilderOptions,
): Promise<string> {
  const { Arch, build, Platform } = await import('electron-builder');
  const platform = { linux: Platform.LINUX, darwin: Platform.MAC, win32: Platform.WINDOWS }[target.platform];
  const isFolder = options.isFolder || target.platform === 'linux';
  const built = build({
    projectDir: root,
    targets: platform.createTarget(isFolder ? 'dir' : null, Arch[target.arch]),
    publish: 'never',
    config: {
      extends: join(root, 'electron-builder.yml'),
      directories: { app: staged.app, output: options.output, buildResources: join(root, 'assets', 'package') },
      extraResources: [{ from: staged.resources, to: '.' }],
      publish: updatePlace(target, options.updates),
      electronDist: options.electron,
      // Told that packages are no business of its own, it does not look for any; else it finds those of the clone.
      beforeBuild: async () => false,
      afterExtract: ({ appOutDir }) => dropWelcome(appOutDir, target),
      afterPack: ({ appOutDir }) => afterPack(appOutDir, target),
    },
  });
  await built.catch((cause: unknown) => {
    throw new SetupFailure(
      `electron-builder could not package ${targetName(target)}: ${firstLine(cause)}`,
      'Mend that and start again.',
      { cause },
    );
  });
  return join(options.output, unpackedFolder(target));
}

/** Where updates of a target are looked for; null for none. */
export function updatePlace(target: Target, updates: string | undefined): { provider: 'generic'; url: string } | null {
  if (updates === undefined || updates === '') return null;
  return { provider: 'generic', url: `${updates.replace(/\/+$/, '')}/${targetName(target)}` };
}

/** electron-builder's own names: x64 is not written, and macOS has no `unpacked`. */
function unpackedFolder({ platform, arch }: Target): string {
  const parts = [FOLDERS[platform], ...(arch === 'x64' ? [] : [arch]), ...(platform === 'darwin' ? [] : ['unpacked'])];
  return parts.join('-');
}

/** electron-builder's errors go on with stacks and whole answers below their first line. */
function firstLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  const [line = ''] = text.trim().split('\n');
  return /[.!?]$/.test(line) ? line : `${line}.`;
}

/** Electron's own welcome app and the file that names its version; electron-builder takes them out of nothing but its own download. */
async function dropWelcome(folder: string, { platform }: Target): Promise<void> {
  const resources = platform === 'darwin' ? ['Electron.app', 'Contents', 'Resources'] : ['resources'];
  rmSync(join(folder, ...resources, 'default_app.asar'), { force: true });
  rmSync(join(folder, 'version'), { force: true });
}

async function afterPack(folder: string, { platform }: Target): Promise<void> {
  if (platform === 'darwin') {
    const app = join(folder, 'Sealwire.app');
    forbidInsecureLoads(join(app, 'Contents', 'Info.plist'));
    await setNinthFuse(app);
  } else {
    await setNinthFuse(join(folder, platform === 'win32' ? 'Sealwire.exe' : 'sealwire-desktop'));
  }
}

/**
 * electron-builder lets the app load anything over plain HTTP, for an updater of older times that served itself on localhost; local networking, which it
 * allows as well, is all that takes.
 */
function forbidInsecureLoads(plist: string): void {
  const text = readFileSync(plist, 'utf8');
  writeFileSync(plist, text.replace(/(<key>NSAllowsArbitraryLoads<\/key>\s*)<true\/>/, '$1<false/>'));
}
