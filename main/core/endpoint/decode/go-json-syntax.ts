import { goQuote } from './go-quote.ts';

/**
 * What Go's encoding/json says of bytes: where the first value ends, what is wrong with it, or that it is not complete. It is strict where json-iterator is not, and its
 * texts stand in some of the real server's answers.
 */
export type GoSyntax = { readonly end: number } | { readonly problem: string } | 'incomplete';

const MAX_DEPTH = 10_000;
const SPACES = ' \t\r\n';

/** Reads one JSON value from the beginning of `bytes`, white space before it included. */
export function goJsonSyntax(bytes: Uint8Array): GoSyntax {
  /** What is open, innermost last: `{` or `[`. */
  const open: string[] = [];
  let at = 0;
  let expected: 'value' | 'first value' | 'key' | 'first key' | 'end' = 'value';
  for (;;) {
    while (at < bytes.length && SPACES.includes(charAt(bytes, at))) at += 1;
    if (expected === 'end' && open.length === 0) return { end: at };
    if (at >= bytes.length) return 'incomplete';
    const character = charAt(bytes, at);
    const inner = open.at(-1) ?? '';
    if (expected === 'end') {
      const isClosed = character === (inner === '{' ? '}' : ']');
      if (!isClosed && character !== ',') {
        return wrong(character, inner === '{' ? 'after object key:value pair' : 'after array element');
      }
      at += 1;
      if (isClosed) open.pop();
      else expected = inner === '{' ? 'key' : 'value';
      continue;
    }
    if (expected === 'first key' || expected === 'first value') {
      if (character === (inner === '{' ? '}' : ']')) {
        at += 1;
        open.pop();
        expected = 'end';
        continue;
      }
      expected = expected === 'first key' ? 'key' : 'value';
    }
    if (expected === 'key') {
      const key = keyEnd(bytes, at);
      if (typeof key !== 'number') return key;
      at = key;
      expected = 'value';
      continue;
    }
    if (character === '{' || character === '[') {
      if (open.length >= MAX_DEPTH) return wrong(character, 'exceeded max depth');
      open.push(character);
      at += 1;
      expected = character === '{' ? 'first key' : 'first value';
      continue;
    }
    const scalar = scalarEnd(bytes, at);
    if (typeof scalar !== 'number') return scalar;
    at = scalar;
    expected = 'end';
  }
}

type Flaw = { readonly problem: string } | 'incomplete';

function charAt(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(bytes[at] ?? 0);
}

function wrong(character: string, where: string): { readonly problem: string } {
  const quoted = character === "'" ? `'\\''` : character === '"' ? `'"'` : `'${goQuote(character).slice(1, -1)}'`;
  return { problem: `invalid character ${quoted} ${where}` };
}

/** Where a key and its colon end. */
function keyEnd(bytes: Uint8Array, start: number): number | Flaw {
  const first = charAt(bytes, start);
  if (first !== '"') return wrong(first, 'looking for beginning of object key string');
  const end = stringEnd(bytes, start + 1);
  if (typeof end !== 'number') return end;
  let at = end;
  while (at < bytes.length && SPACES.includes(charAt(bytes, at))) at += 1;
  if (at >= bytes.length) return 'incomplete';
  return charAt(bytes, at) === ':' ? at + 1 : wrong(charAt(bytes, at), 'after object key');
}

function scalarEnd(bytes: Uint8Array, start: number): number | Flaw {
  const first = charAt(bytes, start);
  if (first === '"') return stringEnd(bytes, start + 1);
  if (/[-0-9]/.test(first)) return numberEnd(bytes, start);
  const word = { t: 'true', f: 'false', n: 'null' }[first];
  if (word === undefined) return wrong(first, 'looking for beginning of value');
  for (let letter = 1; letter < word.length; letter += 1) {
    if (start + letter >= bytes.length) return 'incomplete';
    const found = charAt(bytes, start + letter);
    if (found !== word[letter]) return wrong(found, `in literal ${word} (expecting '${word[letter]}')`);
  }
  return start + word.length;
}

function stringEnd(bytes: Uint8Array, start: number): number | Flaw {
  for (let at = start; at < bytes.length; at += 1) {
    const character = charAt(bytes, at);
    if (character === '"') return at + 1;
    if (character < ' ') return wrong(character, 'in string literal');
    if (character !== '\\') continue;
    at += 1;
    if (at >= bytes.length) break;
    const escaped = charAt(bytes, at);
    if (!'bfnrt\\/"u'.includes(escaped)) return wrong(escaped, 'in string escape code');
    if (escaped !== 'u') continue;
    for (let digit = 0; digit < 4; digit += 1) {
      at += 1;
      if (at >= bytes.length) return 'incomplete';
      if (!/[0-9a-fA-F]/.test(charAt(bytes, at)))
        return wrong(charAt(bytes, at), 'in \\u hexadecimal character escape');
    }
  }
  return 'incomplete';
}

function numberEnd(bytes: Uint8Array, start: number): number | Flaw {
  let at = start;
  const digits = (where: string): Flaw | null => {
    if (at >= bytes.length) return 'incomplete';
    if (!/\d/.test(charAt(bytes, at))) return wrong(charAt(bytes, at), where);
    while (at < bytes.length && /\d/.test(charAt(bytes, at))) at += 1;
    return null;
  };
  if (charAt(bytes, at) === '-') at += 1;
  if (charAt(bytes, at) === '0' && at < bytes.length) at += 1;
  else {
    const flaw = digits('in numeric literal');
    if (flaw !== null) return flaw;
  }
  if (at < bytes.length && charAt(bytes, at) === '.') {
    at += 1;
    const flaw = digits('after decimal point in numeric literal');
    if (flaw !== null) return flaw;
  }
  if (at < bytes.length && /[eE]/.test(charAt(bytes, at))) {
    at += 1;
    if (at < bytes.length && /[+-]/.test(charAt(bytes, at))) at += 1;
    const flaw = digits('in exponent of numeric literal');
    if (flaw !== null) return flaw;
  }
  return at;
}
