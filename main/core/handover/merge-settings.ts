import { isAlias, isMap, isScalar, type Node, type Pair, parseDocument, type YAMLMap } from 'yaml';
import { CannotEdit } from '../apply/editors/file-editor.ts';
import type { ConfigNode } from '../server/config-entries.ts';
import { ConfigMistake } from '../server/config-mistake.ts';
import { readConfigTree } from '../server/config-tree.ts';
import type { WrittenSetting } from './server-settings-tree.ts';
import { type YamlMap, type YamlValue, yamlFlow } from './yaml-text.ts';

/** A place in the text, and what comes there. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** One setting as it stands in the file. */
interface Standing {
  readonly pair: Pair<unknown, unknown>;
  readonly keyEnd: number;
}

const SECTION = 'apm-server';
const OTHERWISE = 'it is written in a way in which these settings cannot be added without changing others';

/**
 * The text of an `apm-server.yml` with these settings in it, and everything else as it was: comments, order, empty lines. A setting that is there gets its new value in its place; others come
 * first in the section `apm-server`. Where the server listens stays the file's own. Throws `CannotEdit` where the result would not say exactly what it said and ours.
 */
export function mergeSettings(text: string, settings: readonly WrittenSetting[]): string {
  const before = flatTree(text);
  const wanted = settings
    .flatMap(({ key, value }) => leaves(`${SECTION}.${key}`, value))
    .filter(([key]) => !(key === `${SECTION}.host` && before.has(key)));
  const document = parseDocument(text, { schema: 'failsafe', prettyErrors: false, logLevel: 'error' });
  const root = document.contents;
  if (root !== null && !isMap(root)) throw cannot('it holds no settings');
  if (root !== null && root.flow === true) throw cannot('it is written in braces');
  const standing = root === null ? new Map<string, Standing>() : settingsOf(root);
  const missing: [string, YamlValue][] = [];
  const edits: Edit[] = [];
  for (const [key, value] of wanted) {
    const found = standing.get(key);
    if (found === undefined) missing.push([key, value]);
    else if (before.get(key) !== shown(value)) edits.push(replacement(text, found, value));
  }
  if (missing.length > 0) edits.push(insertion(text, root, missing));
  const after = edits
    .toSorted((one, other) => other.start - one.start)
    .reduce((changed, { start, end, text: inner }) => changed.slice(0, start) + inner + changed.slice(end), text);
  assertNothingElse(before, treeOrNull(after), wanted);
  return after;
}

/** Settings of a nested section, each by its whole name. */
function leaves(key: string, value: YamlValue): [string, YamlValue][] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [[key, value]];
  return Object.entries(value as YamlMap).flatMap(([name, inner]) =>
    inner === undefined ? [] : leaves(`${key}.${name}`, inner),
  );
}

function settingsOf(map: YAMLMap, before = ''): Map<string, Standing> {
  const found = new Map<string, Standing>();
  for (const pair of map.items) {
    if (!isScalar(pair.key)) continue;
    const name = before + String(pair.key.value);
    const keyEnd = pair.key.range?.[1] ?? 0;
    if (isMap(pair.value)) for (const [inner, each] of settingsOf(pair.value, `${name}.`)) found.set(inner, each);
    else found.set(name, { pair, keyEnd });
  }
  return found;
}

function replacement(text: string, { pair, keyEnd }: Standing, value: YamlValue): Edit {
  const old = pair.value as Node | null;
  if (isAlias(old) || (old !== null && 'anchor' in old && old.anchor !== undefined))
    throw cannot('a setting that has to change is an alias or has one');
  // A list with a line for each item ends where the next setting begins.
  const end = text.slice(0, old?.range?.[1] ?? keyEnd + 1).trimEnd().length;
  return { start: keyEnd, end: Math.max(end, keyEnd + 1), text: `: ${yamlFlow(value)}` };
}

/** Before the first setting of the section; without such a section at the end of the file, by whole names, which mean the same. */
function insertion(text: string, root: YAMLMap | null, missing: readonly [string, YamlValue][]): Edit {
  const section = root?.items.find(({ key }) => isScalar(key) && key.value === SECTION)?.value;
  const first = isMap(section) && section.flow !== true ? section.items[0]?.key : undefined;
  const start = isScalar(first) ? (first.range?.[0] ?? null) : null;
  if (start === null) {
    const end = text.length;
    const newline = text === '' || text.endsWith('\n') ? '' : '\n';
    return { start: end, end, text: newline + missing.map(([key, value]) => `${key}: ${yamlFlow(value)}\n`).join('') };
  }
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const indent = text.slice(lineStart, start);
  if (indent.trim() !== '') throw cannot('its section apm-server begins in the middle of a line');
  const lines = missing.map(([key, value]) => `${indent}${key.slice(SECTION.length + 1)}: ${yamlFlow(value)}\n`);
  return { start: lineStart, end: lineStart, text: lines.join('') };
}

/** Whole names and what they are set to, as the real server reads the file. */
function flatTree(text: string): Map<string, string> {
  const found = new Map<string, string>();
  const walk = (node: ConfigNode, name: string): void => {
    if (node.kind === 'map' && node.entries.size > 0)
      for (const [key, entry] of node.entries) walk(entry.node, name === '' ? key : `${name}.${key}`);
    else found.set(name, comparable(node));
  };
  try {
    walk(readConfigTree(text), '');
  } catch (error) {
    if (!(error instanceof ConfigMistake)) throw error;
    throw cannot(`line ${error.at.line} cannot be read: ${error.message}`, error.fix);
  }
  return found;
}

function treeOrNull(text: string): ReadonlyMap<string, string> | null {
  try {
    return flatTree(text);
  } catch (error) {
    if (error instanceof CannotEdit) return null;
    throw error;
  }
}

function comparable(node: ConfigNode): string {
  if (node.kind === 'list') return JSON.stringify(node.items.map(comparable));
  return node.kind === 'map' ? '{}' : JSON.stringify(typeof node.value === 'bigint' ? Number(node.value) : node.value);
}

function shown(value: YamlValue): string {
  return Array.isArray(value) ? JSON.stringify(value.map((item) => JSON.stringify(item))) : JSON.stringify(value);
}

function assertNothingElse(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string> | null,
  wanted: readonly [string, YamlValue][],
): void {
  if (after === null) throw cannot(OTHERWISE);
  const ours = new Map(wanted.map(([key, value]) => [key, shown(value)]));
  const isOurs = [...ours].every(([key, value]) => after.get(key) === value);
  const names = new Set([...before.keys(), ...after.keys()]);
  // A section that said nothing is none any more once something is in it.
  const isEmpty = (name: string): boolean => ['null', '{}', undefined].includes(before.get(name)) && !after.has(name);
  const isKept = [...names].every((name) => ours.has(name) || before.get(name) === after.get(name) || isEmpty(name));
  if (!isOurs || !isKept)
    throw cannot('it is written in a way in which these settings cannot be added without changing others');
}

function cannot(why: string, fix: string | null = null): CannotEdit {
  return new CannotEdit(why, fix ?? 'See the settings with `sealwire server export --dry-run`, and add them by hand.');
}
