import { fail } from '../../contract/index.ts';

/** A line that opens a body: its metadata, in the long form or in that of browsers (reference A2). */
const METADATA = /^\s*\{\s*"(?:metadata|m)"\s*:/;

/**
 * The bodies in a text of the intake protocol: each begins with a line of metadata, since a body has one sender. Throws `INPUT_INVALID` for a text that does not begin with one, or in which there is no event.
 */
export function splitBodies(text: string, what: string): { readonly ndjson: string; readonly events: number }[] {
  const bodies: string[][] = [];
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue;
    if (METADATA.test(line)) bodies.push([line]);
    else if (bodies.length === 0)
      throw fail('INPUT_INVALID', {
        what: `${what} does not begin with a line of metadata, so it does not say whose events they are.`,
      });
    else bodies.at(-1)?.push(line);
  }
  const full = bodies.filter(({ length }) => length > 1);
  if (full.length === 0) throw fail('INPUT_INVALID', { what: `${what} holds no event.` });
  return full.map((lines) => ({ ndjson: `${lines.join('\n')}\n`, events: lines.length - 1 }));
}
