import { join } from 'node:path';
import { applyPatch, structuredPatch } from 'diff';
import { z } from 'zod';
import { writeAtomically } from '../host/atomic-write.ts';
import type { Folders } from '../host/folders.ts';
import type { Host } from '../host/host.ts';
import { NOTHING_LEFT, type UndoPlanner } from '../ledger/plan-undo.ts';
import type { Undoer } from '../ledger/undo.ts';
import { fingerprintOf, readFileText } from './file-text.ts';
import { withoutMarks } from './marks.ts';
import { stepsOf, type WayBack } from './way-back.ts';

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
  /** The file of the data folder with what was left, where no marks tell what in it is ours. */
  written: z.string().nullable().default(null),
});

export type ProjectFileChange = z.infer<typeof projectFileChange>;

/** Puts the bytes from before back where the file still is what was left; otherwise takes our lines alone out of it. */
export function undoApplied(host: Pick<Host, 'disk' | 'randomBytes'>, folders: Pick<Folders, 'undo'>): Undoer {
  return async (change) => {
    const known = projectFileChange.parse(change);
    const { make, said } = wayBack(host, folders, known);
    make();
    for (const name of [known.kept, known.written]) if (name !== null) host.disk.remove(join(folders.undo, name));
    return said;
  };
}

/** What `undoApplied` would do at this moment. */
export function planApplied(host: Pick<Host, 'disk' | 'randomBytes'>, folders: Pick<Folders, 'undo'>): UndoPlanner {
  return async (change) => {
    const known = projectFileChange.parse(change);
    return stepsOf(host, known.path, wayBack(host, folders, known));
  };
}

function wayBack(
  host: Pick<Host, 'disk' | 'randomBytes'>,
  folders: Pick<Folders, 'undo'>,
  { path, kept, mode, after, written }: ProjectFileChange,
): WayBack {
  const { disk } = host;
  const none = { effect: null, make: () => undefined };
  const bytes = disk.read(path);
  if (bytes === null) return { ...none, does: NOTHING_LEFT, said: `${path} was gone already.` };
  const before = kept === null ? null : disk.read(join(folders.undo, kept));
  if (fingerprintOf(bytes) === after && (before !== null || kept === null)) {
    if (before === null) {
      const does = `Remove ${path}, which Sealwire made`;
      return { does, effect: 'remove', make: () => disk.remove(path), said: `${path} is removed.` };
    }
    return {
      does: `Put back what ${path} held before, to the byte`,
      effect: 'change',
      make: () => writeAtomically(host, path, before, mode ?? 0o600),
      said: `${path} is what it was before, to the byte.`,
    };
  }
  const found = readFileText(disk, path);
  if (found === null || typeof found === 'string') {
    const does = `Leave ${path} as it is, because it is no text any more`;
    return { ...none, does, said: `${path} is no text any more, so it is left as it is.` };
  }
  const text =
    written === null || before === null
      ? withoutMarks(found.text)
      : withoutOurs(found.text, before, disk.read(join(folders.undo, written)));
  if (text === found.text) {
    const does = `Leave ${path} as it is, because it was changed since and holds nothing of ours`;
    return { ...none, does, said: `${path} was changed since and holds nothing of ours, so it is left as it is.` };
  }
  return {
    does: `Take the lines of Sealwire out of ${path}, which was changed since, and leave everything else in it`,
    effect: 'change',
    make: () => writeAtomically(host, path, found.encode(text), mode ?? found.mode),
    said: `${path} was changed since; our lines are taken out of it, and everything else is left.`,
  };
}

/** A text in which the lines that we changed are what they were before; as it is where they were changed since. */
function withoutOurs(text: string, before: Buffer, after: Buffer | null): string {
  if (after === null) return text;
  const plain = (bytes: Buffer): string =>
    bytes
      .toString('utf8')
      .replace(/^\uFEFF/, '')
      .replaceAll('\r\n', '\n');
  const back = applyPatch(text, structuredPatch('', '', plain(after), plain(before), '', '', { context: 1 }));
  return back === false ? text : back;
}
