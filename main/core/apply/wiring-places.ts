import { basename, dirname, isAbsolute, join, relative } from 'node:path';
import { isMap, parseDocument } from 'yaml';
import { fail, type ProcedureInput, type Snippet, type WiringPlace } from '../../contract/index.ts';
import { SECRET_PLACEHOLDER } from '../agents/forms/variables.ts';
import type { Host } from '../host/host.ts';
import type { Agents } from '../parts.ts';
import { editorFor } from './editors/editors.ts';
import { fileFor } from './file-for.ts';
import { readFileText } from './file-text.ts';
import { gitSight } from './git-sight.ts';

/** Examples that are there to be committed. */
const EXAMPLE = /\.(?:example|sample|template|dist|defaults?)$/;

/** Forms whose file Sealwire makes where there is none: a container's would be no more than a part of one. */
const MADE_ANEW = ['dotenv', 'file'];

/**
 * The files of a folder into which `agent.apply` can wire an agent, those that are there and those that it would make: first what git would not commit with the token in it, and of
 * those what is there already, in the order in which the agent offers its forms.
 */
export async function wiringPlaces(
  { host, agents }: { readonly host: Host; readonly agents: Pick<Agents, 'list' | 'show'> },
  { agent, folder, framework }: ProcedureInput<'agent.places'>,
): Promise<WiringPlace[]> {
  if (!isAbsolute(folder)) throw fail('INPUT_INVALID', { what: `"${folder}" is no whole path.` });
  const forms = (await agents.list()).find(({ id }) => id === agent)?.forms.map(({ as }) => as) ?? [];
  const names = host.disk.list(folder).filter((name) => !EXAMPLE.test(name));
  const places: WiringPlace[] = [];
  for (const as of forms) {
    const snippet = await agents.show({ agent, as, framework, reveal: false }, null);
    for (const name of namesFor(host, folder, as, names, snippet)) {
      const path = join(folder, name);
      // What a Procfile's form keeps beside it is the `.env` of the form before it.
      if (places.some((place) => place.path === path)) continue;
      const lines = fileFor(snippet, path, editorFor(basename(name)))?.content;
      if (lines === undefined) continue;
      const token = lines.includes(SECRET_PLACEHOLDER) ? await gitSight(host, path) : 'none';
      const exists = host.disk.facts(path) !== null;
      places.push({ path, name, as, exists, token, entries: as === 'compose' ? entriesOf(host, path) : [] });
    }
  }
  return places.toSorted((one, other) => rankOf(one) - rankOf(other));
}

function namesFor(host: Host, folder: string, as: string, names: readonly string[], snippet: Snippet): string[] {
  const isFile = (name: string): boolean => host.disk.facts(join(folder, name))?.isFolder === false;
  const isOwn = (name: string): boolean => {
    const editor = editorFor(name);
    return editor?.hasVariants === true && snippet.files.some(({ path }) => editor.takes(basename(path)));
  };
  const present = names.filter((name) => editorFor(name)?.as === as && (as !== 'file' || isOwn(name)) && isFile(name));
  const own = snippet.files
    .map(({ path }) => (isAbsolute(path) ? relative(folder, path) : path))
    // The same name in another case is the same file on Windows.
    .filter((name) => !name.startsWith('..') && !present.some((each) => each.toLowerCase() === name.toLowerCase()))
    .filter((name) => (isFile(name) ? editorFor(basename(name))?.as === as : isMade(host, folder, as, name, snippet)));
  return [...present, ...own];
}

/** Whether a file that is not there would be one with our lines alone in it; what they are to be added to is not made. */
function isMade(host: Host, folder: string, as: string, name: string, { blocks }: Snippet): boolean {
  const path = join(folder, name);
  if (!MADE_ANEW.includes(as) || host.disk.facts(path) !== null || host.disk.facts(dirname(path)) === null)
    return false;
  return as === 'dotenv'
    ? editorFor(name)?.as === as
    : blocks.some((each) => each.path === name && /^Create\b/.test(each.title));
}

function entriesOf(host: Host, path: string): string[] {
  const file = readFileText(host.disk, path);
  if (file === null || typeof file === 'string') return [];
  const { contents } = parseDocument(file.text, { merge: true });
  const services = isMap(contents) ? contents.get('services', true) : null;
  return isMap(services) ? services.items.map(({ key }) => String(key)) : [];
}

function rankOf({ token, exists }: WiringPlace): number {
  return { none: 0, kept: 0, committable: 2, tracked: 4 }[token] + (exists ? 0 : 1);
}
