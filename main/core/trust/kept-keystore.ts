import { dirname, join } from 'node:path';
import { z } from 'zod';
import { asSealwireError } from '../../contract/index.ts';
import { isWholeKeystore } from '../export/keystores/whole-keystore.ts';
import { writeAtomically } from '../host/atomic-write.ts';
import { endOfLinks } from '../host/end-of-links.ts';
import { sweepBeside } from '../host/sweep-beside.ts';
import { isRunning } from './running-programs.ts';
import { lastWords, storeFailed } from './store-failed.ts';
import type { Surroundings } from './surroundings.ts';

/** A keystore that a tool of the distribution derives from its authorities and writes into as it lies there, so that a kill in the midst leaves it cut short. */
export interface DerivedKeystore {
  readonly path: string;
  /** The archive of Java that writes it; while that runs, what is there may be half for a good reason. */
  readonly writer: string;
  /** The package whose set-up starts the writer. dpkg leaves a package that was killed then half set up, and starts nothing of it again by itself. */
  readonly package: string;
}

/** What is known of it from before the tool ran, until the tool has ended well. */
const noteShape = z.object({
  path: z.string(),
  writer: z.string(),
  /** What it held, in Base64; null where there was none. */
  bytes: z.base64().nullable(),
  /** Whether the package was set up. */
  wasSetUp: z.boolean(),
});
type Note = z.infer<typeof noteShape>;

/** Keeps what a whole one holds, before the tool runs. What cannot be read before is not kept: it is not ours to mend. */
export async function keepKeystore(around: Surroundings, derived: DerivedKeystore): Promise<void> {
  const { host } = around;
  const note = readNote(around);
  const bytes = host.disk.read(endOfLinks(host, derived.path));
  if (bytes !== null && !isWholeKeystore(bytes)) return;
  const wasSetUp = note?.wasSetUp === true || (await isSetUp(around, derived));
  if (bytes === null && !wasSetUp) return;
  const { path, writer } = derived;
  const kept: Note = { path, writer, bytes: bytes?.toString('base64') ?? null, wasSetUp };
  try {
    host.disk.makeFolder(around.undo, 0o700);
    sweepBeside(host, noteOf(around));
    writeAtomically(host, noteOf(around), JSON.stringify(kept));
  } catch (error) {
    // DISK_FAILED: where our own disk is full, taking out must go on nevertheless; only a kill in the very next seconds would be remembered by nothing.
    if (asSealwireError(error).code !== 'DISK_FAILED') throw error;
  }
}

/** Puts back what was kept, where what is there now is cut short and nobody is writing it. Whatever is whole stays as it is, and so does a file that is gone. Says whether it did. */
export async function putKeystoreBack(around: Surroundings): Promise<boolean> {
  const { host, run } = around;
  const { disk } = host;
  const note = readNote(around);
  if (note === null) return false;
  const path = endOfLinks(host, note.path);
  const there = disk.read(path);
  if (there === null || isWholeKeystore(there) || isRunning(around, note.writer)) return false;
  sweepBeside(host, path);
  if (note.bytes === null) {
    disk.remove(path);
    disk.sync(dirname(path));
    return true;
  }
  const copy = `${path}.${host.randomBytes(6).toString('hex')}.tmp`;
  try {
    // The file that takes the place must have the same owner, group and mode.
    const made = await run('cp', ['-p', '--attributes-only', path, copy]);
    if (made.code !== 0) throw storeFailed(note.path, lastWords(made), `Make ${dirname(path)} writable and try again.`);
    disk.append(copy, Buffer.from(note.bytes, 'base64'), 0o644);
    disk.sync(copy);
    disk.rename(copy, path);
    disk.sync(dirname(path));
  } finally {
    disk.remove(copy);
  }
  return true;
}

/**
 * Ends what a kill has left of the package's set-up, and forgets what was kept, once the tool has ended. Throws `TRUST_FAILED` where the tool has left the keystore cut short,
 * which is then put back, or where dpkg cannot be made to go on.
 */
export async function settleKeystore(around: Surroundings, title: string, derived: DerivedKeystore): Promise<void> {
  const note = readNote(around);
  if (note === null) return;
  const { path, package: name } = derived;
  const assertWhole = async (): Promise<void> => {
    if (!(await putKeystoreBack(around))) return;
    throw storeFailed(title, `${path} was left cut short, so what it held before is back`, 'Try again.');
  };
  await assertWhole();
  const dpkg = around.program('dpkg');
  if (note.wasSetUp && dpkg !== null && !(await isSetUp(around, derived))) {
    const done = await around.run(dpkg, ['--configure', name]);
    await assertWhole();
    if (done.code !== 0)
      throw storeFailed(title, `${name} is set up by half: ${lastWords(done)}`, `Run dpkg --configure ${name}.`);
  }
  around.host.disk.remove(noteOf(around));
}

async function isSetUp(around: Surroundings, derived: DerivedKeystore): Promise<boolean> {
  const query = around.program('dpkg-query');
  if (query === null) return false;
  const { stdout } = await around.run(query, ['-s', derived.package]);
  return /^Status: \S+ \S+ installed$/m.test(stdout);
}

function noteOf({ undo }: Surroundings): string {
  return join(undo, 'derived-keystore.json');
}

function readNote(around: Surroundings): Note | null {
  const text = around.host.disk.read(noteOf(around))?.toString();
  if (text === undefined) return null;
  try {
    return noteShape.parse(JSON.parse(text));
  } catch {
    // SyntaxError, ZodError: it is written atomically, so a person has changed it, and it says nothing any more.
    return null;
  }
}
