import { quoteBash } from '../../quote/bash.ts';
import { wholeLines } from '../lines-of.ts';
import { quotePlain } from '../quote-plain.ts';
import { readAs } from '../read-as.ts';
import type { Reader } from '../reader.ts';
import type { Span } from '../span.ts';
import type { WrittenSetting } from '../written-setting.ts';
import { posixWord } from './shell-words.ts';
import { systemProperties } from './system-properties.ts';

/** An assignment: at the start of a word, or within quotes as `docker run -e "NAME=value"` has it. */
const ASSIGNMENT = /(?<=^|[\s;&|(])(["']?)([A-Za-z_]\w*)=/gm;

/** Farther from the start of its line, it is no line that a person wrote. */
const LONGEST_LINE = 8000;
const COMMENT = /(?:^|\s)#/;

/** Scripts and typed lines of bash, zsh and sh: `export`, a variable before a command, `env`, and `-e` of docker. */
export const posixShell: Reader = {
  id: 'shell',
  title: 'lines of a shell',
  matches: (name) => /\.(sh|bash|zsh|envrc)$|^\.?(bashrc|bash_profile|zshrc|zprofile|profile|envrc)$/.test(name),
  read: (text) => {
    const found = [...text.matchAll(ASSIGNMENT)].flatMap((match) => assignment(text, match) ?? []);
    return [...found, ...systemProperties(text, found)];
  },
};

function assignment(text: string, match: RegExpExecArray): WrittenSetting | null {
  const [, quote = '', name = ''] = match;
  const start = match.index + quote.length;
  const lineStart = text.lastIndexOf('\n', match.index - 1) + 1;
  if (match.index - lineStart > LONGEST_LINE || COMMENT.test(text.slice(lineStart, match.index))) return null;
  const nameSpan = { start, end: start + name.length };
  const at = nameSpan.end + 1;
  if (quote !== '') return withinQuotes(text, name, nameSpan, quote);
  const { end, value } = posixWord(text, at);
  const line = wholeLines(text, { start, end });
  const before = text.slice(line.start, start).trim();
  const isOwnLine = /^(export|declare -x|typeset -x)?$/.test(before) && text.slice(end, line.end).trim() === '';
  return readAs({
    name,
    value,
    nameSpan,
    valueSpan: { start: at, end },
    ...(isOwnLine ? { wholeSpan: line } : {}),
    inContainer: isContainerOption(before),
    quote: quoteBash,
  });
}

function withinQuotes(text: string, name: string, nameSpan: Span, quote: string): WrittenSetting | null {
  const at = nameSpan.end + 1;
  const close = text.indexOf(quote, at);
  if (close === -1) return null;
  const value = text.slice(at, close);
  if (value.includes('\n')) return null;
  const line = wholeLines(text, nameSpan);
  return readAs({
    name,
    value: quote === '"' && /[$`]/.test(value) ? null : value,
    nameSpan,
    valueSpan: { start: at, end: close },
    quote: quotePlain,
    inContainer: isContainerOption(text.slice(line.start, nameSpan.start - 1).trim()),
  });
}

function isContainerOption(before: string): boolean {
  return /(^|\s)(-e|--env)$/.test(before);
}
