import { textOfBytes } from './byte-text.ts';
import { goJsonSyntax } from './go-json-syntax.ts';
import { type Cursor, code, cursorOver, isDigit, nextToken, peekToken, unread } from './json-cursor.ts';
import { readString } from './json-strings.ts';
import { skipValue } from './json-values.ts';

/** Reads marks, `{group: {name: number}}`; the problem is in the words of Go's encoding/json. `goName` is the Go type of a group. */
export function readMarksText(
  bytes: Uint8Array,
  goName: string,
): { readonly marks: unknown } | { readonly problem: string } {
  const syntax = goJsonSyntax(bytes);
  if (syntax === 'incomplete') return { problem: 'unexpected end of JSON input' };
  if ('problem' in syntax) return syntax;
  if (syntax.end < bytes.length) {
    return { problem: `invalid character '${textOfBytes(bytes).charAt(syntax.end)}' after top-level value` };
  }
  const problem = mismatchIn(cursorOver(bytes), [`map[string]${goName}`, 'map[string]float64', 'float64']);
  return problem === null ? { marks: JSON.parse(textOfBytes(bytes)) } : { problem };
}

/** The first value in the order of the text, of keys given twice too, that is not of its Go type; `types` are those from here inwards. */
function mismatchIn(cursor: Cursor, types: readonly string[]): string | null {
  const [type = '', ...inner] = types;
  const first = peekToken(cursor);
  if (first === code('{') && inner.length > 0) return mismatchInObject(cursor, inner);
  skipValue(cursor);
  if (first === code('n') || (inner.length === 0 && isNumberStart(first))) return null;
  return `json: cannot unmarshal ${kindAt(first)} into Go value of type ${type}`;
}

function mismatchInObject(cursor: Cursor, types: readonly string[]): string | null {
  nextToken(cursor);
  if (nextToken(cursor) === code('}')) return null;
  unread(cursor);
  let found: string | null = null;
  do {
    readString(cursor);
    nextToken(cursor);
    found = found ?? mismatchIn(cursor, types);
  } while (found === null && nextToken(cursor) === code(','));
  return found;
}

function kindAt(first: number): string {
  if (isNumberStart(first)) return 'number';
  return { '"': 'string', '[': 'array', '{': 'object' }[String.fromCharCode(first)] ?? 'bool';
}

function isNumberStart(byte: number): boolean {
  return byte === code('-') || isDigit(byte);
}
