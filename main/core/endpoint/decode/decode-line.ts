import { VERDICTS } from '../model/generated/sound.ts';
import { LINE_MODELS, type ObjectModel } from '../model/model.ts';
import { isObjectSet, problemOf } from '../model/validate.ts';
import { fits, isMisread } from './fits.ts';
import { isRecord } from './is-record.ts';
import { hasNested, unfoldLog } from './log-fields.ts';
import { type Decoded, readModel } from './read-model.ts';
import { mayRepeatKeys } from './repeated-keys.ts';

/** A line that the real server accepts: its object, without the key that opens the line. */
export interface DecodedLine {
  readonly value: Readonly<Record<string, unknown>>;
  /** The line in strict JSON where it came in another form that the real server lets pass; else null: it can be kept as it came. */
  readonly rewritten: string | null;
}

/** What is looked for in a line because `JSON.parse` passes over it: numbers that the real server refuses, keys that stand in an object twice. */
export interface Doubts {
  readonly numbers: boolean;
  readonly keys: boolean;
}

const ALL_DOUBTS: Doubts = { numbers: true, keys: true };

/** The text between the first quote, single or double, and the next of its kind: how the real server tells what a line is. */
export function lineTypeOf(line: string): string {
  if (line.startsWith('{"')) {
    const end = line.indexOf('"', 2);
    return end === -1 ? '' : line.slice(2, end);
  }
  const quote = /["']/.exec(line);
  if (quote === null) return '';
  const end = line.indexOf(quote[0], quote.index + 1);
  return end === -1 ? '' : line.slice(quote.index + 1, end);
}

/**
 * Decodes and validates one line by the model of its type (reference C and D). An error is in the words of the real server.
 * `JSON.parse` serves all lines that are plainly right; whatever it or the types refuse is read again as the real server reads it.
 */
export function decodeLine(
  bytes: () => Uint8Array,
  line: string,
  type: string,
  doubts: Doubts = ALL_DOUBTS,
): DecodedLine | { readonly error: string } {
  const model = LINE_MODELS.get(type);
  if (model === undefined) throw new Error(`no model for a line of type ${type}`);
  return quickly(line, type, model, doubts) ?? thoroughly(bytes(), type, model);
}

function quickly(line: string, type: string, model: ObjectModel, doubts: Doubts): DecodedLine | null {
  if (mayNestTooDeep(line)) return null;
  let root: unknown;
  try {
    root = JSON.parse(line);
  } catch {
    // Not JSON: `readModel` accepts some of that and finds the words for the rest.
    return null;
  }
  if (!isRecord(root) || (doubts.numbers && isMisread(line)) || (doubts.keys && mayRepeatKeys(line, root))) return null;
  // Nested ECS fields of a log are validated where the flat ones stand.
  const isNested = type === 'log' && isRecord(root.log) && hasNested(root.log);
  const value = isNested ? { ...root, log: unfolded(root.log) } : root;
  const isRight = isNested
    ? fits(model, root) && problemOfLine(value, type, model) === null
    : VERDICTS.get(type)?.(root) === 1;
  if (!isRight) return null;
  const inner = value[type];
  if (!isRecord(inner)) return null;
  return { value: inner, rewritten: null };
}

function unfolded(log: unknown): unknown {
  const result = isRecord(log) ? unfoldLog(log) : { value: log };
  return 'value' in result ? result.value : null;
}

function thoroughly(bytes: Uint8Array, type: string, model: ObjectModel): DecodedLine | { readonly error: string } {
  const decoded = unfoldedOf(readModel(bytes, model), type);
  if ('error' in decoded) return decoded;
  const problem = problemOfLine(decoded.value, type, model);
  if (problem !== null) return { error: `validation error: ${problem}` };
  const value = decoded.value[type];
  return isRecord(value)
    ? { value, rewritten: `{"${type}":${JSON.stringify(value)}}` }
    : { error: `validation error: '${type}' required` };
}

function unfoldedOf(decoded: Decoded, type: string): Decoded {
  if ('error' in decoded || type !== 'log' || !isRecord(decoded.value.log)) return decoded;
  const log = unfoldLog(decoded.value.log);
  return 'error' in log ? log : { value: { log: log.value } };
}

/** The root object is validated also where nothing in it is set: its one field is required. */
function problemOfLine(root: Readonly<Record<string, unknown>>, type: string, model: ObjectModel): string | null {
  const field = model.byKey.get(type);
  if (field?.type.kind === 'object' && !isObjectSet(field.type.model, root[type])) return `'${type}' required`;
  return problemOf(model, root);
}

/** json-iterator stops at 10000 levels; a line that cannot have as many brackets needs no look. */
function mayNestTooDeep(line: string): boolean {
  if (line.length < 20_000) return false;
  let opened = 0;
  for (let at = 0; at < line.length; at += 1) {
    const unit = line.charCodeAt(at);
    if (unit === 0x5b || unit === 0x7b) opened += 1;
  }
  return opened >= 10_000;
}
