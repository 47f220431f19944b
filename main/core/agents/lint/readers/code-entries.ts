import type { Span } from '../span.ts';

/** How a language writes comments and text. */
export interface CodeSyntax {
  readonly lineComment: string;
  readonly blockComment: readonly [string, string] | null;
  /** Quotes; the longest first. */
  readonly quotes: readonly string[];
  /** What stands between a name and its value: `:` in a literal, `=` in a call. */
  readonly joins: readonly string[];
}

/** One `name: value` between brackets, at their first level. */
export interface CodeEntry {
  readonly name: string;
  readonly nameSpan: Span;
  readonly valueSpan: Span;
  /** With the comma behind it, and its whole line where it has one of its own. */
  readonly wholeSpan: Span;
}

/** Longer than any list of settings. What is longer is read so far, so that no text takes long. */
const LONGEST = 20_000;

const OPENING = '([{';
const CLOSING = ')]}';

/** Behind the comment or text that begins at `at`; `at` itself where neither does. */
export function skipToken(text: string, at: number, syntax: CodeSyntax): number {
  if (text.startsWith(syntax.lineComment, at)) {
    const end = text.indexOf('\n', at);
    return end === -1 ? text.length : end;
  }
  const block = syntax.blockComment;
  if (block !== null && text.startsWith(block[0], at)) {
    const end = text.indexOf(block[1], at + block[0].length);
    return end === -1 ? text.length : end + block[1].length;
  }
  const quote = syntax.quotes.find((each) => text.startsWith(each, at));
  return quote === undefined ? at : endOfText(text, at, quote);
}

function endOfText(text: string, at: number, quote: string): number {
  for (let index = at + quote.length; index < text.length; index++) {
    if (text[index] === '\\') index++;
    else if (text.startsWith(quote, index)) return index + quote.length;
    else if (text[index] === '\n' && quote.length === 1 && quote !== '`') return index;
  }
  return text.length;
}

/** The entries of the bracket that opens at `open`; what is nested, computed or a mistake is passed over. */
export function codeEntries(whole: string, open: number, syntax: CodeSyntax): readonly CodeEntry[] {
  const text = whole.slice(0, open + LONGEST);
  const entries: CodeEntry[] = [];
  let at = open + 1;
  while (at < text.length) {
    const part = partFrom(text, at, syntax);
    const entry = entryOf(text, part.start, part.end, part.join);
    if (entry !== null) entries.push(entry);
    if (text[part.stop] !== ',') break;
    at = part.stop + 1;
  }
  return entries;
}

interface Part extends Span {
  /** The comma or bracket that ends it. */
  readonly stop: number;
  /** The first join at the first level, or -1. */
  readonly join: number;
}

function partFrom(text: string, from: number, syntax: CodeSyntax): Part {
  let [depth, join, start, end] = [0, -1, -1, from];
  let at = from;
  while (at < text.length) {
    const character = text[at] ?? '';
    const next = skipToken(text, at, syntax);
    if (next > at) {
      const isComment =
        text.startsWith(syntax.lineComment, at) ||
        (syntax.blockComment !== null && text.startsWith(syntax.blockComment[0], at));
      if (!isComment) [start, end] = [start === -1 ? at : start, next];
      at = next;
      continue;
    }
    if (depth === 0 && (character === ',' || CLOSING.includes(character))) break;
    if (OPENING.includes(character)) depth++;
    else if (CLOSING.includes(character)) depth--;
    else if (
      depth === 0 &&
      join === -1 &&
      syntax.joins.includes(character) &&
      !/[=<>!]/.test(`${text[at - 1]}${text[at + 1]}`)
    )
      join = at;
    if (!/\s/.test(character)) [start, end] = [start === -1 ? at : start, at + 1];
    at++;
  }
  return { start, end, stop: at, join };
}

function entryOf(text: string, start: number, end: number, join: number): CodeEntry | null {
  if (start === -1 || join === -1 || join < start) return null;
  const key = /^(["'`]?)([\w$.:-]+)\1$/.exec(text.slice(start, join).trimEnd());
  if (key === null) return null;
  const [, quote = '', name = ''] = key;
  const valueStart = join + 1 + (/^\s*/.exec(text.slice(join + 1, end))?.[0].length ?? 0);
  if (valueStart >= end) return null;
  const nameStart = start + quote.length;
  return {
    name,
    nameSpan: { start: nameStart, end: nameStart + name.length },
    valueSpan: { start: valueStart, end },
    wholeSpan: wholeEntry(text, start, end),
  };
}

function wholeEntry(text: string, start: number, end: number): Span {
  const comma = /^[ \t]*,/.exec(text.slice(end, end + 80))?.[0].length ?? 0;
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const next = text.indexOf('\n', end);
  const lineEnd = next === -1 ? text.length : next + 1;
  const rest = text.slice(end + comma, lineEnd).trim();
  const isOwnLine = text.slice(lineStart, start).trim() === '' && (rest === '' || /^(\/\/|#)/.test(rest));
  return isOwnLine ? { start: lineStart, end: lineEnd } : { start, end: end + comma };
}

/** As many calls as are looked into in one file. */
const MOST_CALLS = 50;

/** Where a pattern ends in a text: the brackets of the calls to look into. */
export function callsIn(text: string, pattern: RegExp): readonly number[] {
  return [...text.matchAll(pattern)].slice(0, MOST_CALLS).map((match) => match.index + match[0].length);
}
