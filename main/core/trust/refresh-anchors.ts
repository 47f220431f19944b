import { posix } from 'node:path';
import type { AnchorRecipe } from './anchor-store.ts';
import { lastWords, storeFailed } from './store-failed.ts';
import type { Surroundings } from './surroundings.ts';

/** What says that the lock was not to be had (flock(1), `-E`), and how long it is waited for: Java's copy takes many seconds on a busy machine. */
const HELD = '75';
const LONGEST_WAIT_S = '60';

/** Shells that a tool which is a script runs in. */
const SHELLS: ReadonlySet<string> = new Set(['sh', 'dash', 'bash', 'ash', 'busybox']);

/**
 * Runs the tool that builds everything else from the folder of files, alone: two at once spoil each other's bundle, and one that outlived a killed Sealwire is waited for by a lock that it
 * holds itself. Throws `TRUST_FAILED` where the tool fails, is missing, or is run by somebody else at the moment.
 */
export async function refreshAnchors(around: Surroundings, recipe: AnchorRecipe): Promise<void> {
  const { program: name, args } = recipe.refresh;
  const program = around.program(name);
  if (program === null) throw storeFailed(recipe.title, `${name} is not installed`, `Install ${recipe.package}.`);
  const flock = around.program('flock');
  const locked = ['-w', LONGEST_WAIT_S, '-E', HELD, posix.dirname(recipe.bundle)];
  const waited = flock === null ? null : await around.run(flock, [...locked, 'true']);
  if (waited?.code === Number(HELD) || isRunning(around, name))
    throw storeFailed(recipe.title, `${name} is at work already`, 'Try again when it is done.');
  // The tool adds to what a killed run of it has left, and the authority could be in that.
  if (recipe.unfinished !== undefined) around.host.disk.remove(recipe.unfinished);
  const result = await (flock === null ? around.run(program, args) : around.run(flock, [...locked, program, ...args]));
  if (result.code === 0) return;
  const fix = `Run ${name} yourself, mend what it says, and try again.`;
  throw storeFailed(recipe.title, `${name} failed: ${lastWords(result)}`, fix);
}

/** Whether a process that sees the same files runs the tool (proc(5)). */
function isRunning({ host: { disk } }: Surroundings, name: string): boolean {
  const own = disk.linkTarget('/proc/self/ns/mnt');
  return disk
    .list('/proc')
    .filter((each) => /^\d+$/.test(each))
    .some((each) => {
      try {
        const [file = '', first = ''] = (disk.read(`/proc/${each}/cmdline`)?.toString() ?? '').split('\0');
        const isTool = SHELLS.has(posix.basename(file))
          ? posix.basename(first) === name
          : posix.basename(file) === name;
        return isTool && disk.linkTarget(`/proc/${each}/ns/mnt`) === own;
      } catch {
        // DISK_FAILED: it has ended meanwhile (ESRCH), or is one of somebody else that may not be looked at.
        return false;
      }
    });
}
