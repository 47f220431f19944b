import { posix, win32 } from 'node:path';
import type { Host } from '../host/host.ts';

/** Where the command goes: `~/.local/bin` is the XDG base directory specification's place for a user's own programs; Windows has no such place. */
export function commandPath(host: Pick<Host, 'platform' | 'env' | 'homeFolder'>): string {
  if (host.platform !== 'win32') return posix.join(host.homeFolder, '.local', 'bin', 'sealwire');
  const local = host.env.LOCALAPPDATA ?? win32.join(host.homeFolder, 'AppData', 'Local');
  return win32.join(local, 'Sealwire', 'bin', 'sealwire.cmd');
}

/** Why a command that starts `program` would soon lead nowhere, with one way on; null where it is there to stay. */
export function whyNotLasting(program: string): { readonly message: string; readonly fix: string } | null {
  const passing = PASSING.find(({ pattern }) => pattern.test(program));
  return passing === undefined ? null : { message: passing.message, fix: passing.fix };
}

/** What a person adds to which file of their shell, where a new terminal does not find the command. Null on Windows, where nothing is left to do. */
export function shellAdvice(
  host: Pick<Host, 'platform' | 'env'>,
  folder: string,
): { readonly text: string; readonly line: string; readonly file: string } | null {
  if (host.platform === 'win32') return null;
  const folders = (host.env.PATH ?? '').split(':');
  if (folders.includes(folder) || folders.includes(`${folder}/`)) return null;
  const shell = posix.basename(host.env.SHELL ?? 'sh');
  const { file, line } =
    shell === 'fish'
      ? { file: '~/.config/fish/config.fish', line: 'fish_add_path ~/.local/bin' }
      : { file: startFile(shell, host.platform), line: 'export PATH="$HOME/.local/bin:$PATH"' };
  return { text: `If a new terminal does not find it, add this line to ${file}:`, line, file };
}

const PASSING = [
  {
    pattern: /\/\.mount_[^/]+\//,
    message: 'Sealwire runs from an AppImage, whose files are there only while it runs.',
    fix: 'Install the deb or rpm package to have the command, or run it from a clone.',
  },
  {
    pattern: /\/AppTranslocation\/|^\/Volumes\//,
    message: 'Sealwire has not been moved to the Applications folder yet.',
    fix: 'Move it there, start it again, and add the command then.',
  },
] as const;

/** bash(1) and zsh(1), "Invocation": macOS opens login shells in its terminals, other systems do not. */
function startFile(shell: string, platform: NodeJS.Platform): string {
  if (shell === 'zsh') return platform === 'darwin' ? '~/.zprofile' : '~/.zshrc';
  if (shell === 'bash') return platform === 'darwin' ? '~/.bash_profile' : '~/.bashrc';
  return '~/.profile';
}
