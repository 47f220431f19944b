import { dirname } from 'node:path';
import type { Host } from '../../host/host.ts';

/** Files asked about at once; a command line has its limits. */
const AT_ONCE = 200;

/** What git knows of some files. Those that it neither has nor would take in, and those that lie in no repository, are left out. */
export async function inGit(
  host: Pick<Host, 'exec'>,
  files: readonly string[],
): Promise<ReadonlyMap<string, 'tracked' | 'untracked'>> {
  const known = new Map<string, 'tracked' | 'untracked'>();
  const folders = Map.groupBy(files, (file) => dirname(file));
  for (const [folder, inFolder] of folders) {
    for (let at = 0; at < inFolder.length; at += AT_ONCE) {
      const asked = inFolder.slice(at, at + AT_ONCE);
      for (const file of await listed(host, folder, asked, ['--others', '--exclude-standard']))
        known.set(file, 'untracked');
      for (const file of await listed(host, folder, asked, ['--cached'])) known.set(file, 'tracked');
    }
  }
  return known;
}

async function listed(
  host: Pick<Host, 'exec'>,
  folder: string,
  files: readonly string[],
  which: readonly string[],
): Promise<string[]> {
  const names = files.map((file) => file.slice(folder.length).replace(/^[\\/]/, ''));
  const args = ['-C', folder, '--literal-pathspecs', 'ls-files', '-z', ...which, '--', ...names];
  const { code, stdout } = await host.exec('git', args, { timeoutMs: 10_000 });
  // No git, or no repository: nothing can be said.
  if (code !== 0) return [];
  const said = new Set(stdout.split('\0'));
  return files.filter((_, index) => said.has(names[index] ?? ''));
}
