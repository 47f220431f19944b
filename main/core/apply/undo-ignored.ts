import { z } from 'zod';
import { fail } from '../../contract/index.ts';
import { writeAtomically } from '../host/atomic-write.ts';
import type { Host } from '../host/host.ts';
import type { Undoer } from '../ledger/undo.ts';
import type { Ledger } from '../parts.ts';
import { readFileText } from './file-text.ts';
import { projectFileChange } from './undo-applied.ts';

/** The kind under which the ledger keeps a pattern that was added to a `.gitignore`. */
export const GIT_IGNORE = 'git-ignore';

/** `file` is what the pattern keeps out of commits, `added` what stands in the file at `path` because of it. */
export const gitIgnoreChange = z.object({
  kind: z.literal(GIT_IGNORE),
  path: z.string(),
  file: z.string(),
  added: z.string(),
  isNew: z.boolean(),
});

export type GitIgnoreChange = z.infer<typeof gitIgnoreChange>;

/** Takes the pattern out again, once the file that it keeps out of commits holds nothing of ours any more: with the token in it, git must not see it. */
export function undoIgnored(host: Pick<Host, 'disk' | 'randomBytes'>, ledger: Pick<Ledger, 'list'>): Undoer {
  return async (change) => {
    const { path, file, added, isNew } = gitIgnoreChange.parse(change);
    const isHeld = ledger.list().some((entry) => {
      const wired = projectFileChange.safeParse(entry.change);
      return wired.data?.path === file && entry.state !== 'undone';
    });
    if (isHeld && host.disk.facts(file) !== null) {
      throw fail('NOTHING_TO_UNDO', {
        why: `${file} holds the token and would be committed then; undo that change first.`,
      });
    }
    const found = readFileText(host.disk, path);
    if (found === null || typeof found === 'string') return `${path} is no text that could be changed, so it is left.`;
    const at = found.text.lastIndexOf(added);
    if (at === -1) return `${path} was changed since and holds nothing of ours, so it is left as it is.`;
    const text = found.text.slice(0, at) + found.text.slice(at + added.length);
    if (text === '' && isNew) host.disk.remove(path);
    else writeAtomically(host, path, found.encode(text), found.mode);
    return text === '' && isNew
      ? `${path} is removed.`
      : `Our pattern is taken out of ${path}, and everything else is left.`;
  };
}
