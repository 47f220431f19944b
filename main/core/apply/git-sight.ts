import { basename, dirname } from 'node:path';
import { ancestors } from '../agents/project-files.ts';
import type { Host } from '../host/host.ts';

/** Whether a commit would take a file along: git tracks it, or does not ignore it. Where there is a repository but no git to ask, it is taken for granted that it would. */
export async function wouldBeCommitted(host: Pick<Host, 'disk' | 'exec'>, path: string): Promise<boolean> {
  const folder = dirname(path);
  if (!ancestors(folder).some((each) => host.disk.facts(`${each}/.git`) !== null)) return false;
  const git = async (...args: readonly string[]): Promise<number | null> =>
    (await host.exec('git', ['-C', folder, ...args, '--', basename(path)], { timeoutMs: 10_000 })).code;
  const isTracked = (await git('ls-files', '--error-unmatch')) === 0;
  return isTracked || (await git('check-ignore', '--quiet')) !== 0;
}
