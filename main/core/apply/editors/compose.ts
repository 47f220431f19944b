import { isDeepStrictEqual } from 'node:util';
import { isMap, isScalar, isSeq, type Pair, parse, parseDocument, stringify, type YAMLMap, type YAMLSeq } from 'yaml';
import { leftOut, marked, withoutMarks } from '../marks.ts';
import { CannotEdit, type EditWish, type FileEditor } from './file-editor.ts';

type Collection = YAMLMap | YAMLSeq;

/** A Compose file: what the overlay of a snippet says of one service is laid into that service, item by item (docs.docker.com, Compose file reference, "services"). */
export const compose: FileEditor = {
  as: 'compose',
  comment: '#',
  takes: (name) => /^(?:docker-)?compose(?:\..+)?\.ya?ml$/.test(name),
  edit: (text, lines, wish) => {
    const [overlay] = Object.values(servicesOf(parse(lines.join('\n'))));
    const { name, map } = serviceIn(text, wish);
    const edits = Object.entries(fieldsOf(overlay)).flatMap(([section, items]) => layIn(text, map, section, items));
    const edited = withEdits(text, edits);
    prove(text, edited, name, fieldsOf(overlay));
    return edited;
  },
};

/** Lines that go before the line with that index, or instead of it. */
interface Edit {
  readonly line: number;
  readonly lines: readonly string[];
  readonly isInstead: boolean;
  /** A section of its own. */
  readonly isNew: boolean;
}

function serviceIn(text: string, { service, entry }: EditWish): { readonly name: string; readonly map: YAMLMap } {
  const document = parseDocument(text, { merge: true });
  const [problem] = document.errors;
  if (problem !== undefined) {
    const [at] = problem.linePos ?? [];
    throw new CannotEdit(`it cannot be read as YAML (line ${at?.line ?? 1}, column ${at?.col ?? 1})`);
  }
  const services = isMap(document.contents) ? document.contents.get('services', true) : null;
  if (!isMap(services)) throw new CannotEdit('it has no services');
  const all = services.items.map((pair) => ({ name: keyOf(pair), map: pair.value }));
  const named = all.find(({ name }) => name === (entry ?? service));
  const chosen = entry === null && all.length === 1 ? all[0] : named;
  if (chosen === undefined) {
    const names = all.map(({ name }) => name).join(', ');
    const why =
      entry === null ? `it has several services, and none is called ${service}` : `it has no service ${entry}`;
    throw new CannotEdit(why, `Name the one that is meant with --entry: ${names}.`);
  }
  const { name, map } = chosen;
  if (!isMap(map) || services.flow === true || isCramped(map)) {
    throw new CannotEdit(`its service ${name} is not written with a line for each setting`);
  }
  return { name, map };
}

/** The edits that lay one section of the overlay, such as `environment`, into a service. */
function layIn(text: string, service: YAMLMap, section: string, items: unknown): Edit[] {
  const present = service.items.find((pair) => keyOf(pair) === section);
  if (present === undefined) {
    const lines = marked(written({ [section]: items }), '#', indentOf(text, service));
    return [{ line: lineAfter(text, service), lines, isInstead: false, isNew: true }];
  }
  const { value } = present;
  if (!(isMap(value) || isSeq(value)) || isCramped(value)) {
    throw new CannotEdit(`its ${section} is not written with a line for each item`);
  }
  const wanted = itemsFor(value, section, items);
  if (wanted.length === 0) return [];
  const replaced = section === 'environment' ? contradicting(text, value, new Set(Object.keys(fieldsOf(items)))) : [];
  const lines = marked(wanted.flatMap(written), '#', indentOf(text, value));
  return [...replaced, { line: lineAfter(text, value), lines, isInstead: false, isNew: false }];
}

/** What is to be added to a section, in the way in which that is written: as a map or as a list. */
function itemsFor(present: Collection, section: string, items: unknown): unknown[] {
  if (section === 'environment') {
    const entries = Object.entries(fieldsOf(items));
    return isMap(present) ? [fieldsOf(items)] : [entries.map(([name, value]) => `${name}=${String(value)}`)];
  }
  const known = isMap(present) ? present.items.map(keyOf) : present.items.map((item) => subjectOf(toJs(item)));
  const missing = (Array.isArray(items) ? items : []).filter((item) => !known.includes(subjectOf(item)));
  if (missing.length === 0) return [];
  if (!isMap(present)) return [missing];
  // `host:address`, the one list of ours that may also be a map.
  return [Object.fromEntries(missing.map((item) => String(item).split(/:(.*)/).slice(0, 2)))];
}

/** What an item of a list is about: the name of a host, the place where something is mounted. */
function subjectOf(item: unknown): string {
  if (typeof item !== 'string') return String(fieldsOf(item).target ?? '');
  const parts = item.split(/[:=]/);
  return item.startsWith('/') || item.startsWith('.') || item.startsWith('~') ? (parts[1] ?? '') : (parts[0] ?? '');
}

