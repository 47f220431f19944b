import { isRecord } from './is-record.ts';

/** Reads marks, `{group: {name: number}}`; the problem is in the words of Go's encoding/json. */
export function problemOfMarks(text: string): { readonly marks: unknown; readonly problem: string | null } {
  let marks: unknown;
  try {
    marks = JSON.parse(text);
  } catch (error) {
    // json-iterator passed over it and JSON.parse did not; encoding/json is as strict, in other words.
    return {
      marks: undefined,
      problem: `invalid character: ${error instanceof Error ? error.message : String(error)}`,
    };
  }
  return { marks, problem: problemIn(marks) };
}

/** Whether a value that `JSON.parse` gave can be marks. */
export function areMarks(value: unknown): boolean {
  return problemIn(value) === null;
}

function problemIn(marks: unknown): string | null {
  if (marks === null) return null;
  if (!isRecord(marks))
    return `json: cannot unmarshal ${kindOf(marks)} into Go value of type map[string]v2.transactionMarkEvents`;
  for (const group of Object.values(marks)) {
    if (group === null) continue;
    if (!isRecord(group)) return `json: cannot unmarshal ${kindOf(group)} into Go value of type map[string]float64`;
    for (const value of Object.values(group)) {
      if (value === null || (typeof value === 'number' && Number.isFinite(value))) continue;
      return `json: cannot unmarshal ${kindOf(value)} into Go value of type float64`;
    }
  }
  return null;
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'boolean') return 'bool';
  return typeof value === 'object' ? 'object' : typeof value;
}
