import { basename, extname, isAbsolute } from 'node:path';
import { type AppliedWiring, fail, type ProcedureInput, type Snippet } from '../../contract/index.ts';
import type { Secret } from '../../contract/secret.ts';
import { KEEP_PRIVATE } from '../agents/forms/dotenv.ts';
import { SECRET_PLACEHOLDER } from '../agents/forms/variables.ts';
import { endOfLinks } from '../host/end-of-links.ts';
import type { Folders } from '../host/folders.ts';
import type { Host } from '../host/host.ts';
import type { Agents, Ledger } from '../parts.ts';
import { differenceOf } from './difference.ts';
import { editorFor } from './editors/editors.ts';
import { CannotEdit, type FileEditor } from './editors/file-editor.ts';
import { fileFor } from './file-for.ts';
import { fingerprintOf, readFileText } from './file-text.ts';
import { gitSight } from './git-sight.ts';
import { type IgnoringChange, ignoreInGit } from './ignore-in-git.ts';
import { type Comment, marked, withoutMarks } from './marks.ts';
import { writeChange, writeIgnoring } from './write-change.ts';

type Input = ProcedureInput<'agent.apply'>;

export interface ApplyParts {
  readonly host: Host;
  readonly folders: Pick<Folders, 'home' | 'undo'>;
  readonly ledger: Ledger;
  readonly agents: Pick<Agents, 'list' | 'show'>;
  /** Rejects where nothing has been made secure yet. */
  token(): Promise<Secret>;
}

/** Program code in which an agent looks for its settings: made anew, never changed. */
const CODE: Readonly<Record<string, Comment>> = { '.js': '//', '.cjs': '//', '.mjs': '//', '.ts': '//', '.py': '#' };

/**
 * Wires an agent in a file of the project: shows the change, and makes it where that was agreed to. The file keeps its mode, line endings, comments and everything else; what is added
 * stands between marks, what would contradict it becomes a comment, and the bytes from before are kept for the undo. Rejects with `FILE_NOT_EDITED` (program code, a form that cannot be
 * changed safely), `TOKEN_IN_GIT` where the token would be committed, `FILE_CHANGED` where a file is no longer what it was when it was shown.
 */
export async function applyToFile(parts: ApplyParts, input: Input): Promise<AppliedWiring> {
  const { host, agents } = parts;
  if (!isAbsolute(input.to)) throw fail('INPUT_INVALID', { what: `"${input.to}" is no whole path.` });
  const path = endOfLinks(host, input.to);
  const refuse = (why: string, fix: string | null = null): Error => {
    const next = fix ?? `See the lines with \`sealwire agent show ${input.agent}\`, and add them by hand.`;
    return fail('FILE_NOT_EDITED', { path, why, fix: next });
  };

  const before = readFileText(host.disk, path);
  if (typeof before === 'string') throw refuse(before);
  const { as, editor } = await wayInto(parts, input, path, refuse);
  if (editor === null && before !== null) throw refuse('it is program code, which Sealwire does not change');
  const { agreed: _agreed, entry = null, ignore = false, seen: _seen, to: _to, ...wish } = input;
  const snippet = (token: Secret | null): Promise<Snippet> =>
    agents.show({ ...wish, as, reveal: token !== null }, token);
  const shown = await snippet(null);
  const own = shown.files.map((file) => basename(file.path));
  const isOwn =
    own.includes(basename(path)) || (editor?.hasVariants === true && own.some((name) => editor.takes(name)));
  if (as === 'file' && !isOwn) throw refuse(`the settings file of this agent is called ${own[0] ?? ''}`);
  const needsToken = (fileFor(shown, path, editor)?.content ?? '').includes(SECRET_PLACEHOLDER);
  const ignoring = needsToken ? await keptFromGit(host, path, ignore) : null;

  const after = (from: Snippet): string => {
    const lines = (fileFor(from, path, editor)?.content ?? '').trimEnd().split('\n');
    const comment = editor === null ? (CODE[extname(path)] ?? '#') : editor.comment;
    if (before === null) return `${(comment === null ? lines : marked(lines, comment)).join('\n')}\n`;
    try {
      return (
        editor?.edit(comment === null ? before.text : withoutMarks(before.text), lines, {
          service: input.service ?? '',
          entry,
        }) ?? before.text
      );
    } catch (error) {
      if (error instanceof CannotEdit) throw refuse(error.message, error.fix);
      throw error;
    }
  };
  const toShow = after(shown);
  const text = needsToken ? after(await snippet(await parts.token())) : toShow;
  const isSame = before?.text === text && ignoring === null;
  const seen = [before, ...(ignoring === null ? [] : [ignoring.before])]
    .map((file) => (file === null ? 'absent' : fingerprintOf(file.bytes)))
    .join('+');
  const answer = {
    path,
    as,
    diff: isSame
      ? ''
      : [
          ...(ignoring === null ? [] : [differenceOf(ignoring.path, ignoring.before?.text ?? null, ignoring.text, 0)]),
          differenceOf(path, before?.text ?? null, toShow, as === 'dotenv' || editor?.isPrivate === true ? 0 : 3),
        ].join(''),
    seen,
    holdsToken: needsToken,
    ...leftToDo(shown, fileFor(shown, path, editor)),
    notes: shown.notes,
  };
  if (!input.agreed || isSame) return { ...answer, applied: false, entry: null };
  if (input.seen !== undefined && input.seen !== seen) throw fail('FILE_CHANGED', { path });
  if (ignoring !== null) await writeIgnoring(parts, ignoring, path);
  const what = `Wire ${input.agent} in ${basename(path)}`;
  const change = { path, before, text, what, isSecret: needsToken, isMarked: editor?.comment !== null };
  return { ...answer, applied: true, entry: writeChange(parts, change) };
}

