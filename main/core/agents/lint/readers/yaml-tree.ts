import {
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseAllDocuments,
  type Scalar,
  type YAMLMap,
} from 'yaml';
import { wholeLines } from '../lines-of.ts';
import type { Span } from '../span.ts';

/** A key of a map with the node under it, and the keys that lead to the map. */
export interface YamlEntry {
  readonly key: string;
  readonly keyNode: Scalar;
  readonly value: Node | null;
  readonly map: YAMLMap;
  readonly path: readonly string[];
}

/** No manifest nests deeper; a text that does is no configuration. */
const DEEPEST = 40;

/** Longer than any file of settings; the parser takes more than twice as long for twice the text. */
const LONGEST = 256 * 1024;

/** What the parser would complain about at each of its characters, for minutes: no YAML has so many in a row, or so many brackets open. */
const NO_YAML = /(["'{}[\]])\1{50}/;
const MOST_OPEN = 100;

/** Every entry of every map of a YAML text, also of one with mistakes; none where it cannot be read at all. Places in a list count as keys. */
export function yamlEntries(text: string): readonly YamlEntry[] {
  if (text.length > LONGEST || NO_YAML.test(text) || !isBalanced(text)) return [];
  const entries: YamlEntry[] = [];
  try {
    const documents = parseAllDocuments(text, {
      lineCounter: new LineCounter(),
      logLevel: 'silent',
      uniqueKeys: false,
    });
    if (!Array.isArray(documents)) return [];
    for (const [index, document] of documents.entries()) visit(document.contents, [String(index)], entries);
  } catch {
    // The parser throws on some broken texts (RangeError, TypeError): what cannot be read holds no settings.
    return [];
  }
  return entries;
}

/** Brackets in text and comments need no partner, so it is only much too many that tell. */
function isBalanced(text: string): boolean {
  let open = 0;
  for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
    open += bracket === '[' || bracket === '{' ? 1 : -1;
    if (Math.abs(open) > MOST_OPEN) return false;
  }
  return true;
}

function visit(node: unknown, path: readonly string[], entries: YamlEntry[]): void {
  if (path.length > DEEPEST) return;
  if (isSeq(node)) for (const [index, item] of node.items.entries()) visit(item, [...path, String(index)], entries);
  if (!isMap(node)) return;
  for (const pair of node.items) {
    const entry = entryOf(pair, node, path);
    if (entry === null) continue;
    entries.push(entry);
    visit(entry.value, [...path, entry.key], entries);
  }
}

function entryOf(pair: Pair, map: YAMLMap, path: readonly string[]): YamlEntry | null {
  const { key, value } = pair;
  if (!isScalar(key) || !key.range) return null;
  return { key: String(key.value), keyNode: key, value: isNodeWithRange(value) ? value : null, map, path };
}

function isNodeWithRange(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'range' in value;
}

/** Where a node stands, quotes included; null for one that stands nowhere, such as an empty value. */
export function spanOf(node: Node | null): Span | null {
  const range = node?.range;
  return range ? { start: range[0], end: range[1] } : null;
}

/** What a scalar says, as the text that a program is given; null for anything else. */
export function scalarText(node: Node | null): string | null {
  if (!isScalar(node)) return null;
  if (typeof node.value === 'string') return node.value;
  return node.source ?? (node.value === null ? '' : String(node.value));
}

/** Whether a scalar is text in YAML: quoted, or a plain word that is neither a number nor `true`. */
export function isTextScalar(node: Node | null): boolean {
  return isScalar(node) && typeof node.value === 'string';
}

/** The nodes of a list; empty for anything else. */
export function itemsOf(node: Node | null): readonly unknown[] {
  return isSeq(node) ? node.items : [];
}

/** The scalar under `key` of a map, or null. */
export function scalarUnder(map: unknown, key: string): Scalar | null {
  if (!isMap(map)) return null;
  const node = map.get(key, true);
  return isScalar(node) ? node : null;
}

/** What goes with an entry of a map: its lines or, between braces, the entry with its comma. */
export function entrySpan(text: string, isFlow: boolean, name: Span, value: Span): Span {
  const last = Math.max(name.start, value.end - 1);
  if (!isFlow) return wholeLines(text, { start: name.start, end: last });
  const comma = /^\s*,\s?/.exec(text.slice(value.end, value.end + 80))?.[0].length ?? 0;
  return { start: name.start, end: value.end + comma };
}
