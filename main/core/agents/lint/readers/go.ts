import { quoteGo } from '../../quote/go.ts';
import { ownLines } from '../lines-of.ts';
import { readAs } from '../read-as.ts';
import type { Reader } from '../reader.ts';
import type { WrittenSetting } from '../written-setting.ts';
import { type CodeSyntax, callsIn, codeEntries } from './code-entries.ts';
import { codeLiteral } from './code-literal.ts';

const SYNTAX: CodeSyntax = { lineComment: '//', blockComment: ['/*', '*/'], quotes: ['"', '`', "'"], joins: [':'] };
const LITERALS = /\b(?:transport\.HTTPTransportOptions|apm\.TracerOptions|tls\.Config)(?=\{)/g;
const SETENV = /\bos\.Setenv\(\s*"([A-Za-z_]\w*)"\s*,\s*/g;

/** Go code that makes the agent's transport or tracer, and variables that it sets. Code without the agent says nothing about it. */
export const go: Reader = {
  id: 'go',
  title: 'Go',
  matches: (name) => name.endsWith('.go'),
  read: (text) => {
    const literals = text.includes('go.elastic.co/apm')
      ? callsIn(text, LITERALS).flatMap((open) => literal(text, open))
      : [];
    return [...literals, ...variables(text)];
  },
};

function literal(text: string, open: number): WrittenSetting[] {
  return codeEntries(text, open, SYNTAX).map(({ name, nameSpan, valueSpan, wholeSpan }) => {
    const { value, isText } = codeLiteral(text.slice(valueSpan.start, valueSpan.end));
    return readAs({
      name,
      kind: 'own',
      form: 'code',
      agents: ['go'],
      value,
      isText,
      nameSpan,
      valueSpan,
      wholeSpan,
      scope: 'code',
      quote: (mended) => (isText ? quoteGo(mended) : mended),
    });
  });
}

function variables(text: string): WrittenSetting[] {
  return [...text.matchAll(SETENV)].map((match) => {
    const [all, name = ''] = match;
    const start = match.index + all.indexOf(`"${name}"`) + 1;
    const at = match.index + all.length;
    const written = /^("(?:[^"\\\n]|\\.)*"|`[^`]*`|[^)\n]*)/.exec(text.slice(at, at + 4000))?.[0] ?? '';
    return readAs({
      name,
      value: codeLiteral(written).value,
      nameSpan: { start, end: start + name.length },
      valueSpan: { start: at, end: at + written.length },
      wholeSpan: ownLines(text, { start: match.index, end: closeAt(text, at + written.length) }),
      quote: quoteGo,
    });
  });
}

/** Behind the bracket that closes the call. */
function closeAt(text: string, from: number): number {
  return from + (/^\s*\)/.exec(text.slice(from, from + 40))?.[0].length ?? 0);
}