/** What has to be done so that git does not take the token along; null where nothing has. */
async function keptFromGit(host: Host, path: string, ignore: boolean): Promise<IgnoringChange | null> {
  const sight = await gitSight(host, path);
  if (sight === 'kept') return null;
  const file = basename(path);
  if (sight === 'tracked') {
    const fix = `Take it out of the index with \`git rm --cached ${file}\` and let git ignore it first`;
    throw fail('TOKEN_IN_GIT', { path, fix });
  }
  if (!ignore) throw fail('TOKEN_IN_GIT', { path, fix: `Let git ignore it (\`--ignore\` adds ${file} to .gitignore)` });
  const ignoring = ignoreInGit(host, path);
  if (typeof ignoring === 'string') throw fail('TOKEN_IN_GIT', { path, fix: `Let git ignore it first (${ignoring})` });
  return ignoring;
}

/** What is left after the lines of that file were written: all other steps, but for the one that keeps a `.env` private, which was done with it. */
function leftToDo(
  { blocks, commands }: Snippet,
  file: Snippet['files'][number] | null,
): Pick<AppliedWiring, 'commands' | 'remaining'> {
  const remaining = blocks.filter(
    ({ path, content, title }) => !(path === file?.path && content === file?.content) && title !== KEEP_PRIVATE,
  );
  const texts = remaining.filter(({ path }) => path === null).map(({ content }) => content);
  return { commands: commands.filter((command) => texts.includes(command)), remaining };
}

/** The form whose lines belong into a file of that name, and who writes them there; no editor for program code. */
async function wayInto(
  { agents }: ApplyParts,
  { agent, as }: Input,
  path: string,
  refuse: (why: string, fix?: string) => Error,
): Promise<{ readonly as: string; readonly editor: FileEditor | null }> {
  const name = basename(path);
  const forms = (await agents.list()).find(({ id }) => id === agent)?.forms.map((form) => form.as) ?? [];
  const editor = editorFor(name);
  const wanted = as ?? editor?.as ?? 'file';
  // An agent that is not known is said by `show`, with the nearest name.
  if (forms.length > 0 && !forms.includes(wanted)) throw refuse(`this agent is not wired by a file named ${name}`);
  if (editor === null && CODE[extname(name)] === undefined) throw refuse(`Sealwire writes into no file named ${name}`);
  return { as: wanted, editor };
}
