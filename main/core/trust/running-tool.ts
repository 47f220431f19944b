import { posix } from 'node:path';
import type { Surroundings } from './surroundings.ts';

/** Shells that a tool which is a script runs in. */
const SHELLS: ReadonlySet<string> = new Set(['sh', 'dash', 'bash', 'ash', 'busybox']);

/** Whether a process that sees the same files runs the tool (proc(5)): a program, a script in a shell, or an archive that Java runs, by the last part of its path. */
export function isRunning({ host: { disk } }: Surroundings, name: string): boolean {
  const own = disk.linkTarget('/proc/self/ns/mnt');
  return disk
    .list('/proc')
    .filter((each) => /^\d+$/.test(each))
    .some((each) => {
      try {
        const words = (disk.read(`/proc/${each}/cmdline`)?.toString() ?? '').split('\0');
        return isTool(words, name) && disk.linkTarget(`/proc/${each}/ns/mnt`) === own;
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
