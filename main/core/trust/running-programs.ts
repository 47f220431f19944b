import { posix } from 'node:path';
import type { Surroundings } from './surroundings.ts';

/** Shells that a tool which is a script runs in. */
const SHELLS: ReadonlySet<string> = new Set(['sh', 'dash', 'bash', 'ash', 'busybox']);

/** Whether a process that sees the same files runs the tool (proc(5)): a program, a script in a shell, or an archive that Java runs, by the last part of its path. */
export function isRunning(around: Surroundings, name: string): boolean {
  const { disk } = around.host;
  const own = disk.linkTarget('/proc/self/ns/mnt');
  return someProcess(around, (at, words) => isTool(words, name) && disk.linkTarget(`${at}/ns/mnt`) === own);
}

/** Whether this person has a program open, by one of the names that its file can have. */
export function isOpen(around: Surroundings, names: readonly string[]): boolean {
  const { disk, userId } = around.host;
  return someProcess(
    around,
    (at, [file = '']) => names.includes(posix.basename(file)) && disk.facts(at)?.ownerId === userId,
  );
}

function someProcess(
  { host: { disk } }: Surroundings,
  test: (folder: string, words: readonly string[]) => boolean,
): boolean {
  return disk
    .list('/proc')
    .filter((each) => /^\d+$/.test(each))
    .some((each) => {
      try {
        return test(`/proc/${each}`, (disk.read(`/proc/${each}/cmdline`)?.toString() ?? '').split('\0'));
      } catch {
        // DISK_FAILED: it has ended meanwhile (ESRCH), or is one of somebody else that may not be looked at.
        return false;
      }
    });
}

function isTool([file = '', ...args]: readonly string[], name: string): boolean {
  if (SHELLS.has(posix.basename(file))) return posix.basename(args[0] ?? '') === name;
  if (posix.basename(file) === 'java') return args.some((each) => posix.basename(each) === name);
  return posix.basename(file) === name;
}
