import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { addEntry, type ConfigEntry, type ConfigNode } from './config-entries.ts';
import { ConfigMistake, type Position } from './config-mistake.ts';
import { parseExpression } from './expression.ts';
import { BAD_ALIAS, OTHER_WORDS, YAML_MISTAKES } from './yaml-mistakes.ts';
import { yamlScalar } from './yaml-scalar.ts';

const START: Position = { line: 1, column: 1 };
const MOST_NODES = 20_000;
const DEEPEST = 64;

/** Reads YAML into one tree; throws `ConfigMistake`, whatever the text. */
export function readConfigTree(text: string): Extract<ConfigNode, { kind: 'map' }> {
  const lines = new LineCounter();
  const positionOf = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const document = parsed(text, lines);
  const [error] = document.errors;
  if (error !== undefined) {
    const { what, fix } = YAML_MISTAKES[error.code] ?? OTHER_WORDS;
    throw new ConfigMistake(positionOf(error.pos[0]), what, fix);
  }
  let nodes = 0;

  const convert = (node: unknown, fallback: Position, depth: number): ConfigNode => {
    nodes += 1;
    if (nodes > MOST_NODES || depth > DEEPEST) {
      throw new ConfigMistake(
        fallback,
        'There is more in here than any settings file has',
        'Look for an alias that repeats itself.',
      );
    }
    if (isAlias(node)) {
      const target: Node | undefined = node.resolve(document);
      const aliasAt = positionOf(node.range?.[0] ?? 0);
      if (target === undefined) throw new ConfigMistake(aliasAt, BAD_ALIAS.what, BAD_ALIAS.fix);
      return convert(target, aliasAt, depth + 1);
    }
    const range = typeof node === 'object' && node !== null ? (node as Node).range : null;
    const at = range ? positionOf(range[0]) : fallback;
    if (isMap(node)) {
      const entries = new Map<string, ConfigEntry>();
      const merged: ConfigNode[] = [];
      for (const { key, value } of node.items) {
        if (!isScalar(key)) throw new ConfigMistake(at, 'A setting has no name', 'Write it as `name: value`.');
        const keyAt = positionOf(key.range?.[0] ?? 0);
        const child = convert(value, keyAt, depth + 1);
        if (String(key.value) === '<<') merged.push(...(child.kind === 'list' ? child.items : [child]));
        else addEntry(entries, String(key.value).split('.'), keyAt, child);
      }
      for (const each of merged) mergeInto(entries, each);
      return { kind: 'map', at, entries };
    }
    if (isSeq(node)) return { kind: 'list', at, items: node.items.map((item) => convert(item, at, depth + 1)) };
    if (isScalar(node)) {
      const value = yamlScalar(node, !text.endsWith('\n') && (node.range?.[1] ?? 0) >= text.length);
      if (typeof value === 'string') checkReferences(value, at);
      return { kind: 'value', at, value, text: typeof value === 'string' ? value : String(node.value ?? '') };
    }
    return { kind: 'value', at, value: null, text: '' };
  };

  const root = convert(document.contents, START, 0);
  if (root.kind === 'map') return root;
  if (root.kind === 'value' && root.value === null) return { kind: 'map', at: START, entries: new Map() };
  throw new ConfigMistake(
    root.at,
    'The file holds no settings, but a single value or a list',
    'Write settings as `name: value`, one a line.',
  );
}

function parsed(text: string, lineCounter: LineCounter): ReturnType<typeof parseDocument> {
  try {
    return parseDocument(text, { schema: 'failsafe', prettyErrors: false, logLevel: 'error', lineCounter });
  } catch {
    // Only a file made to do so (thousands of nested brackets) exhausts the parser's stack.
    throw new ConfigMistake(
      START,
      'The file is nested too deep to be read',
      'Write its settings as `name: value`, one a line.',
    );
  }
}

/** What a merge key (`<<`) brings stands behind what the map itself says, and behind earlier merges. */
function mergeInto(entries: Map<string, ConfigEntry>, merged: ConfigNode): void {
  if (merged.kind !== 'map')
    throw new ConfigMistake(
      merged.at,
      'A merge key (`<<`) takes sections alone',
      'Write an alias of a section behind it.',
    );
  for (const [name, entry] of merged.entries) if (!entries.has(name)) entries.set(name, entry);
}

/** The real server reads every reference of the file at its start, also where the setting means nothing to it. */
function checkReferences(value: string, at: Position): void {
  if (!value.includes('$')) return;
  try {
    parseExpression(value);
  } catch (error) {
    throw new ConfigMistake(
      at,
      `This value cannot be read: ${error instanceof Error ? error.message : 'its references are broken'}`,
      'Correct it, or write $$ where a plain $ is meant.',
    );
  }
}
