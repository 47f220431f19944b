import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type Scalar } from 'yaml';
import { goNumber } from './go-number.ts';

/** Where something stands in the file, both counted from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

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

/** A mistake in the file itself: where, what, and how to cure it. Holds no value of the file. */
export class ConfigMistake extends Error {
  readonly at: Position;
  readonly fix: string;

  constructor(at: Position, what: string, fix: string) {
    super(what);
    this.name = 'ConfigMistake';
    this.at = at;
    this.fix = fix;
  }
}

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
    const { what, fix } = WORDS[error.code] ?? OTHER_WORDS;
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
      for (const { key, value } of node.items) {
        if (!isScalar(key)) throw new ConfigMistake(at, 'A setting has no name', 'Write it as `name: value`.');
        const keyAt = positionOf(key.range?.[0] ?? 0);
        const child = convert(value, keyAt, depth + 1);
        if (String(key.value) === '<<' && child.kind === 'map') {
          for (const [name, entry] of child.entries) if (!entries.has(name)) entries.set(name, entry);
        } else insert(entries, String(key.value).split('.'), keyAt, child);
      }
      return { kind: 'map', at, entries };
    }
    if (isSeq(node)) return { kind: 'list', at, items: node.items.map((item) => convert(item, at, depth + 1)) };
    if (isScalar(node)) return { kind: 'value', at, value: scalarOf(node), text: String(node.value ?? '') };
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
    return parseDocument(text, { schema: 'failsafe', prettyErrors: false, logLevel: 'silent', lineCounter });
  } catch {
    // Only a file made to do so (thousands of nested brackets) exhausts the parser's stack.
    throw new ConfigMistake(
      START,
      'The file is nested too deep to be read',
      'Write its settings as `name: value`, one a line.',
    );
  }
}

/** Puts a value at its dotted name. A null changes nothing, maps flow together, and anything else may be there only once. */
function insert(into: Map<string, ConfigEntry>, name: readonly string[], keyAt: Position, node: ConfigNode): void {
  const [head = '', ...rest] = name;
  const old = into.get(head);
  if (rest.length > 0) {
    if (old === undefined || isNull(old.node))
      into.set(head, { keyAt, node: { kind: 'map', at: keyAt, entries: new Map() } });
    const parent = into.get(head)?.node;
    if (parent?.kind !== 'map') throw twice(keyAt, head, old);
    insert(parent.entries, rest, keyAt, node);
  } else if (old === undefined || isNull(old.node)) into.set(head, { keyAt, node });
  else if (isNull(node)) return;
  else if (old.node.kind === 'map' && node.kind === 'map') {
    for (const [key, entry] of node.entries) insert(old.node.entries, [key], entry.keyAt, entry.node);
  } else throw twice(keyAt, head, old);
}

function isNull(node: ConfigNode): boolean {
  return node.kind === 'value' && node.value === null;
}

function twice(at: Position, name: string, old: ConfigEntry | undefined): ConfigMistake {
  const before = old === undefined ? '' : ` (the first time in line ${old.keyAt.line})`;
  return new ConfigMistake(at, `"${name}" is set twice${before}`, 'Take one of the two out.');
}

const TRUE = /^(?:y|Y|yes|Yes|YES|true|True|TRUE|on|On|ON)$/;
const FALSE = /^(?:n|N|no|No|NO|false|False|FALSE|off|Off|OFF)$/;

/** What YAML 1.1 makes of a plain word, as the real server's parser does: `0123` is 83 and `on` is true. Quoted text stays what it is. */
function scalarOf(node: Scalar): Primitive {
  const text = String(node.value ?? '');
  if (node.type !== 'PLAIN' || node.tag === 'tag:yaml.org,2002:str') return text;
  if (/^(?:~|null|Null|NULL|)$/.test(text)) return null;
  if (TRUE.test(text)) return true;
  if (FALSE.test(text)) return false;
  return /^[-+.\d]/.test(text) ? (goNumber(text.replaceAll('_', '')) ?? text) : text;
}

interface Words {
  readonly what: string;
  readonly fix: string;
}

const OTHER_WORDS: Words = {
  what: 'This is no valid YAML',
  fix: 'Look at the indentation, quotes and colons of this line and the one before.',
};

const BAD_ALIAS: Words = {
  what: 'This alias (`*`) has no anchor before it',
  fix: 'Put a value that begins with * in quotes.',
};

/** The parser's own texts may quote the file, secrets included; these do not. */
const WORDS: Readonly<Record<string, Words>> = {
  BAD_ALIAS,
  BAD_INDENT: {
    what: 'The indentation does not fit',
    fix: 'Give every setting of one section the same number of spaces.',
  },
  BAD_SCALAR_START: { what: 'A value cannot begin with this character', fix: 'Put the value in quotes.' },
  BLOCK_AS_IMPLICIT_KEY: {
    what: 'A second colon stands in this line',
    fix: 'Put the value in quotes, or begin a new line.',
  },
  DUPLICATE_KEY: { what: 'This setting is set twice', fix: 'Take one of the two out.' },
  MISSING_CHAR: {
    what: 'A quote, bracket or colon is missing',
    fix: 'Close what this line, or one before, has opened.',
  },
  MULTILINE_IMPLICIT_KEY: { what: 'A colon is missing after the name', fix: 'Write it as `name: value`.' },
  MULTIPLE_DOCS: { what: 'A second document begins here', fix: 'Take out the line `---`, or what follows it.' },
  TAB_AS_INDENT: { what: 'A tab stands where spaces must', fix: 'Indent with spaces.' },
};
