import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** Folders that a distribution's tools write to; in a private root everything written there goes to memory and is gone afterwards. */
const FOLDERS = ['etc', 'usr/local', 'var'];

const ENTER = `set -e
mount -t tmpfs none "$1"
for folder in ${FOLDERS.join(' ')}; do
  name=$(echo $folder | tr / _)
  mkdir -p "$1/$name/upper" "$1/$name/work"
  mount -t overlay overlay -o "lowerdir=/$folder,upperdir=$1/$name/upper,workdir=$1/$name/work" "/$folder"
done
shift
exec "$@"`;

/** Why no private root can be made here, or null: it takes root, mount namespaces and overlays. */
export const whyNoPrivateRoot: string | null = reason();

function reason(): string | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'it takes root on Linux';
  const folder = mkdtempSync(join(tmpdir(), 'sealwire-root-'));
  const { status, stderr } = enter(folder, ['true']);
  rmSync(folder, { recursive: true, force: true });
  return status === 0 ? null : `mounts are not allowed here: ${stderr.trim().split('\n').at(-1) ?? ''}`;
}

/** Whether this is Debian or one of its kind with the tool that its system store is changed by. */
export const isDebian = existsSync('/etc/debian_version') && existsSync('/usr/sbin/update-ca-certificates');

/**
 * Runs a program in a mount namespace of its own, in which `/etc`, `/usr/local` and `/var` are copies that are written to in memory. The machine's own are never touched.
 * Throws with what it said where it fails.
 */
export function inPrivateRoot(command: readonly string[], env: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'sealwire-root-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const { status, stdout, stderr } = enter(folder, command, env);
  if (status !== 0) throw new Error(`${command.join(' ')} ended with ${status}: ${stderr}`);
  return stdout;
}

function enter(
  folder: string,
  command: readonly string[],
  env: Readonly<Record<string, string>> = {},
): { readonly status: number | null; readonly stdout: string; readonly stderr: string } {
  return spawnSync('unshare', privateRootArguments(folder, command), {
    encoding: 'utf8',
    env: { PATH: process.env.PATH ?? '', HOME: folder, ...env },
    maxBuffer: 64 * 1024 * 1024,
  });
}

/** What `unshare` is given to run a program in a private root; `folder` is an empty one that everything written there is kept in. */
export function privateRootArguments(folder: string, command: readonly string[]): string[] {
  return ['--mount', '--propagation', 'private', 'sh', '-c', ENTER, 'sh', folder, ...command];
}
