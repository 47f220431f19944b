import { microsecondsOf } from '../decode/timestamp.ts';

export { isRecord } from '../decode/is-record.ts';
export { isInOtherCase, lowerKey } from '../decode/json-strings.ts';

/* What the generated validator is put together from. */

export type Fields = Readonly<Record<string, unknown>>;

/** 0: equals absent (`{}`, `null`, nothing known in it); 1: certain to decode and to satisfy its rules; 2: for the thorough way to decide. */
export type Verdict = 0 | 1 | 2;

/** Microseconds, or a text that the real server reads as a time. */
export function isMoment(value: unknown): boolean {
  return Number.isSafeInteger(value) || (typeof value === 'string' && microsecondsOf(value) !== null);
}

/** Values of labels are texts of at most 1024 units, numbers, booleans or null. */
export function areLabels(labels: Fields): boolean {
  for (const name in labels) {
    const value = labels[name];
    if (typeof value === 'string' ? value.length > 1024 : typeof value === 'object' && value !== null) return false;
  }
  return true;
}

/** Texts, or lists of texts, by name. */
export function areHeaders(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.values(value).every(
    (header) =>
      typeof header === 'string' || (Array.isArray(header) && header.every((entry) => typeof entry === 'string')),
  );
}

export function isNotEmpty(object: Fields): boolean {
  for (const key in object) if (key !== undefined) return true;
  return false;
}
