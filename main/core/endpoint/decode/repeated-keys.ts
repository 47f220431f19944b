import { isRecord } from './is-record.ts';

/**
 * Whether an object in a line may name a key twice, of which `JSON.parse` keeps the last without a word and the real server looks at both. `root` is what it made of the
 * line. Also true for some lines that repeat nothing, such as one with a quotation mark and a colon in a text.
 */
export function mayRepeatKeys(line: string, root: unknown): boolean {
  let written = 0;
  for (let at = line.indexOf('":'); at !== -1; at = line.indexOf('":', at + 2)) written += 1;
  return written !== countKeys(root);
}

/** Keys of all objects in a value. Without recursion, since values may nest as deep as they like. */
function countKeys(root: unknown): number {
  const pending = [root];
  let count = 0;
  for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
    if (Array.isArray(value)) {
      for (const element of value) if (typeof element === 'object') pending.push(element);
    } else if (isRecord(value)) {
      for (const key in value) {
        count += 1;
        if (typeof value[key] === 'object') pending.push(value[key]);
      }
    }
  }
  return count;
}
