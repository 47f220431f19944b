import { goJsonSyntax } from '../decode/go-json-syntax.ts';
import { type Cursor, code, cursorOver, isDigit, nextToken, peekToken, unread } from '../decode/json-cursor.ts';
import { readString } from '../decode/json-strings.ts';
import { skipValue } from '../decode/json-values.ts';
import type { ReadBody } from '../http/read-body.ts';

/** The service that an agent asks about. */
export interface AgentQuestion {
  readonly service: string;
  readonly environment: string;
}

/** Where a value goes: its Go type, and what is in it where that is a struct. */
interface Shape {
  readonly goType: string;
  readonly fields?: Readonly<Record<string, Shape>>;
}

const TEXT: Shape = { goType: 'string' };

/** What the real server decodes a question into (its `agentcfg.Query`). */
const QUERY: Shape = {
  goType: 'agentcfg.Query',
  fields: {
    service: { goType: 'agentcfg.Service', fields: { name: TEXT, environment: TEXT } },
    etag: TEXT,
    mark_as_applied_by_agent: { goType: 'bool' },
  },
};

/**
 * Reads `{"service":{"name","environment"}}` as Go's encoding/json does: the first value of the body, keys in any case, a key given twice counts twice, of several wrong
 * types the first is told. Problems are in its words (reference A4).
 */
export function readAgentQuestion({ bytes, problem }: ReadBody): AgentQuestion | { readonly problem: string } {
  const syntax = goJsonSyntax(bytes);
  if (syntax === 'incomplete') {
    return { problem: problem ?? (/^[ \t\r\n]*$/.test(bytes.toString('latin1')) ? 'EOF' : 'unexpected EOF') };
  }
  if ('problem' in syntax) return syntax;
  const texts = new Map<string, string>();
  const mismatch = readInto(cursorOver(bytes), QUERY, [], null, texts);
  if (mismatch !== null) return { problem: `json: cannot unmarshal ${mismatch}` };
  return { service: texts.get('service.name') ?? '', environment: texts.get('service.environment') ?? '' };
}

/** Reads a value of sound JSON; what does not fit comes back in words. */
function readInto(
  cursor: Cursor,
  shape: Shape,
  path: readonly string[],
  struct: Shape | null,
  texts: Map<string, string>,
): string | null {
  const kind = kindAt(peekToken(cursor));
  if (kind === 'object' && shape.fields !== undefined) return readFields(cursor, shape, path, texts);
  if (kind === 'string' && shape.goType === 'string') texts.set(path.join('.'), readString(cursor));
  else skipValue(cursor);
  if (kind === 'null' || kind === shape.goType) return null;
  const where = struct === null ? 'value' : `struct field ${nameOf(struct)}.${path.join('.')}`;
  return `${kind} into Go ${where} of type ${shape.goType}`;
}

function readFields(cursor: Cursor, shape: Shape, path: readonly string[], texts: Map<string, string>): string | null {
  nextToken(cursor);
  if (nextToken(cursor) === code('}')) return null;
  unread(cursor);
  let mismatch: string | null = null;
  do {
    const key = folded(readString(cursor));
    nextToken(cursor);
    const field = shape.fields?.[key];
    if (field === undefined) skipValue(cursor);
    else {
      const found = readInto(cursor, field, [...path, key], shape, texts);
      mismatch ??= found;
    }
  } while (nextToken(cursor) === code(','));
  return mismatch;
}

/** Keys are compared as Go folds them: the long s and the Kelvin sign are letters of ASCII too. */
function folded(key: string): string {
  return key.replaceAll('\u017f', 's').replaceAll('\u212a', 'k').toLowerCase();
}

function kindAt(first: number): string {
  if (isDigit(first)) return 'number';
  return { '-': 'number', '"': 'string', '[': 'array', '{': 'object', n: 'null' }[String.fromCharCode(first)] ?? 'bool';
}

function nameOf({ goType }: Shape): string {
  return goType.slice(goType.indexOf('.') + 1);
}
