import { z } from 'zod';
import { fail } from '../../contract/index.ts';
import { writeAtomically } from '../host/atomic-write.ts';
import type { Host } from '../host/host.ts';
import type { UndoPlanner } from '../ledger/plan-undo.ts';
import type { Undoer } from '../ledger/undo.ts';
import type { Ledger } from '../parts.ts';
import { readFileText } from './file-text.ts';
import { projectFileChange } from './undo-applied.ts';
import { stepsOf, type WayBack } from './way-back.ts';

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
    const { make, said } = wayBack(host, ledger, gitIgnoreChange.parse(change));
    make();
    return said;
  };
}

/** What `undoIgnored` would do at this moment; throws as it does. */
export function planIgnored(host: Pick<Host, 'disk' | 'randomBytes'>, ledger: Pick<Ledger, 'list'>): UndoPlanner {
  return async (change) => {
    const known = gitIgnoreChange.parse(change);
    return stepsOf(host, known.path, wayBack(host, ledger, known));
  };
}

function wayBack(
  host: Pick<Host, 'disk' | 'randomBytes'>,
  ledger: Pick<Ledger, 'list'>,
  { path, file, added, isNew }: GitIgnoreChange,
): WayBack {
  const isHeld = ledger.list().some((entry) => {
    const wired = projectFileChange.safeParse(entry.change);
    return wired.data?.path === file && entry.state !== 'undone';
  });
  if (isHeld && host.disk.facts(file) !== null) {
    throw fail('NOTHING_TO_UNDO', {
      why: `${file} holds the token and would be committed then; undo that change first.`,
    });
  }
  const none = { effect: null, make: () => undefined };
  const found = readFileText(host.disk, path);
  if (found === null || typeof found === 'string') {
    const does = `Leave ${path} as it is, because it is no text that could be changed`;
    return { ...none, does, said: `${path} is no text that could be changed, so it is left.` };
  }
  const at = found.text.lastIndexOf(added);
  if (at === -1) {
    const does = `Leave ${path} as it is, because it was changed since and holds nothing of ours`;
    return { ...none, does, said: `${path} was changed since and holds nothing of ours, so it is left as it is.` };
  }
  const text = found.text.slice(0, at) + found.text.slice(at + added.length);
  if (text === '' && isNew) {
    const does = `Remove ${path}, which Sealwire made`;
    return { does, effect: 'remove', make: () => host.disk.remove(path), said: `${path} is removed.` };
  }
  return {
    does: `Take the pattern of Sealwire out of ${path}, and leave everything else in it`,
    effect: 'change',
    make: () => writeAtomically(host, path, found.encode(text), found.mode),
    said: `Our pattern is taken out of ${path}, and everything else is left.`,
  };
}
