import type { Primitive } from './config-entries.ts';
import { goNumber } from './go-number.ts';
import { goTrimmed, goUnquoted, isGoSpace } from './go-text.ts';

/** Which signs have a meaning in a text that a reference stands for; the keystore's have none (reference F). */
export interface ValueSyntax {
  readonly lists: boolean;
  readonly maps: boolean;
  readonly quotes: boolean;
}

export const FROM_KEYSTORE: ValueSyntax = { lists: false, maps: false, quotes: false };
export const FROM_ENVIRONMENT: ValueSyntax = { lists: true, maps: false, quotes: true };
export const FROM_TEXT: ValueSyntax = { lists: true, maps: true, quotes: true };

export type ParsedValue = Primitive | readonly ParsedValue[] | ReadonlyMap<string, ParsedValue>;

const TRUE = new Set(['t', 'T', 'true', 'TRUE', 'True', 'on', 'ON']);
const FALSE = new Set(['f', 'F', 'false', 'FALSE', 'False', 'off', 'OFF']);

/**
 * What the real server takes a text for that a reference was replaced by: it is read once more, as a number, a boolean, a list (a comma is enough) or a quoted
 * text. Throws an `Error` that tells what is wrong and quotes nothing.
 */
export function parseValue(text: string, syntax: ValueSyntax): ParsedValue {
  const trimmed = goTrimmed(text);
  if (trimmed === '') return text;
  if (!syntax.lists) return primitive(trimmed);
  const reader = { text: trimmed, at: 0, depth: 0 };
  const values: ParsedValue[] = [];
  for (;;) {
    values.push(valueAt(reader, ',', syntax));
    skipSpace(reader);
    if (reader.at >= trimmed.length) break;
    if (trimmed[reader.at] !== ',') throw new Error('a comma is missing between two values');
    reader.at += 1;
  }
  return values.length === 1 ? (values[0] ?? null) : values;
}

interface Reader {
  readonly text: string;
  at: number;
  depth: number;
}

const DEEPEST = 64;

/** A value inside another; no setting is nested as deep as a text may be. */
function innerAt(reader: Reader, ends: string, syntax: ValueSyntax): ParsedValue {
  reader.depth += 1;
  if (reader.depth > DEEPEST) throw new Error('lists are nested too deep');
  const value = valueAt(reader, ends, syntax);
  reader.depth -= 1;
  return value;
}

function valueAt(reader: Reader, ends: string, syntax: ValueSyntax): ParsedValue {
  skipSpace(reader);
  const first = reader.text[reader.at];
  if (first === undefined) return null;
  if (first === '[') return listAt(reader, syntax);
  if (first === '{' && syntax.maps) return mapAt(reader, syntax);
  if (syntax.quotes && (first === '"' || first === "'")) return quotedAt(reader, first);
  const start = reader.at;
  while (reader.at < reader.text.length && !ends.includes(reader.text[reader.at] ?? '')) reader.at += 1;
  if (reader.at === start) throw new Error('a value is missing');
  return primitive(goTrimmed(reader.text.slice(start, reader.at)));
}

function listAt(reader: Reader, syntax: ValueSyntax): ParsedValue {
  const items: ParsedValue[] = [];
  for (reader.at += 1; ; reader.at += 1) {
    skipSpace(reader);
    if (reader.text[reader.at] === ']') break;
    items.push(innerAt(reader, ',]', syntax));
    skipSpace(reader);
    if (reader.text[reader.at] === ']') break;
    if (reader.text[reader.at] !== ',') throw new Error('a list does not end');
  }
  reader.at += 1;
  return items.length === 0 ? null : items;
}

function mapAt(reader: Reader, syntax: ValueSyntax): ParsedValue {
  const entries = new Map<string, ParsedValue>();
  for (reader.at += 1; ; reader.at += 1) {
    skipSpace(reader);
    if (reader.text[reader.at] === '}') break;
    const key = keyAt(reader);
    skipSpace(reader);
    if (reader.text[reader.at] !== ':') throw new Error('a colon is missing in a map');
    reader.at += 1;
    entries.set(key, innerAt(reader, ',}', syntax));
    if (reader.text[reader.at] === '}') break;
    if (reader.text[reader.at] !== ',') throw new Error('a map does not end');
  }
  reader.at += 1;
  return entries.size === 0 ? null : entries;
}

function keyAt(reader: Reader): string {
  const first = reader.text[reader.at];
  if (first === '"' || first === "'") return quotedAt(reader, first);
  const end = reader.text.indexOf(':', reader.at);
  if (end === reader.at || end === -1) throw new Error('a name is missing in a map');
  const key = goTrimmed(reader.text.slice(reader.at, end));
  reader.at = end;
  return key;
}

function quotedAt(reader: Reader, quote: string): string {
  const start = reader.at + 1;
  let end = reader.text.indexOf(quote, start);
  while (quote === '"' && end > 0 && reader.text[end - 1] === '\\') end = reader.text.indexOf(quote, end + 1);
  if (end === -1) throw new Error('a quote is not closed');
  reader.at = end + 1;
  const inner = reader.text.slice(start, end);
  const unquoted = quote === "'" ? inner : goUnquoted(inner);
  if (unquoted === null) throw new Error('there is an escape in quotes that does not exist');
  return unquoted;
}

function skipSpace(reader: Reader): void {
  while (isGoSpace(reader.text[reader.at] ?? '')) reader.at += 1;
}

function primitive(word: string): Primitive {
  if (word === 'null') return null;
  if (TRUE.has(word)) return true;
  if (FALSE.has(word)) return false;
  return goNumber(word) ?? word;
}
