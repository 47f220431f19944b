import { join } from 'node:path';
import { z } from 'zod';
import { writeAtomically } from '../host/atomic-write.ts';
import type { Folders } from '../host/folders.ts';
import type { Host } from '../host/host.ts';
import type { Undoer } from '../ledger/undo.ts';
import { fingerprintOf, readFileText } from './file-text.ts';
import { withoutMarks } from './marks.ts';

/** The kind under which the ledger keeps lines that were written into a file of a project. */
export const PROJECT_FILE = 'project-file';

/** `kept` names the file of the data folder with the bytes from before; null where there was no file. `after` is the fingerprint of what was left. */
export const projectFileChange = z.object({
  kind: z.literal(PROJECT_FILE),
  path: z.string(),
  kept: z.string().nullable(),
  /** Permission bits from before; null where there was no file. */
  mode: z.number().nullable(),
  after: z.string(),
});

export type ProjectFileChange = z.infer<typeof projectFileChange>;

/** Puts the bytes from before back where the file still is what was left; otherwise takes our lines alone out of it. */
export function undoApplied(host: Pick<Host, 'disk' | 'randomBytes'>, folders: Pick<Folders, 'undo'>): Undoer {
  const { disk } = host;
  return async (change) => {
    const { path, kept, mode, after } = projectFileChange.parse(change);
    const bytes = disk.read(path);
    const done = (said: string): string => {
      if (kept !== null) disk.remove(join(folders.undo, kept));
      return said;
    };
    if (bytes === null) return done(`${path} was gone already.`);
    const before = kept === null ? null : disk.read(join(folders.undo, kept));
    if (fingerprintOf(bytes) === after && (before !== null || kept === null)) {
      if (before === null) disk.remove(path);
      else writeAtomically(host, path, before, mode ?? 0o600);
      return done(before === null ? `${path} is removed.` : `${path} is what it was before, to the byte.`);
    }
    const found = readFileText(disk, path);
    if (found === null || typeof found === 'string')
      return done(`${path} is no text any more, so it is left as it is.`);
    const text = withoutMarks(found.text);
    if (text === found.text)
      return done(`${path} was changed since and holds nothing of ours, so it is left as it is.`);
    writeAtomically(host, path, found.encode(text), mode ?? found.mode);
    return done(`${path} was changed since; our lines are taken out of it, and everything else is left.`);
  };
}
