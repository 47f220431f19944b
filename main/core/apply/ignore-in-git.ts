import { dirname, join, relative } from 'node:path';
import { ancestors } from '../agents/project-files.ts';
import type { Host } from '../host/host.ts';
import { type FileText, readFileText } from './file-text.ts';
import { repositoryOf } from './git-sight.ts';
import { marked } from './marks.ts';

/** A `.gitignore` as it is, and as it has to be. */
export interface IgnoringChange {
  readonly path: string;
  readonly before: FileText | null;
  readonly text: string;
  /** What was put at its end. */
  readonly added: string;
}

/**
 * The change that keeps a file out of commits: a pattern at the end of the nearest `.gitignore` up to the repository, or in a new one there. No other stands nearer and the last
 * pattern decides, so that pattern holds (gitignore(5)). In words why there is none.
 */
export function ignoreInGit(host: Pick<Host, 'disk'>, file: string): IgnoringChange | string {
  const folder = dirname(file);
  const repository = repositoryOf(host, folder);
  if (repository === null) return 'it is in no repository';
  const within = ancestors(folder).filter((each) => !relative(repository, each).startsWith('..'));
  const nearest = within.find((each) => host.disk.facts(join(each, '.gitignore')) !== null) ?? repository;
  const path = join(nearest, '.gitignore');
  if (host.disk.linkTarget(path) !== null) return `${path} is a symbolic link, which git does not follow`;
  const before = readFileText(host.disk, path);
  if (typeof before === 'string') return `of ${path}, ${before}`;
  const present = before?.text ?? '';
  const lines = marked([patternFor(relative(nearest, file))], '#');
  const added = `${present === '' || present.endsWith('\n') ? '' : '\n'}${lines.join('\n')}\n`;
  return { path, before, text: present + added, added };
}

/** A pattern for that one file; what means something in a pattern is escaped. */
function patternFor(below: string): string {
  return `/${below
    .split(/[\\/]/)
    .map((part) => part.replace(/[*?[\]]/g, '\\$&'))
    .join('/')
    .replace(/ $/, '\\ ')}`;
}
