import { dirname, join, relative } from 'node:path';
import type { Host } from '../../host/host.ts';
import { ancestors } from '../project-files.ts';

/** Files asked about at once; a command line has its limits. */
const AT_ONCE = 200;

/** What git knows of some files. Those that it neither has nor would take in, and those that lie in no repository, are left out. */
export async function inGit(
  host: Pick<Host, 'exec' | 'disk'>,
  files: readonly string[],
): Promise<ReadonlyMap<string, 'tracked' | 'untracked'>> {
  const known = new Map<string, 'tracked' | 'untracked'>();
  const repositoryOf = repositories(host);
  for (const [root, inRepository] of Map.groupBy(files, (file) => repositoryOf(dirname(file)))) {
    if (root === null) continue;
    for (let at = 0; at < inRepository.length; at += AT_ONCE) {
      const asked = inRepository.slice(at, at + AT_ONCE);
      for (const file of await listed(host, root, asked, ['--others', '--exclude-standard'])) {
        known.set(file, 'untracked');
      }
      for (const file of await listed(host, root, asked, ['--cached'])) known.set(file, 'tracked');
    }
  }
  return known;
}

/** The folder of the repository that a folder is in; null where it is in none. Looks for each folder once. */
function repositories({ disk }: Pick<Host, 'disk'>): (folder: string) => string | null {
  const looked = new Map<string, boolean>();
  const isRoot = (folder: string): boolean => {
    const known = looked.get(folder) ?? disk.facts(join(folder, '.git')) !== null;
    looked.set(folder, known);
    return known;
  };
  return (folder) => ancestors(folder).find(isRoot) ?? null;
}

async function listed(
  host: Pick<Host, 'exec'>,
  root: string,
  files: readonly string[],
  which: readonly string[],
): Promise<string[]> {
  const names = files.map((file) => relative(root, file).replaceAll('\\', '/'));
  const args = ['-C', root, '--literal-pathspecs', 'ls-files', '-z', ...which, '--', ...names];
  const { code, stdout } = await host.exec('git', args, { timeoutMs: 10_000 });
  // No git here, or it does not trust the folder: nothing can be said.
  if (code !== 0) return [];
  const said = new Set(stdout.split('\0'));
  return files.filter((_, index) => said.has(names[index] ?? ''));
}
