import type { z } from 'zod';

/**
 * One sentence about the first thing wrong with a procedure's input, naming the field. It never repeats the value, which may be a
 * passphrase.
 */
export function inputProblem(name: string, error: z.ZodError, rawInput: unknown): string {
  const [issue] = error.issues;
  if (issue === undefined) return `The input of ${name} is not valid.`;
  const field = fieldOf(issue.path);
  const subject = field === '' ? `The input of ${name}` : `"${field}" of ${name}`;
  const isMissing = issue.path.length > 0 && valueAt(rawInput, issue.path) === undefined;
  return `${subject} ${isMissing ? `is missing: it ${demandOf(issue)}` : demandOf(issue)}.`;
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
  null: 'null',
};

function demandOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${KINDS[issue.expected] ?? `of type ${issue.expected}`}`;
    case 'invalid_value':
      return `must be one of ${issue.values.map(String).join(', ')}`;
    case 'too_small':
      return issue.origin === 'array'
        ? `must have ${issue.minimum} or more entries`
        : `must be ${issue.minimum} or more`;
    case 'too_big':
      return issue.origin === 'array'
        ? `must have ${issue.maximum} or fewer entries`
        : `must be ${issue.maximum} or less`;
    default:
      return 'is not valid';
  }
}

/** `hosts[1]`, `env.HOME`; cut short, because keys of a record come from outside. */
function fieldOf(path: readonly PropertyKey[]): string {
  const whole = path
    .map((key, at) => (typeof key === 'number' ? `[${key}]` : `${at === 0 ? '' : '.'}${String(key)}`))
    .join('');
  return whole.length > 80 ? `${whole.slice(0, 79)}…` : whole;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined),
    value,
  );
}
