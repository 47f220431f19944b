import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getRawHeader } from '@electron/asar';
import { runBuilder } from '../../main/launcher/package/run-builder.ts';
import { stage } from '../../main/launcher/package/stage.ts';
import type { Target } from '../../main/launcher/package/target.ts';
import { writeLicences } from '../../main/launcher/package/write-licences.ts';
import { withSetupLock } from '../../main/launcher/setup-lock.mjs';
import { root } from '../support/entry.ts';
import { stubElectron } from './stub-electron.ts';

/** An unpacked folder of one target, made around a stub of Electron, under a path with a space. */
export interface Packaged {
  /** What electron-builder made. */
  readonly unpacked: string;
  readonly resources: string;
  /** A folder for whatever the test makes of it. */
  readonly work: string;
  close(): void;
}

/** Whether this machine can run the Linux folder that is made of its own Node. */
export const OWN_LINUX: Target | null =
  process.platform === 'linux' && (process.arch === 'x64' || process.arch === 'arm64')
    ? { platform: 'linux', arch: process.arch }
    : null;

/** Packages what was built, with this machine's own Node and keychain package where the target is this machine, with stand-ins elsewhere. */
export async function packaged(target: Target): Promise<Packaged> {
  await makeSureItIsBuilt();
  const folder = mkdtempSync(join(tmpdir(), 'sealwire-package-'));
  const work = join(folder, 'a place with spaces');
  mkdirSync(work);
  const isOwn = target.platform === OWN_LINUX?.platform && target.arch === OWN_LINUX.arch;
  const node = isOwn ? process.execPath : join(work, 'node');
  if (!isOwn) writeFileSync(node, `stand-in for Node of ${target.platform}`);
  const staged = stage(
    root,
    target,
    { node, keyring: keyring(target, isOwn, join(work, 'keyring')) },
    join(work, 'staged'),
  );
  const unpacked = await runBuilder(root, target, staged, {
    isFolder: true,
    output: join(work, 'out'),
    electron: stubElectron(target.platform, join(work, 'electron')),
  });
  return {
    unpacked,
    resources:
      target.platform === 'darwin'
        ? join(unpacked, 'Sealwire.app', 'Contents', 'Resources')
        : join(unpacked, 'resources'),
    work,
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** What Electron compares at start: the SHA-256 of the archive's header (Electron docs, "ASAR Integrity"). */
export function archiveHash(archive: string): string {
  return createHash('sha256').update(getRawHeader(archive).headerString).digest('hex');
}

/** All files below a folder, from it, with `/`. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

/** Test files run side by side; one of them builds. */
async function makeSureItIsBuilt(): Promise<void> {
  await withSetupLock(root, async () => {
    const script = join(root, 'main', 'launcher', 'build.ts');
    const built = spawnSync(process.execPath, [script], { cwd: root, encoding: 'utf8' });
    if (built.status !== 0) throw new Error(`the build failed:\n${built.stderr}`);
    if (!existsSync(join(root, 'dist', 'licences.txt'))) await writeLicences(root);
  });
}

function keyring(target: Target, isOwn: boolean, folder: string): { readonly name: string; readonly folder: string } {
  const suffix = {
    linux: `linux-${target.arch}-gnu`,
    darwin: `darwin-${target.arch}`,
    win32: `win32-${target.arch}-msvc`,
  }[target.platform];
  const name = `@napi-rs/keyring-${suffix}`;
  mkdirSync(folder);
  for (const file of ['package.json', 'LICENSE.third-party.md', `keyring.${suffix}.node`]) {
    if (isOwn) copyFileSync(join(root, 'node_modules', name, file), join(folder, file));
    else writeFileSync(join(folder, file), file === 'package.json' ? JSON.stringify({ name }) : 'stand-in');
  }
  return { name, folder };
}
