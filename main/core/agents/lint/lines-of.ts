import type { Span } from './span.ts';

/** The lines of a text without what ends them. */
export function linesOf(text: string): (Span & { readonly text: string })[] {
  const lines: (Span & { readonly text: string })[] = [];
  let start = 0;
  while (start <= text.length) {
    const found = text.indexOf('\n', start);
    const next = found === -1 ? text.length : found;
    const end = next > start && text[next - 1] === '\r' ? next - 1 : next;
    lines.push({ start, end, text: text.slice(start, end) });
    start = next + 1;
  }
  return lines;
}

/** The whole line, or lines, on which a span stands, with the end of the last one: what goes when a line is taken out. */
export function wholeLines(text: string, { start, end }: Span): Span {
  const first = text.lastIndexOf('\n', start - 1) + 1;
  const next = text.indexOf('\n', end);
  return { start: first, end: next === -1 ? text.length : next + 1 };
}

/** The lines of a statement where nothing else stands on them; the statement alone otherwise, because what is beside it is somebody else's. */
export function ownLines(text: string, statement: Span): Span {
  const lines = wholeLines(text, { start: statement.start, end: Math.max(statement.start, statement.end - 1) });
  const isAlone =
    text.slice(lines.start, statement.start).trim() === '' &&
    /^[ \t]*[;,]?\s*$/.test(text.slice(statement.end, lines.end));
  return isAlone ? lines : statement;
}