/** Variables that are set already, each as a comment. */
function contradicting(text: string, present: Collection, names: ReadonlySet<string>): Edit[] {
  const lines = text.split('\n');
  return present.items.flatMap((item) => {
    const name = isPairOf(item) ? keyOf(item) : String(toJs(item)).split('=')[0];
    if (name === undefined || !names.has(name)) return [];
    const first = lineOf(text, startOf(item));
    if (lineOf(text, endOf(item)) !== first)
      throw new CannotEdit(`it sets ${name} over several lines`, 'Take that setting out first.');
    return [{ line: first, lines: [leftOut(lines[first] ?? '', '#')], isInstead: true, isNew: false }];
  });
}

/** YAML lines of a value; strings in double quotes, in which Compose replaces `${…}` as well. */
function written(value: unknown): string[] {
  return stringify(value, { defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN', lineWidth: 0 })
    .trimEnd()
    .split('\n');
}

/** From the last line to the first, so that no edit moves the place of another. Before one line, what goes on a section that is there comes before a new one. */
function withEdits(text: string, edits: readonly Edit[]): string {
  const lines = text.replace(/\n$/, '').split('\n');
  const inOrder = edits.toSorted((one, other) => one.line - other.line || Number(one.isNew) - Number(other.isNew));
  for (const { line, lines: own, isInstead } of inOrder.reverse()) lines.splice(line, isInstead ? 1 : 0, ...own);
  return `${lines.join('\n')}\n`;
}

/** An edit by lines could do harm in a file of a form that nobody thought of: what was asked for must be in it, and nothing else may be different. */
function prove(before: string, after: string, service: string, overlay: Readonly<Record<string, unknown>>): void {
  const then = servicesOf(parse(before, { merge: true }));
  const now = servicesOf(parse(after, { merge: true }));
  const own = fieldsOf(now[service]);
  const { [service]: _then, ...othersThen } = then;
  const { [service]: _now, ...othersNow } = now;
  const hasAll = Object.entries(overlay).every(([section, items]) => {
    const held = own[section];
    if (section !== 'environment') return Array.isArray(held) || typeof held === 'object';
    const list = Array.isArray(held)
      ? held
      : Object.entries(fieldsOf(held)).map(([name, value]) => `${name}=${String(value)}`);
    return Object.entries(fieldsOf(items)).every(([name, value]) => list.includes(`${name}=${String(value)}`));
  });
  const isRest = isDeepStrictEqual(othersThen, othersNow) && withoutMarks(after).trimEnd() === before.trimEnd();
  if (!hasAll || !isRest) throw new CannotEdit('it is written in a way that Sealwire does not change safely');
}

function servicesOf(document: unknown): Readonly<Record<string, unknown>> {
  return fieldsOf(fieldsOf(document).services);
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function keyOf(pair: Pair): string {
  return String(isScalar(pair.key) ? pair.key.value : pair.key);
}

function toJs(node: unknown): unknown {
  if (isScalar(node)) return node.value;
  return isMap(node) ? Object.fromEntries(node.items.map((pair) => [keyOf(pair), toJs(pair.value)])) : null;
}

/** Written in braces, on the line of its key, or empty: nothing can be put below its last item. */
function isCramped(node: Collection): boolean {
  return node.flow === true || node.items.length === 0;
}

function startOf(item: unknown): number {
  const node = isPairOf(item) ? item.key : item;
  return rangeOf(node)[0];
}

/** Offset of the last character of a node, without the comment behind it. */
function endOf(item: unknown): number {
  if (isPairOf(item)) return Math.max(rangeOf(item.key)[1] - 1, item.value === null ? 0 : endOf(item.value));
  if (isMap(item) || isSeq(item)) {
    const last: unknown = item.flow === true ? undefined : item.items.at(-1);
    return last === undefined ? rangeOf(item)[1] - 1 : endOf(last);
  }
  return rangeOf(item)[1] - 1;
}

function isPairOf(item: unknown): item is Pair {
  return typeof item === 'object' && item !== null && 'key' in item;
}

function rangeOf(node: unknown): readonly [number, number] {
  const range = typeof node === 'object' && node !== null && 'range' in node ? node.range : null;
  return Array.isArray(range) ? [Number(range[0]), Number(range[1])] : [0, 0];
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length - 1;
}

/** Index of the line below the last one of a map or list. */
function lineAfter(text: string, node: Collection): number {
  return lineOf(text, endOf(node)) + 1;
}

/** What stands before the first item of a map or list, for a list without its dash. */
function indentOf(text: string, node: Collection): string {
  const line = text.split('\n')[lineOf(text, startOf(node.items[0]))] ?? '';
  return /^\s*/.exec(line)?.[0] ?? '';
}
