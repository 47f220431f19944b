import type { Secret } from '../../contract/index.ts';
import {
  addEntry,
  type ConfigEntries,
  type ConfigEntry,
  type ConfigNode,
  nodeAt,
  type Primitive,
} from './config-entries.ts';
import { ConfigMistake, type Position } from './config-mistake.ts';
import { type Expression, parseExpression } from './expression.ts';
import { goNumberText } from './go-number.ts';
import {
  FROM_ENVIRONMENT,
  FROM_KEYSTORE,
  FROM_TEXT,
  type ParsedValue,
  parseValue,
  type ValueSyntax,
} from './parse-value.ts';

/** Where references are looked up, in this order: other settings, keystore, environment (reference F). */
export interface Sources {
  readonly root: ConfigEntries;
  readonly keystore: ReadonlyMap<string, Secret>;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** `written` is the text before it was read as a number or the like; `isReferenced` keeps what a reference brought out of every message. */
export type Resolved =
  | { readonly kind: 'map'; readonly at: Position; readonly entries: ConfigEntries }
  | { readonly kind: 'list'; readonly at: Position; readonly items: readonly ConfigNode[] }
  | ResolvedValue;

export interface ResolvedValue {
  readonly kind: 'value';
  readonly at: Position;
  readonly value: Primitive;
  readonly written: string;
  readonly isReferenced: boolean;
}

/** A node with its references replaced; throws `ConfigMistake` where one stands for nothing. */
export function resolveNode(node: ConfigNode, sources: Sources, asked: ReadonlySet<string> = new Set()): Resolved {
  if (node.kind !== 'value') return node;
  const { at, text } = node;
  if (typeof node.value !== 'string' || !text.includes('$')) return { ...node, written: text, isReferenced: false };
  return explained(at, () => {
    const expression = parseExpression(text);
    if (expression.kind === 'text')
      return { kind: 'value', at, value: expression.text, written: expression.text, isReferenced: false };
    if (expression.kind !== 'ask' || expression.operator !== '' || expression.name.kind !== 'text')
      return reread(textOf(expression, sources, asked, at), FROM_TEXT, at);
    const name = expression.name.text;
    const found = lookUp(name, sources, asked);
    if (found === null)
      throw new ConfigMistake(
        at,
        `"\${${name}}" stands for nothing: no setting, keystore entry or environment variable has that name`,
        `Add it with \`apm-server keystore add ${name}\`, set the variable, or write a default: \${${name}:…}.`,
      );
    return typeof found.text === 'string'
      ? reread(found.text, found.syntax, at)
      : resolveAgain(found.node, found.name, sources, asked, at);
  });
}

/** A value as the real server would print it into a text; nothing at all is empty there, but `null` where a reference stood for it. */
export function resolvedText({ value, isReferenced }: Pick<ResolvedValue, 'value' | 'isReferenced'>): string {
  return value === null && isReferenced ? 'null' : primitiveText(value);
}

/** A primitive as the real server would print it into a text. */
export function primitiveText(value: Primitive): string {
  if (value === null) return '';
  return typeof value === 'number' || typeof value === 'bigint' ? goNumberText(value) : String(value);
}

type Found = { text: string; syntax: ValueSyntax } | { text: null; node: ConfigNode; name: string };

function lookUp(name: string, { root, keystore, env }: Sources, asked: ReadonlySet<string>): Found | null {
  const setting = asked.has(name) ? null : nodeAt(root, name.split('.'));
  if (setting !== null) return { text: null, node: setting, name };
  const secret = keystore.get(name);
  if (secret !== undefined) return { text: secret.reveal(), syntax: FROM_KEYSTORE };
  const variable = Object.hasOwn(env, name) ? env[name] : undefined;
  return variable === undefined || variable === '' ? null : { text: variable, syntax: FROM_ENVIRONMENT };
}

function resolveAgain(
  node: ConfigNode,
  name: string,
  sources: Sources,
  asked: ReadonlySet<string>,
  at: Position,
): Resolved {
  const resolved = resolveNode(node, sources, new Set([...asked, name]));
  return resolved.kind === 'value' ? { ...resolved, at, isReferenced: true } : resolved;
}

function textOf(expression: Expression, sources: Sources, asked: ReadonlySet<string>, at: Position): string {
  if (expression.kind === 'text') return expression.text;
  if (expression.kind === 'parts') return expression.parts.map((part) => textOf(part, sources, asked, at)).join('');
  const { name, operator, right } = expression;
  const otherwise = (): string => textOf(right, sources, asked, at);
  if (operator === '') {
    const value = referenced(name, sources, asked, at);
    if (value !== null) return value;
    throw new ConfigMistake(at, `${shown(name)} stands for nothing`, `Set it, or write a default: \${…:default}.`);
  }
  if (operator === ':+') {
    const found = unlessMistaken(() => lookUp(textOf(name, sources, asked, at), sources, asked));
    return found === null || found.text === '' ? '' : otherwise();
  }
  const value = unlessMistaken(() => referenced(name, sources, asked, at));
  if (value !== null && value !== '') return value;
  if (operator === ':') return otherwise();
  const message = right.kind === 'text' ? right.text : 'a message that is made of references';
  throw new ConfigMistake(at, `${shown(name)} is missing: ${message}`, 'Set it.');
}

function referenced(name: Expression, sources: Sources, asked: ReadonlySet<string>, at: Position): string | null {
  const found = lookUp(textOf(name, sources, asked, at), sources, asked);
  return found === null ? null : foundText(found, sources, asked, at);
}

/** A name that is made of references may hold a secret. */
function shown(name: Expression): string {
  return name.kind === 'text' ? `"\${${name.text}}"` : 'A reference whose name is made of others';
}

/** A default stands in for whatever a reference fails at, as with the real server. */
function unlessMistaken<T>(work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    if (error instanceof ConfigMistake) return null;
    throw error;
  }
}

function foundText(found: Found, sources: Sources, asked: ReadonlySet<string>, at: Position): string {
  if (found.text !== null) return found.text;
  const resolved = resolveAgain(found.node, found.name, sources, asked, at);
  if (resolved.kind === 'value') return resolvedText({ ...resolved, isReferenced: true });
  throw new ConfigMistake(at, 'A reference stands for a whole section and no single value', 'Name one setting of it.');
}

function reread(text: string, syntax: ValueSyntax, at: Position): Resolved {
  const node = parsedNode(parseValue(text, syntax), at);
  return node.kind === 'value' ? { ...node, written: text, isReferenced: true } : node;
}

function parsedNode(value: ParsedValue, at: Position): ConfigNode {
  if (Array.isArray(value)) return { kind: 'list', at, items: value.map((item) => parsedNode(item, at)) };
  if (value instanceof Map) {
    const entries = new Map<string, ConfigEntry>();
    for (const [key, item] of value) addEntry(entries, key.split('.'), at, parsedNode(item, at));
    return { kind: 'map', at, entries };
  }
  const primitive = value as Primitive;
  return { kind: 'value', at, value: primitive, text: primitiveText(primitive) };
}

/** Errors of the parsers carry no position of their own. */
function explained<T>(at: Position, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof ConfigMistake || !(error instanceof Error)) throw error;
    throw new ConfigMistake(
      at,
      `This value cannot be read: ${error.message}`,
      'Correct it, or write $$ where a plain $ is meant.',
    );
  }
}
