/** A word of a shell from `at` on: where it ends, and what it says, which is null where the shell puts something in when it runs. */
export interface ShellWord {
  readonly end: number;
  readonly value: string | null;
}

/** One word of bash, zsh or sh (XCU §2.2): quotes of both kinds, backslashes; `$` and backquotes make it a computed one. */
export function posixWord(text: string, at: number): ShellWord {
  let value = '';
  let isComputed = false;
  let index = at;
  for (; index < text.length; index++) {
    const character = text[index] ?? '';
    if (character === "'") {
      const close = text.indexOf("'", index + 1);
      if (close === -1) return { end: text.length, value: null };
      value += text.slice(index + 1, close);
      index = close;
    } else if (character === '"') {
      const quoted = doubleQuoted(text, index);
      if (quoted.value === null) isComputed = true;
      else value += quoted.value;
      index = quoted.end - 1;
    } else if (character === '\\') {
      if (text[index + 1] !== '\n') value += text[index + 1] ?? '';
      index++;
    } else if (character === '$' || character === '`') {
      isComputed = true;
      if (text[index + 1] === '(' || text[index + 1] === '{') index = closing(text, index + 1) - 1;
    } else if (/[\s;&|<>()]/.test(character)) break;
    else value += character;
  }
  return { end: Math.min(index, text.length), value: isComputed ? null : value };
}

function doubleQuoted(text: string, at: number): ShellWord {
  let value = '';
  let isComputed = false;
  for (let index = at + 1; index < text.length; index++) {
    const character = text[index] ?? '';
    if (character === '"') return { end: index + 1, value: isComputed ? null : value };
    if (character === '\\' && /[$`"\\\n]/.test(text[index + 1] ?? '')) {
      if (text[index + 1] !== '\n') value += text[index + 1] ?? '';
      index++;
    } else if (character === '$' || character === '`') {
      isComputed = true;
      if (text[index + 1] === '(' || text[index + 1] === '{') index = closing(text, index + 1) - 1;
    } else value += character;
  }
  return { end: text.length, value: null };
}

/** Behind the bracket that closes the one at `at`; the end of the text where none does. */
function closing(text: string, at: number): number {
  const [open, close] = text[at] === '(' ? ['(', ')'] : ['{', '}'];
  let depth = 0;
  for (let index = at; index < text.length; index++) {
    if (text[index] === open) depth++;
    else if (text[index] === close && --depth === 0) return index + 1;
  }
  return text.length;
}

/** One word of fish: `\'` and `\\` alone are escapes between single quotes; `(…)` and `$` make it a computed one. */
export function fishWord(text: string, at: number): ShellWord {
  if (text[at] === '(') return { end: closing(text, at), value: null };
  if (text[at] !== "'") return posixWord(text, at);
  let value = '';
  for (let index = at + 1; index < text.length; index++) {
    const character = text[index] ?? '';
    if (character === "'") return { end: index + 1, value };
    if (character === '\\' && /[\\']/.test(text[index + 1] ?? '')) value += text[++index] ?? '';
    else value += character;
  }
  return { end: text.length, value: null };
}

/** Quotes that PowerShell takes for the plain single one (about_Quoting_Rules). */
const SINGLE = /['\u2018-\u201b]/;

/** One word of PowerShell: a quote is doubled within quotes; outside of them it is a command or an expression, so computed. */
export function pwshWord(text: string, at: number): ShellWord {
  const quote = text[at] ?? '';
  const isSingle = SINGLE.test(quote);
  if (!isSingle && quote !== '"') {
    const end = text.slice(at).search(/[\r\n;]|$/) + at;
    const word = text.slice(at, end).trimEnd();
    return { end: at + word.length, value: /^(\d+|\$(true|false))$/i.test(word) ? word.replace('$', '') : null };
  }
  let value = '';
  for (let index = at + 1; index < text.length; index++) {
    const character = text[index] ?? '';
    const isQuote = isSingle ? SINGLE.test(character) : character === '"';
    if (isQuote && text[index + 1] === character) value += text[index++] ?? '';
    else if (isQuote) return { end: index + 1, value: !isSingle && /[$`]/.test(value) ? null : value };
    else value += character;
  }
  return { end: text.length, value: null };
}
