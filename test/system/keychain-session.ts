import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { isOnPath } from '../support/prepare-machine.ts';
import type { Start, SystemHome } from './system-home.ts';

const NEEDED = ['dbus-run-session', 'gnome-keyring-daemon', 'secret-tool'];
const missing = process.platform === 'linux' ? NEEDED.filter((program) => !isOnPath(program)) : ['Linux'];

/** Empty where a keychain can be had, else what a skipped test adds to its title. */
export const keychainMissing = missing.length === 0 ? '' : ` [skipped: this machine lacks ${missing.join(', ')}]`;

/** A session of its own with an unlocked keyring, as after a login; the keyring's file is in `home.folder` and outlives it. */
export function withKeychain(
  home: SystemHome,
): Start & { readonly under: readonly string[]; readonly env: Record<string, string> } {
  mkdirSync(join(home.folder, '.cache'), { recursive: true });
  const unlock = 'echo | gnome-keyring-daemon --unlock --components=secrets >/dev/null && exec "$@"';
  return {
    under: ['dbus-run-session', '--', 'sh', '-c', unlock, 'sh'],
    env: { ...home.env, XDG_RUNTIME_DIR: join(home.folder, '.cache') },
  };
}
