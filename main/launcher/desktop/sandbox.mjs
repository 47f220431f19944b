import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Kernel settings that keep ordinary programs from making user namespaces, each with the value that does: AppArmor's since Ubuntu 23.10, Debian's own, and
 * the kernel's (Chromium, docs/security/apparmor-userns-restrictions.md).
 */
const FORBIDDING = [
  ['/proc/sys/kernel/apparmor_restrict_unprivileged_userns', '1'],
  ['/proc/sys/kernel/unprivileged_userns_clone', '0'],
  ['/proc/sys/user/max_user_namespaces', '0'],
];

const SETUID = 0o4000;

/**
 * Whether Chromium's sandbox can be made: by user namespaces, or by a `chrome-sandbox` beside Electron that belongs to root and is setuid. An AppArmor
 * profile made for this very Electron goes unseen; `--desktop` tries all the same.
 */
export function canMakeSandbox(dist, { platform = process.platform, read = textOf, stat = statSync } = {}) {
  if (platform !== 'linux' || !FORBIDDING.some(([path, value]) => read(path) === value)) return true;
  try {
    const helper = stat(join(dist, 'chrome-sandbox'));
    return helper.uid === 0 && (helper.mode & SETUID) !== 0;
  } catch {
    // Electron is not there yet, or came without its helper.
    return false;
  }
}

/** The commands that let Electron's own helper make the sandbox; they need the administrator, so they are shown and never run. */
export function sandboxFix(dist) {
  const helper = `'${join(dist, 'chrome-sandbox').replaceAll("'", "'\\''")}'`;
  return `To allow it, once: sudo chown root:root ${helper} && sudo chmod 4755 ${helper}`;
}

function textOf(path) {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    // This kernel has no such setting.
    return null;
  }
}
