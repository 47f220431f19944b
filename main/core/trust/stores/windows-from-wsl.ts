import { type CommandRecipe, commandStore, undoCommand } from '../command-store.ts';
import type { Surroundings } from '../surroundings.ts';
import type { TrustStoreKind } from '../trust-store.ts';
import { windowsRecipe } from '../windows-recipe.ts';

const KIND = 'trust-windows-from-wsl';
const ADD = '"$1" -user -f -addstore Root "$(wslpath -w "$2")"';

/** From a Linux in WSL: the person's own Root store of the Windows around it, for its browsers. Windows shows its dialog there. */
export const store: TrustStoreKind = {
  kind: KIND,
  find: async (around) => {
    const certutil = certutilOf(around);
    return certutil === null ? [] : [commandStore(around, recipeOf(around, certutil))];
  },
  undo: (around, change) => undoCommand(around, recipeOf(around, certutilOf(around) ?? 'certutil.exe'), change),
};

/** The kernel of WSL names its maker; Windows' drive may be mounted elsewhere, but then its tools are on the PATH. */
function certutilOf(around: Surroundings): string | null {
  const { platform, disk } = around.host;
  if (platform !== 'linux' || !/microsoft/i.test(disk.read('/proc/version')?.toString() ?? '')) return null;
  const usual = '/mnt/c/Windows/System32/certutil.exe';
  return disk.facts(usual) === null ? around.program('certutil.exe') : usual;
}

function recipeOf(around: Surroundings, certutil: string): CommandRecipe {
  const windows = windowsRecipe(around, {
    kind: KIND,
    id: 'windows-from-wsl',
    title: 'Your certificate store of the Windows around this Linux',
    path: 'Cert:\\CurrentUser\\Root',
    needs: 'user',
    canChange: true,
    asks: 'Windows shows a dialog with the fingerprint and asks you to confirm.',
    scope: ['-user'],
  });
  return {
    ...windows,
    group: 'subsystem',
    serves: ['Chrome, Edge and Firefox on Windows'],
    looking: ({ fingerprint1 }) => [{ file: certutil, args: ['-user', '-store', 'Root', fingerprint1] }],
    install: (names) => [{ file: 'sh', args: ['-c', ADD, 'sh', certutil, names.file] }],
    uninstall: ({ fingerprint1 }) => [{ file: certutil, args: ['-user', '-delstore', 'Root', fingerprint1] }],
    readers: () => [],
  };
}
