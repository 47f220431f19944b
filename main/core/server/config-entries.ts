import { ConfigMistake, type Position } from './config-mistake.ts';

export type Primitive = null | boolean | bigint | number | string;

/** A settings file as the real server sees it: dotted and nested names are one tree. `text` is how a value is written. */
export type ConfigNode =
  | { readonly kind: 'map'; readonly at: Position; readonly entries: Map<string, ConfigEntry> }
  | { readonly kind: 'list'; readonly at: Position; readonly items: readonly ConfigNode[] }
  | { readonly kind: 'value'; readonly at: Position; readonly value: Primitive; readonly text: string };

export interface ConfigEntry {
  readonly keyAt: Position;
  readonly node: ConfigNode;
}

export type ConfigEntries = ReadonlyMap<string, ConfigEntry>;

/** Puts a value at its dotted name. A null changes nothing, maps flow together, and anything else may be there only once: else a `ConfigMistake`. */
export function addEntry(
  into: Map<string, ConfigEntry>,
  name: readonly string[],
  keyAt: Position,
  node: ConfigNode,
): void {
  const [head = '', ...rest] = name;
  const old = into.get(head);
  if (rest.length > 0) {
    if (old === undefined || isNull(old.node))
      into.set(head, { keyAt, node: { kind: 'map', at: keyAt, entries: new Map() } });
    const parent = into.get(head)?.node;
    if (parent?.kind !== 'map') throw twice(keyAt, head, old);
    addEntry(parent.entries, rest, keyAt, node);
  } else if (old === undefined || isNull(old.node)) into.set(head, { keyAt, node });
  else if (isNull(node)) return;
  else if (old.node.kind === 'map' && node.kind === 'map') {
    for (const [key, entry] of node.entries) addEntry(old.node.entries, [key], entry.keyAt, entry.node);
  } else throw twice(keyAt, head, old);
}

/** The entry of a dotted name, or null. */
export function entryAt(entries: ConfigEntries, path: readonly string[]): ConfigEntry | null {
  const [head = '', ...rest] = path;
  const entry = entries.get(head) ?? null;
  if (rest.length === 0 || entry === null) return entry;
  return entry.node.kind === 'map' ? entryAt(entry.node.entries, rest) : null;
}

/** The node of a dotted name, in which a number stands for an item of a list; null where there is none. */
export function nodeAt(entries: ConfigEntries, path: readonly string[]): ConfigNode | null {
  const [head = '', ...rest] = path;
  let node = entries.get(head)?.node ?? null;
  for (const [index, part] of rest.entries()) {
    if (node?.kind === 'map') return nodeAt(node.entries, rest.slice(index));
    if (node?.kind !== 'list' || !/^\d+$/.test(part)) return null;
    node = node.items[Number(part)] ?? null;
  }
  return node;
}

/** The same entries without the one of a dotted name; a section that is left empty goes too. */
export function withoutEntry(entries: ConfigEntries, path: readonly string[]): Map<string, ConfigEntry> {
  const [head = '', ...rest] = path;
  const copy = new Map(entries);
  const entry = copy.get(head);
  if (rest.length === 0) copy.delete(head);
  else if (entry?.node.kind === 'map') {
    const left = withoutEntry(entry.node.entries, rest);
    if (left.size === 0) copy.delete(head);
    else copy.set(head, { ...entry, node: { ...entry.node, entries: left } });
  }
  return copy;
}

/** The same entries with another one at a dotted name. */
export function withEntry(
  entries: ConfigEntries,
  path: readonly string[],
  entry: ConfigEntry,
): Map<string, ConfigEntry> {
  const [head = '', ...rest] = path;
  const copy = new Map(entries);
  if (rest.length === 0) return copy.set(head, entry);
  const child = copy.get(head)?.node;
  const below = child?.kind === 'map' ? child.entries : new Map<string, ConfigEntry>();
  const node: ConfigNode = { kind: 'map', at: child?.at ?? entry.keyAt, entries: withEntry(below, rest, entry) };
  return copy.set(head, { keyAt: copy.get(head)?.keyAt ?? entry.keyAt, node });
}

function isNull(node: ConfigNode): boolean {
  return node.kind === 'value' && node.value === null;
}

function twice(at: Position, name: string, old: ConfigEntry | undefined): ConfigMistake {
  const before = old === undefined ? '' : ` (the first time in line ${old.keyAt.line})`;
  return new ConfigMistake(at, `"${name}" is set twice${before}`, 'Take one of the two out.');
}
