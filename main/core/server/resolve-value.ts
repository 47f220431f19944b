import type { Secret } from '../../contract/index.ts';
import { type ConfigEntry, ConfigMistake, type ConfigNode, type Position, type Primitive } from './config-tree.ts';
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
  readonly root: ReadonlyMap<string, ConfigEntry>;
  readonly keystore: ReadonlyMap<string, Secret>;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** `written` is the text before it was read as a number or the like; `isReferenced` keeps what a reference brought out of every message. */
export type Resolved =
  | { readonly kind: 'map'; readonly at: Position; readonly entries: ReadonlyMap<string, ConfigEntry> }
  | { readonly kind: 'list'; readonly at: Position; readonly items: readonly ConfigNode[] }
  | {
      readonly kind: 'value';
      readonly at: Position;
      readonly value: Primitive;
      readonly written: string;
      readonly isReferenced: boolean;
    };

/** A node with its references replaced; throws `ConfigMistake` where one stands for nothing. */
export function resolveNode(node: ConfigNode, sources: Sources, asked: ReadonlySet<string> = new Set()): Resolved {
  if (node.kind !== 'value') return node;
  const { at, text } = node;
  if (typeof node.value !== 'string' || !text.includes('$')) return { ...node, written: text, isReferenced: false };
  return explained(at, () => {
    const expression = parseExpression(text);
    if (expression === null) return { ...node, written: text, isReferenced: false };
    if (expression.kind === 'ask' && expression.operator === '') {
      const name = textOf(expression.name, sources, asked, at);
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
    }
    return reread(textOf(expression, sources, asked, at), FROM_TEXT, at);
  });
}

/** A value as the real server would print it into a text. */
export function primitiveText(value: Primitive): string {
  if (value === null) return '';
  return typeof value === 'number' || typeof value === 'bigint' ? goNumberText(value) : String(value);
}

type Found = { text: string; syntax: ValueSyntax } | { text: null; node: ConfigNode; name: string };

function lookUp(name: string, { root, keystore, env }: Sources, asked: ReadonlySet<string>): Found | null {
  const setting = asked.has(name) ? null : nodeAt(root, name.split('.'));
  if (setting !== null && !(setting.kind === 'value' && setting.value === null))
    return { text: null, node: setting, name };
  const secret = keystore.get(name);
  if (secret !== undefined) return { text: secret.reveal(), syntax: FROM_KEYSTORE };
  const variable = Object.hasOwn(env, name) ? env[name] : undefined;
  return variable === undefined || variable === '' ? null : { text: variable, syntax: FROM_ENVIRONMENT };
}

/** The node of a dotted name, or null. */
export function nodeAt(entries: ReadonlyMap<string, ConfigEntry>, path: readonly string[]): ConfigNode | null {
  const [head = '', ...rest] = path;
  const node = entries.get(head)?.node ?? null;
  if (rest.length === 0 || node === null) return node;
  return node.kind === 'map' ? nodeAt(node.entries, rest) : null;
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
  const name = textOf(expression.name, sources, asked, at);
  const found = lookUp(name, sources, asked);
  const value = found === null ? null : foundText(found, sources, asked, at);
  const right = (): string => textOf(expression.right, sources, asked, at);
  if (expression.operator === ':+') return value === null ? '' : right();
  if (value !== null && value !== '') return value;
  if (expression.operator === ':') return right();
  if (expression.operator === ':?')
    throw new ConfigMistake(at, `"\${${name}}" is missing: ${right()}`, `Set it: ${name}.`);
  throw new ConfigMistake(at, `"\${${name}}" stands for nothing`, `Set it, or write a default: \${${name}:…}.`);
}

function foundText(found: Found, sources: Sources, asked: ReadonlySet<string>, at: Position): string {
  if (found.text !== null) return found.text;
  const resolved = resolveAgain(found.node, found.name, sources, asked, at);
  if (resolved.kind === 'value') return primitiveText(resolved.value);
  throw new ConfigMistake(at, `"\${${found.name}}" is a whole section and no single value`, 'Name one setting of it.');
}

function reread(text: string, syntax: ValueSyntax, at: Position): Resolved {
  const asNode = (value: ParsedValue): ConfigNode => {
    if (Array.isArray(value)) return { kind: 'list', at, items: value.map(asNode) };
    if (typeof value === 'object' && value !== null) return { kind: 'map', at, entries: new Map() };
    const primitive = value as Primitive;
    return { kind: 'value', at, value: primitive, text: primitiveText(primitive) };
  };
  const node = asNode(parseValue(text, syntax));
  return node.kind === 'value' ? { ...node, written: text, isReferenced: true } : node;
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
