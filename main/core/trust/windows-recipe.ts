import { win32 } from 'node:path';
import type { CommandRecipe } from './command-store.ts';
import type { Surroundings } from './surroundings.ts';
import { systemReaders } from './system-readers.ts';

/**
 * A Root store of Windows by its own certutil (learn.microsoft.com, "certutil"). It is not NSS's tool of the same name, so it is called by its path. A certificate is named by its
 * SHA-1, and one that is not there is CRYPT_E_NOT_FOUND, 0x80092004.
 */
export function windowsRecipe(
  around: Surroundings,
  own: Pick<CommandRecipe, 'kind' | 'id' | 'title' | 'path' | 'needs' | 'canChange' | 'asks'> & {
    readonly scope: readonly string[];
  },
): CommandRecipe {
  const { scope, ...facts } = own;
  const file = win32.join(around.host.env.SystemRoot ?? 'C:\\Windows', 'System32', 'certutil.exe');
  return {
    ...facts,
    group: 'system',
    serves: ['Chrome', 'Edge', 'Firefox', 'curl', 'Go', '.NET', 'Python'],
    problem: null,
    looking: ({ fingerprint1 }) => [{ file, args: [...scope, '-store', 'Root', fingerprint1] }],
    whatIsThere: ([result]) => {
      if (result === undefined || result.code === null) return null;
      if (result.code === 0) return 'all';
      return /80092004/.test(result.stdout + result.stderr) ? 'nothing' : null;
    },
    install: (names) => [{ file, args: [...scope, '-f', '-addstore', 'Root', names.file] }],
    uninstall: ({ fingerprint1 }) => [{ file, args: [...scope, '-delstore', 'Root', fingerprint1] }],
    readers: () => systemReaders(around),
    explain: ({ stdout, stderr }) => {
      const words = stdout + stderr;
      if (/800704c7|cancell?ed by the user/i.test(words))
        return { why: 'you declined what Windows asked', fix: 'Try again and confirm the dialog of Windows.' };
      return /80070005|Access is denied/i.test(words)
        ? {
            why: 'Windows denied it; a policy of your organisation may protect the roots',
            fix: 'Ask your administrator, or use the setting of the agent instead.',
          }
        : null;
    },
  };
}

/** Whether this process runs elevated: its integrity level is High or System (learn.microsoft.com, "Well-known SIDs"). */
export async function isElevated(around: Surroundings): Promise<boolean> {
  const whoami = win32.join(around.host.env.SystemRoot ?? 'C:\\Windows', 'System32', 'whoami.exe');
  const { code, stdout } = await around.run(whoami, ['/groups']);
  return code === 0 && /S-1-16-(?:12288|16384)\b/.test(stdout);
}
