import { isMap, isScalar, type Node } from 'yaml';
import { wholeLines } from '../lines-of.ts';
import { quotePlain } from '../quote-plain.ts';
import { readAs } from '../read-as.ts';
import type { WrittenSetting } from '../written-setting.ts';
import { entrySpan, isTextScalar, itemsOf, scalarText, scalarUnder, spanOf, type YamlEntry } from './yaml-tree.ts';

/** How the variables of one format differ from those of another. */
export interface YamlHabits {
  readonly inContainer: boolean;
  quote(value: string): string;
  /** Whether what stands there is filled in by whoever reads the file, such as `${NAME}` in Compose. */
  isComputed(value: string): boolean;
  /** What becomes of a value that is not filled in. */
  plain?(value: string): string;
}

/** Variables under `entry` however they are listed: a map, `NAME=value` items, or items with `name` and `value`. */
export function yamlVariables(
  text: string,
  entry: YamlEntry,
  scope: string,
  habits: YamlHabits,
): readonly WrittenSetting[] {
  const { value } = entry;
  if (isMap(value)) {
    return value.items.flatMap(({ key, value: node }) => {
      const found = node as Node | null;
      return isScalar(key)
        ? (variable(text, String(key.value), key, found, scope, habits, value.flow === true) ?? [])
        : [];
    });
  }
  return itemsOf(value).flatMap((item) => {
    if (isScalar(item)) return assignment(text, item, scope, habits) ?? [];
    const name = scalarUnder(item, 'name') ?? scalarUnder(item, 'Name');
    const node = scalarUnder(item, 'value') ?? scalarUnder(item, 'Value');
    if (name === null || node === null || !isMap(item)) return [];
    const found = variable(text, String(name.value), name, node, scope, habits, true);
    const whole = spanOf(item);
    return found === null || whole === null ? [] : [{ ...found, wholeSpan: listItem(text, whole) }];
  });
}

function variable(
  text: string,
  name: string,
  keyNode: Node,
  node: Node | null,
  scope: string,
  { inContainer, quote, isComputed, plain = asItIs }: YamlHabits,
  isFlow: boolean,
): WrittenSetting | null {
  const nameSpan = spanOf(keyNode);
  const valueSpan = spanOf(node);
  const value = scalarText(node);
  if (nameSpan === null || valueSpan === null || value === null) return null;
  const isQuoted = /["']/.test(text[nameSpan.start] ?? '');
  return readAs({
    name,
    value: isComputed(value) ? null : plain(value),
    isText: isTextScalar(node),
    nameSpan: isQuoted ? { start: nameSpan.start + 1, end: nameSpan.end - 1 } : nameSpan,
    valueSpan,
    wholeSpan: entrySpan(text, isFlow, nameSpan, valueSpan),
    scope,
    inContainer,
    quote,
  });
}

/** An item `NAME=value`, with or without quotes around the whole. */
function assignment(text: string, item: Node, scope: string, habits: YamlHabits): WrittenSetting | null {
  const span = spanOf(item);
  const written = span === null ? '' : text.slice(span.start, span.end);
  const match = /^(["']?)([A-Za-z_]\w*)=/.exec(written);
  const whole = scalarText(item);
  if (span === null || match === null || whole === null) return null;
  const [all, quote = '', name = ''] = match;
  const value = whole.slice(whole.indexOf('=') + 1);
  const start = span.start + quote.length;
  return readAs({
    name,
    value: habits.isComputed(value) ? null : (habits.plain ?? asItIs)(value),
    nameSpan: { start, end: start + name.length },
    valueSpan: { start: span.start + all.length, end: span.end - quote.length },
    wholeSpan: listItem(text, span),
    scope,
    inContainer: habits.inContainer,
    quote: (mended) => (quote === '"' ? habits.quote(mended).slice(1, -1) : quoteBare(mended)),
  });
}

/** The lines of an item of a block list with its dash; the item alone in a list between brackets. */
function listItem(
  text: string,
  span: { readonly start: number; readonly end: number },
): { start: number; end: number } {
  const lines = wholeLines(text, { start: span.start, end: Math.max(span.start, span.end - 1) });
  const before = text.slice(lines.start, span.start);
  return /^\s*-\s*$/.test(before) ? lines : span;
}

/** Brackets mean a list in a plain scalar; a quote in their place is refused like one. */
function quoteBare(value: string): string {
  return quotePlain(/[[\]]/.test(value) ? '"' : value);
}

function asItIs(value: string): string {
  return value;
}
