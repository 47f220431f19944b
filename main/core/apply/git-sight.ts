import { basename, dirname } from 'node:path';
import { ancestors } from '../agents/project-files.ts';
import type { Host } from '../host/host.ts';

/** What git does with a file: leaves it out of commits, would take it along with the next `git add`, or has it already. */
export type GitSight = 'kept' | 'committable' | 'tracked';

/** How git sees a file that may not be there yet. Where there is a repository but no git to ask, it is taken for granted that the file is committed. */
export async function gitSight(host: Pick<Host, 'disk' | 'exec'>, path: string): Promise<GitSight> {
  const folder = dirname(path);
  if (repositoryOf(host, folder) === null) return 'kept';
  const git = async (...args: readonly string[]): Promise<number | null> =>
    (await host.exec('git', ['-C', folder, ...args, '--', basename(path)], { timeoutMs: 10_000 })).code;
  if ((await git('ls-files', '--error-unmatch')) === 0) return 'tracked';
  const ignored = await git('check-ignore', '--quiet');
  if (ignored === 0) return 'kept';
  // 1 says that no pattern ignores it; anything else says that git could not tell (git-check-ignore(1), "EXIT STATUS").
  return ignored === 1 ? 'committable' : 'tracked';
}

/** The folder of the repository that a folder lies in, or null. */
export function repositoryOf({ disk }: Pick<Host, 'disk'>, folder: string): string | null {
  return ancestors(folder).find((each) => disk.facts(`${each}/.git`) !== null) ?? null;
}
