import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { basename, delimiter, dirname, join, parse, resolve } from 'node:path';
import type { Host } from '../core/host/host.ts';
import type { Program } from './program.ts';

/** Facts about the program that `entry` is the start of; the source (`main/entry`) and the bundle (`dist/cli`) both lie two folders below the root. */
export function thisProgram(host: Pick<Host, 'env' | 'platform'>, entry: string): Program {
  const root = resolve(dirname(entry), '..', '..');
  let version: string | null = null;
  let command: string | null = null;
  return {
    get version() {
      version ??= versionIn(join(root, 'package.json'));
      return version;
    },
    get command() {
      command ??= typedCommand(host, scriptOf(host, root));
      return command;
    },
    get script() {
      return scriptOf(host, root);
    },
    entry,
    interfaceFolder: join(root, 'dist', 'ui'),
    workingFolder: currentFolder(),
  };
}

/** A shell may stand in a folder that was removed meanwhile (ENOENT). Worker threads do not start there, so the root takes its place. */
function currentFolder(): string {
  try {
    return process.cwd();
  } catch {
    process.chdir(parse(process.execPath).root);
    return process.cwd();
  }
}

function versionIn(path: string): string {
  const { version }: { version: string } = JSON.parse(readFileSync(path, 'utf8'));
  return version;
}

/** A clone has the script at its root; an installed package keeps it in `bin`, beside the folder that the program lies in. */
function scriptOf(host: Pick<Host, 'platform'>, root: string): string {
  const name = host.platform === 'win32' ? 'sealwire.cmd' : 'sealwire';
  const cloned = join(root, name);
  const installed = join(dirname(root), 'bin', name);
  return !existsSync(cloned) && existsSync(installed) ? installed : cloned;
}

/**
 * `sealwire` where that name on the PATH leads to this very program, else the path of its script. An AppImage is mounted elsewhere at every start, so there
 * the link on the PATH leads to the image itself.
 */
function typedCommand(host: Pick<Host, 'env'>, script: string): string {
  const name = basename(script);
  const image = host.env.APPIMAGE ?? '';
  const found = (host.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, name))
    .find((path) => isSameFile(path, script) || (image !== '' && isSameFile(path, image)));
  return found === undefined ? script : 'sealwire';
}

function isSameFile(one: string, other: string): boolean {
  try {
    return realpathSync(one) === realpathSync(other);
  } catch {
    // One of them does not exist.
    return false;
  }
}
