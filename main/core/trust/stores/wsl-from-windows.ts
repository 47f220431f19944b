import { posix, win32 } from 'node:path';
import { fingerprintsOf } from '../certificate-text.ts';
import { type CommandRecipe, commandStore, undoCommand } from '../command-store.ts';
import type { Surroundings } from '../surroundings.ts';
import type { TrustStoreKind } from '../trust-store.ts';

const KIND = 'trust-wsl-from-windows';
const FOLDER = '/usr/local/share/ca-certificates';
const INSTALL = 'install -D -m 0644 "$(wslpath -u "$1")" "$2" && update-ca-certificates';
const UNINSTALL = 'rm -f "$1" && update-ca-certificates --fresh';

/** From Windows: the system store of each Linux that runs in it, by the way of Debian and Ubuntu. `--exec` runs without a shell in between. */
export const store: TrustStoreKind = {
  kind: KIND,
  find: async (around) => {
    if (around.host.platform !== 'win32') return [];
    const { code, stdout } = await around.run(wsl(around), ['--list', '--quiet']);
    if (code !== 0) return [];
    // wsl.exe writes UTF-16; read as UTF-8 every second letter is NUL.
    const names = stdout
      .replaceAll('\u0000', '')
      .split(/\r?\n/)
      .map((line) => line.trim());
    return names
      .filter((name) => name !== '' && !name.startsWith('docker-desktop'))
      .map((name) => commandStore(around, recipeOf(around, name)));
  },
  undo: (around, change) => undoCommand(around, recipeOf(around, String(change.path).replace(/^WSL /, '')), change),
};

function wsl(around: Surroundings): string {
  return win32.join(around.host.env.SystemRoot ?? 'C:\\Windows', 'System32', 'wsl.exe');
}

function recipeOf(around: Surroundings, distribution: string): CommandRecipe {
  const file = wsl(around);
  const inside = (...args: string[]) => ({ file, args: ['-d', distribution, '-u', 'root', '--exec', ...args] });
  const anchor = (fingerprint256: string): string => posix.join(FOLDER, `sealwire-${fingerprint256.slice(0, 8)}.crt`);
  return {
    kind: KIND,
    id: `wsl:${distribution}`,
    title: `${distribution} in WSL`,
    path: `WSL ${distribution}`,
    group: 'subsystem',
    needs: 'user',
    serves: ['curl', 'Git', 'Python', 'Ruby', 'PHP', 'Go'],
    canChange: true,
    problem: null,
    asks: '',
    looking: ({ fingerprint256 }) => [inside('sh', '-c', 'test ! -e "$1" || cat "$1"', 'sh', anchor(fingerprint256))],
    whatIsThere: ([result], { fingerprint256 }) => {
      if (result?.code !== 0) return null;
      if (result.stdout.trim() === '') return 'nothing';
      return fingerprintsOf(result.stdout)?.sha256 === fingerprint256 ? 'all' : 'nothing';
    },
    install: (names) => [inside('sh', '-c', INSTALL, 'sh', names.file, anchor(names.fingerprint256))],
    uninstall: ({ fingerprint256 }) => [inside('sh', '-c', UNINSTALL, 'sh', anchor(fingerprint256))],
    readers: () => [],
    explain: () => null,
  };
}
