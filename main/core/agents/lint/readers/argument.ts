import type { Span } from '../span.ts';
import { codeLiteral } from './code-literal.ts';

/** One argument of a call as it stands in code. */
export interface Argument {
  readonly span: Span;
  /** Null for an expression, and for a text in which something is filled in. */
  readonly value: string | null;
  readonly isText: boolean;
  /** The quote that it is written with; empty for anything else. */
  readonly mark: string;
}

/** Longer than any setting. */
const LONGEST = 4000;
const TEXT = /^(?:"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')/;

/** The argument that begins at `at`; `filledIn` finds what makes a text between double quotes one that is known only when the program runs. */
export function argumentAt(text: string, at: number, filledIn: RegExp | null): Argument {
  const rest = text.slice(at, at + LONGEST);
  const written = TEXT.exec(rest)?.[0] ?? (/^[^,)\n;}]*/.exec(rest)?.[0] ?? '').trimEnd();
  const mark = /^["']/.exec(written)?.[0] ?? '';
  const { value, isText } = codeLiteral(written);
  const isFilledIn = mark === '"' && filledIn !== null && filledIn.test(written.replace(/\\\\/g, ''));
  // Two texts with a sign between them are an expression.
  const goesOn = mark !== '' && /^\s*[+%]/.test(text.slice(at + written.length, at + written.length + 20));
  return {
    span: { start: at, end: at + written.length },
    value: isFilledIn || goesOn ? null : value,
    isText,
    mark,
  };
}

/** Behind the brackets that close calls right after `from`, as many as `most`. */
export function afterBrackets(text: string, from: number, most: number): number {
  const closing = new RegExp(String.raw`^(?:!?\s{0,40}\)){0,${most}}`).exec(text.slice(from, from + 200))?.[0] ?? '';
  return from + closing.length;
}
