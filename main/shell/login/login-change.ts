import { posix } from 'node:path';
import { type Client, type DesktopPlatform, fail } from '../../contract/index.ts';
import { writeAtomically } from '../../core/host/atomic-write.ts';
import type { Host } from '../../core/host/host.ts';
import { autostartEntry, autostartPath, isUntouched } from '../../core/login/autostart-file.ts';

/** The argument by which a start at login is known. */
export const AT_LOGIN = '--at-login';

/** The operating system's own list of what starts at login; macOS and Windows have one. */
export interface LoginItems {
  set(isOn: boolean): void;
  isOn(): boolean;
}

export interface LoginOptions {
  readonly platform: DesktopPlatform;
  readonly host: Pick<Host, 'disk' | 'randomBytes' | 'env' | 'homeFolder'>;
  /** The program that the person starts: the AppImage where it is one, because what is inside it is mounted elsewhere each time. */
  readonly program: string;
  readonly items: LoginItems;
  readonly call: Client['call'];
}

/**
 * Turns *start at login* on or off: planned in the ledger, done, marked. Turning it off takes away exactly what was left by turning it on; a file that was changed since is the person's,
 * and the refusal says so. Rejects with `DISK_FAILED` or `USAGE`.
 */
export async function changeLogin(options: LoginOptions, isOn: boolean): Promise<void> {
  const { call } = options;
  if (isOn) await call('desktop.login', { state: 'planned' });
  try {
    if (options.platform === 'linux') changeAutostart(options, isOn);
    else options.items.set(isOn);
  } catch (error) {
    if (isOn) await call('desktop.login', { state: 'undone' });
    throw error;
  }
  await call('desktop.login', { state: isOn ? 'done' : 'undone' });
}

/** Whether Sealwire starts at login, as the machine has it: the person may have changed it there. */
export function startsAtLogin({ platform, host, items }: Omit<LoginOptions, 'program' | 'call'>): boolean {
  return platform === 'linux' ? host.disk.facts(autostartPath(host)) !== null : items.isOn();
}

/** Whether this start shows no window: at login there is the tray alone, and without a tray nothing could be reached. */
export function startsInTray(facts: {
  readonly argv: readonly string[];
  readonly wasOpenedAtLogin: boolean;
  readonly hasTray: boolean;
}): boolean {
  return facts.hasTray && (facts.wasOpenedAtLogin || facts.argv.includes(AT_LOGIN));
}

function changeAutostart({ host, program }: LoginOptions, isOn: boolean): void {
  const path = autostartPath(host);
  const found = host.disk.read(path)?.toString() ?? null;
  if (found !== null && !isUntouched(found)) throw foreign(path);
  if (isOn) {
    host.disk.makeFolder(posix.dirname(path), 0o755);
    writeAtomically(host, path, autostartEntry([program, AT_LOGIN]), 0o644);
  } else if (found !== null) host.disk.remove(path);
}

function foreign(path: string): Error {
  return fail('USAGE', {
    what: `${path} is not, or no longer, the file that Sealwire writes, so it is left as it is.`,
    fix: 'Look into it, remove it yourself if you do not need it, and try again.',
  });
}
