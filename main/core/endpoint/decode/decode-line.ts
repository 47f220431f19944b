import { LINE_MODELS, type ObjectModel } from '../model/model.ts';
import { isObjectSet, problemOf } from '../model/validate.ts';
import { isRecord } from './is-record.ts';
import { unfoldLog } from './log-fields.ts';
import { type Decoded, readModel } from './read-model.ts';

/** A line that the real server accepts: its object, without the key that opens the line. */
export interface DecodedLine {
  readonly value: Readonly<Record<string, unknown>>;
  /** The line in strict JSON where it came in another form that the real server lets pass; else null: it can be kept as it came. */
  readonly rewritten: string | null;
}

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
 * Decodes and validates one line by the model of its type (reference C and D), as the real server reads it. An error is in its words. Lines that are plainly right do not need this:
 * `scanLine` knows them.
 */
export function decodeLine(bytes: Uint8Array, type: string): DecodedLine | { readonly error: string } {
  const model = LINE_MODELS.get(type);
  if (model === undefined) throw new Error(`no model for a line of type ${type}`);
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
