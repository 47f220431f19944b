import type { CommandRecipe } from './command-store.ts';
import type { Surroundings } from './surroundings.ts';
import { systemReaders } from './system-readers.ts';

const SECURITY = '/usr/bin/security';

/**
 * A keychain of macOS with the trust settings of its domain (security(1)). Removing trust leaves the certificate itself, so that is deleted by its
 * fingerprint afterwards. Without trust settings `dump-trust-settings` ends with 1 and says so.
 */
export function keychainRecipe(
  around: Surroundings,
  own: Pick<CommandRecipe, 'kind' | 'id' | 'title' | 'path' | 'needs' | 'canChange' | 'asks'> & {
    readonly domain: readonly string[];
  },
): CommandRecipe {
  const { domain, ...facts } = own;
  return {
    ...facts,
    group: 'system',
    serves: ['Safari', 'Chrome', 'curl', 'Go', '.NET'],
    problem: null,
    looking: () => [
      { file: SECURITY, args: ['find-certificate', '-a', '-Z', own.path] },
      { file: SECURITY, args: ['dump-trust-settings', ...domain] },
    ],
    whatIsThere: ([certificates, settings], { fingerprint256, commonName }) => {
      if (certificates?.code !== 0 || settings === undefined) return null;
      const isNone = /No Trust Settings were found/i.test(settings.stdout + settings.stderr);
      if (settings.code !== 0 && !isNone) return null;
      const isKept = certificates.stdout.includes(`SHA-256 hash: ${fingerprint256.toUpperCase()}`);
      const isTrusted = settings.stdout.split('\n').some((line) => line.trim().endsWith(`: ${commonName}`));
      return isKept && isTrusted ? 'all' : isKept || isTrusted ? 'part' : 'nothing';
    },
    install: ({ file }) => [
      {
        file: SECURITY,
        args: ['add-trusted-cert', ...domain, '-r', 'trustRoot', '-p', 'ssl', '-p', 'basic', '-k', own.path, file],
      },
    ],
    uninstall: ({ file, fingerprint1 }) => [
      { file: SECURITY, args: ['remove-trusted-cert', ...domain, file] },
      { file: SECURITY, args: ['delete-certificate', '-Z', fingerprint1.toUpperCase(), own.path] },
    ],
    readers: () => systemReaders(around),
    explain: ({ stdout, stderr }) =>
      /authorization was (?:canceled|denied)|User canceled|interaction is not allowed/i.test(stdout + stderr)
        ? {
            why: 'macOS asked for your permission and did not get it',
            fix: 'Try again in a session with a screen, and confirm what macOS asks.',
          }
        : null,
  };
}
