import { chmodSync, copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { SetupFailure } from '../setup-failure.mjs';
import type { NativeKeyring } from './keyring-for-target.ts';
import type { Target } from './target.ts';

/** What of package.json the product itself needs. */
interface OwnPackage {
  readonly name: string;
  readonly version: string;
  readonly description: string;
  readonly license: string;
  readonly author: string;
}

export interface Staged {
  /** Becomes `app.asar`. */
  readonly app: string;
  /** Is copied into the `resources` folder. */
  readonly resources: string;
}

/**
 * Lays out in `folder` what a package for `target` holds besides Electron, from `dist`, `assets` and the two native parts. Nothing else gets in: the archive
 * and the resources are lists of what is wanted, not of what is left out. Throws a `SetupFailure` where something was not built.
 */
export function stage(
  root: string,
  target: Target,
  parts: { readonly node: string; readonly keyring: NativeKeyring },
  folder: string,
): Staged {
  const app = join(folder, 'app');
  const resources = join(folder, 'resources');
  rmSync(folder, { recursive: true, force: true });
  const own: OwnPackage = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  stageApp(root, app, own);
  stageCore(root, join(resources, 'core'), own, parts.keyring);
  const isWindows = target.platform === 'win32';
  copy(parts.node, join(resources, 'node', isWindows ? 'node.exe' : 'node'), 0o755);
  const command = isWindows ? 'sealwire.cmd' : 'sealwire';
  copy(join(root, 'assets', 'package', command), join(resources, 'bin', command), 0o755);
  if (target.platform === 'linux')
    copy(join(root, 'assets', 'package', 'apparmor-profile'), join(resources, 'linux', 'apparmor-profile'), 0o644);
  return { app, resources };
}

/** `update-key.pem` is the public key that updates are signed for; whoever publishes packages puts it there. */
function stageApp(root: string, app: string, { name, version, description, license, author }: OwnPackage): void {
  const main = 'dist/shell/main.cjs';
  copyTree(built(root, 'dist/shell', 'main.cjs'), join(app, 'dist', 'shell'));
  copyTree(built(root, 'dist/ui', 'index.html'), join(app, 'dist', 'ui'));
  copy(built(root, 'dist/licences.txt'), join(app, 'licences.txt'), 0o644);
  copyTree(join(root, 'assets', 'icons'), join(app, 'assets', 'icons'), (path) => !/\.(icns|svg)$/.test(path));
  const key = join(root, 'assets', 'update-key.pem');
  if (existsSync(key)) copy(key, join(app, 'assets', 'update-key.pem'), 0o644);
  const product = { name, productName: 'Sealwire', version, description, license, author, main };
  writeFileSync(join(app, 'package.json'), `${JSON.stringify(product, null, 2)}\n`);
}

/** The interface is there a second time, because the command's browser mode serves it and Node cannot read an archive of Electron's. */
function stageCore(root: string, core: string, { name, version }: OwnPackage, keyring: NativeKeyring): void {
  copyTree(built(root, 'dist/cli', 'sealwire.js'), join(core, 'dist', 'cli'));
  copyTree(built(root, 'dist/ui', 'index.html'), join(core, 'dist', 'ui'));
  for (const name of ['snippets', 'preload', 'agents'])
    copyTree(join(root, 'assets', name), join(core, 'assets', name), (path) => !path.includes('__pycache__'));
  writeFileSync(join(core, 'package.json'), `${JSON.stringify({ name, version, type: 'module' }, null, 2)}\n`);

  const scope = join(core, 'node_modules', '@napi-rs');
  for (const file of ['package.json', 'index.js', 'LICENSE'])
    copy(join(root, 'node_modules', '@napi-rs', 'keyring', file), join(scope, 'keyring', file), 0o644);
  copyTree(keyring.folder, join(scope, keyring.name.split('/').at(-1) ?? ''));
}

/** A folder or file of the build; `proof` is a file that shows a folder is whole. */
function built(root: string, path: string, proof = ''): string {
  if (!existsSync(join(root, path, proof)))
    throw new SetupFailure(`${join(path, proof)} was not built.`, 'Run npm run build, and read what it says.');
  return join(root, path);
}

/** Without source maps, and readable by everybody whatever the umask here was. */
function copyTree(from: string, to: string, isWanted: (path: string) => boolean = () => true): void {
  cpSync(from, to, { recursive: true, filter: (path) => !path.endsWith('.map') && isWanted(path) });
}

function copy(from: string, to: string, mode: number): void {
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(from, to);
  chmodSync(to, mode);
}
