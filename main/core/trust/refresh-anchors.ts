import { posix } from 'node:path';
import type { AnchorRecipe } from './anchor-store.ts';
import { keepKeystore, putKeystoreBack, settleKeystore } from './kept-keystore.ts';
import { isRunning } from './running-programs.ts';
import { lastWords, storeFailed } from './store-failed.ts';
import type { Surroundings } from './surroundings.ts';

/** What says that the lock was not to be had (flock(1), `-E`), and how long it is waited for: Java's copy takes many seconds on a busy machine. */
const HELD = '75';
const LONGEST_WAIT_S = '60';

/**
 * Runs the tool that builds everything else from the folder of files, alone: two at once spoil each other's bundle, and one that outlived a killed Sealwire is waited for by a lock that it
 * holds itself. What a killed one has left half is put right first. Throws `TRUST_FAILED` where the tool fails, is missing, or is run by somebody else at the moment.
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
  if (recipe.derived !== undefined) {
    // With a keystore that is cut short the tool's hook could not go on.
    await putKeystoreBack(around);
    await keepKeystore(around, recipe.derived);
  }
  const result = await (flock === null ? around.run(program, args) : around.run(flock, [...locked, program, ...args]));
  if (result.code === 0) {
    if (recipe.derived !== undefined) await settleKeystore(around, recipe.title, recipe.derived);
    return;
  }
  const fix = `Run ${name} yourself, mend what it says, and try again.`;
  throw storeFailed(recipe.title, `${name} failed: ${lastWords(result)}`, fix);
}
