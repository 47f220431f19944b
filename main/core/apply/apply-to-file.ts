import { basename, extname, isAbsolute, join } from 'node:path';
import { fail, type ProcedureInput, type ProcedureOutput, type Snippet } from '../../contract/index.ts';
import type { Secret } from '../../contract/secret.ts';
import { SECRET_PLACEHOLDER } from '../agents/forms/variables.ts';
import { writeAtomically } from '../host/atomic-write.ts';
import { endOfLinks } from '../host/end-of-links.ts';
import type { Folders } from '../host/folders.ts';
import type { Host } from '../host/host.ts';
import type { Agents, Ledger } from '../parts.ts';
import { differenceOf } from './difference.ts';
import { editorFor } from './editors/editors.ts';
import { CannotEdit, type FileEditor } from './editors/file-editor.ts';
import { type FileText, fingerprintOf, readFileText } from './file-text.ts';
import { wouldBeCommitted } from './git-sight.ts';
import { type Comment, marked, withoutMarks } from './marks.ts';
import { PROJECT_FILE, type ProjectFileChange } from './undo-applied.ts';

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
 * changed safely), `TOKEN_IN_GIT` where the token would be committed, `FILE_CHANGED` where the file is no longer the one that was shown.
 */
export async function applyToFile(parts: ApplyParts, input: Input): Promise<ProcedureOutput<'agent.apply'>> {
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
  const { agreed: _agreed, entry = null, seen: _seen, to: _to, ...wish } = input;
  const snippet = (token: Secret | null): Promise<Snippet> =>
    agents.show({ ...wish, as, reveal: token !== null }, token);
  const shown = await snippet(null);
  const own = shown.files.map((file) => basename(file.path));
  if (as === 'file' && !own.includes(basename(path)))
    throw refuse(`the settings file of this agent is called ${own[0] ?? ''}`);
  const needsToken = contentFor(shown, path, editor).includes(SECRET_PLACEHOLDER);
  if (needsToken && (await wouldBeCommitted(host, path))) throw fail('TOKEN_IN_GIT', { path, file: basename(path) });

  const after = (from: Snippet): string => {
    const lines = contentFor(from, path, editor).trimEnd().split('\n');
    if (before === null) return `${marked(lines, editor?.comment ?? CODE[extname(path)] ?? '#').join('\n')}\n`;
    try {
      return editor?.edit(withoutMarks(before.text), lines, { service: input.service ?? '', entry }) ?? before.text;
    } catch (error) {
      if (error instanceof CannotEdit) throw refuse(error.message, error.fix);
      throw error;
    }
  };
  const toShow = after(shown);
  const text = needsToken ? after(await snippet(await parts.token())) : toShow;
  const isSame = before?.text === text;
  const seen = before === null ? 'absent' : fingerprintOf(before.bytes);
  const answer = {
    path,
    as,
    diff: isSame ? '' : differenceOf(path, before?.text ?? null, toShow, as === 'dotenv' ? 0 : 3),
    seen,
    holdsToken: needsToken,
    commands: shown.commands,
    notes: shown.notes,
  };
  if (!input.agreed || isSame) return { ...answer, applied: false, entry: null };
  if (input.seen !== undefined && input.seen !== seen) throw fail('FILE_CHANGED', { path });
  return {
    ...answer,
    applied: true,
    entry: write(parts, { path, before, text, agent: input.agent, isSecret: needsToken }),
  };
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

/** What the snippet has for that file: under its name, or else for the same kind of file; beside `.env` a snippet may hold code. */
function contentFor({ files }: Snippet, path: string, editor: FileEditor | null): string {
  const named = files.find((file) => basename(file.path) === basename(path));
  return (named ?? files.find((file) => editor?.takes(basename(file.path)) === true))?.content ?? '';
}

/** The ledger first, then the file; a kill between the two leaves an entry whose undo finds nothing of ours. */
function write(
  { host, folders, ledger }: ApplyParts,
  change: {
    readonly path: string;
    readonly before: FileText | null;
    readonly text: string;
    readonly agent: string;
    readonly isSecret: boolean;
  },
): string {
  const { path, before, text, agent, isSecret } = change;
  const bytes = before?.encode(text) ?? Buffer.from(text);
  const kept = before === null ? null : `${host.randomBytes(6).toString('hex')}.before`;
  if (before !== null && kept !== null) {
    host.disk.makeFolder(folders.undo, 0o700);
    writeAtomically(host, join(folders.undo, kept), before.bytes);
  }
  const id = ledger.plan({
    what: `Wire ${agent} in ${basename(path)}`,
    where: path,
    undo: null,
    change: {
      kind: PROJECT_FILE,
      path,
      kept,
      mode: before?.mode ?? null,
      after: fingerprintOf(bytes),
    } satisfies ProjectFileChange,
  });
  // A file with the token in it is for its owner alone, whoever could read it before.
  writeAtomically(host, path, bytes, isSecret ? 0o600 : (before?.mode ?? 0o644));
  ledger.mark(id, 'done');
  return id;
}
