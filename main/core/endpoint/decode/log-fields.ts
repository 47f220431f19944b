import { LINE_MODELS } from '../model/model.ts';
import { isRecord } from './is-record.ts';
import { isInt64, NumberText } from './number-text.ts';

const LOG_FIELD = LINE_MODELS.get('log')?.byKey.get('log');
/** Ids of traces are not among them: those are read from flat keys alone. */
const DOTTED =
  LOG_FIELD?.type.kind === 'object'
    ? LOG_FIELD.type.model.fields.filter(({ key, path }) => key.includes('.') && path.length > 1)
    : [];

/**
 * A log event may give its ECS fields flat (`"log.level"`) or nested (`"log":{"level"}`); nested wins (reference D1, notes). Puts the nested
 * ones where the flat ones are validated. A line number that is no integer is refused in Go's words, without a prefix.
 */
export function unfoldLog(
  log: Readonly<Record<string, unknown>>,
): { readonly value: Readonly<Record<string, unknown>> } | { readonly error: string } {
  const value: Record<string, unknown> = { ...log };
  for (const { key, type } of DOTTED) {
    const nested = nestedValue(log, key.split('.'));
    if (type.kind === 'str' && typeof nested === 'string') value[key] = nested;
    if (type.kind === 'int' && (typeof nested === 'number' || nested instanceof NumberText)) {
      const text = nested instanceof NumberText ? nested.text : String(nested);
      if (!isInt64(text)) {
        const why = /^[+-]?\d+$/.test(text) ? 'value out of range' : 'invalid syntax';
        return { error: `log: ecsloglogfields: strconv.ParseInt: parsing "${text}": ${why}` };
      }
      value[key] = Number(text);
    }
  }
  return { value };
}

function nestedValue(object: Readonly<Record<string, unknown>>, path: readonly string[]): unknown {
  let value: unknown = object;
  for (const key of path) {
    if (!isRecord(value)) return undefined;
    value = value[key];
  }
  return value;
}
