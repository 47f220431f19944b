import { basename, join } from 'node:path';
import { systemCode } from '../../host/disk-failed.ts';
import type { Disk } from '../../host/host.ts';
import { isManifest } from './declared-agents.ts';
import { READERS } from './readers.ts';

/** Folders of others' code, of what was built, and of version control. */
const PASSED_OVER = new Set([
  'node_modules',
  'bower_components',
  'vendor',
  'venv',
  '.venv',
  'site-packages',
  '__pycache__',
  '.tox',
  '.git',
  '.hg',
  '.svn',
  'dist',
  'build',
  'target',
  'obj',
  '.gradle',
  '.idea',
  '.cache',
  '.next',
  'coverage',
]);

/** Deeper than any project; what is beyond is a loop. */
const DEEPEST = 40;

/** Larger than any file of settings; a file of source code that large was generated. */
const LARGEST = 1024 * 1024;

/** A file that may hold wiring. */
export interface FoundFile {
  readonly path: string;
  readonly name: string;
}

/** Every file under `path`, or that file itself, that is in a format which is read. Links to folders are not followed. */
export function* foundFiles(
  disk: Pick<Disk, 'facts' | 'list' | 'linkTarget'>,
  path: string,
  depth = 0,
): Generator<FoundFile> {
  for (const name of listing(disk, path)) {
    const child = join(path, name);
    if (isWanted(name)) yield { path: child, name };
    else if (!PASSED_OVER.has(name) && depth < DEEPEST && mayBeFolder(name) && isFolder(disk, child))
      yield* foundFiles(disk, child, depth + 1);
  }
}

/** Whether a file of this name is in a format which is read, or tells which agents a project has. */
export function isWanted(name: string): boolean {
  const small = name.toLowerCase();
  return isManifest(small) || READERS.some((reader) => reader.matches(small));
}

/** A file whose name is in no format is not looked at at all; a folder seldom has such an ending. */
function mayBeFolder(name: string): boolean {
  return !/\.(png|jpe?g|gif|svg|ico|webp|pdf|zip|gz|tgz|jar|class|so|dll|exe|bin|map|lock|md|txt|css|scss|woff2?|ttf|mp[34])$/i.test(
    name,
  );
}

function isFolder(disk: Pick<Disk, 'facts' | 'linkTarget'>, path: string): boolean {
  try {
    return disk.facts(path)?.isFolder === true && disk.linkTarget(path) === null;
  } catch (error) {
    if (isForbidden(error)) return false;
    throw error;
  }
}

function listing(disk: Pick<Disk, 'list'>, path: string): readonly string[] {
  try {
    return disk.list(path);
  } catch (error) {
    if (isForbidden(error)) return [];
    throw error;
  }
}

/** The text of a file; null for one that is too large, not text, gone, or not for this user. */
export function readFound(disk: Pick<Disk, 'read' | 'facts'>, path: string): string | null {
  try {
    const bytes = disk.read(path);
    if (
      bytes === null ||
      bytes.length > LARGEST ||
      bytes.subarray(0, 8000).includes(0) ||
      !mayConcern(bytes, basename(path))
    )
      return null;
    return bytes.toString('utf8');
  } catch (error) {
    if (isForbidden(error)) return null;
    throw error;
  }
}

/** What every text with wiring in it holds somewhere; looked for in the bytes, because most files of a tree hold none of it. */
const MARKS = ['lastic', 'LASTIC', 'APM_', 'OTEL_', 'otel.'].map((mark) => Buffer.from(mark));

function mayConcern(bytes: Buffer, name: string): boolean {
  return /elastic.?apm/i.test(name) || MARKS.some((mark) => bytes.includes(mark));
}

/** A folder or file of somebody else's (EACCES, EPERM), and a folder that is named like a file (EISDIR), holds no wiring of this person's. */
function isForbidden(error: unknown): boolean {
  return ['EACCES', 'EPERM', 'EISDIR', 'ELOOP', 'ENAMETOOLONG'].includes(systemCode(error) ?? '');
}
