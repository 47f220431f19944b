import { ownLines } from '../lines-of.ts';
import { readAs } from '../read-as.ts';
import type { Reader } from '../reader.ts';
import type { WrittenSetting } from '../written-setting.ts';
import { type CodeSyntax, callsIn, codeEntries } from './code-entries.ts';
import { codeLiteral } from './code-literal.ts';

const SYNTAX: CodeSyntax = { lineComment: '#', blockComment: null, quotes: ['"', "'"], joins: [':'] };
const START = /\bElasticAPM(?:::\w+)?\.start(?=\()/g;
/** In the block that `start` takes, and in Rails’ own configuration. */
const ASSIGNMENT = /\b(?:config\.elastic_apm|config|c)\.([a-z_]+)[ \t]*=(?!=)[ \t]*/g;
const VARIABLE = /\bENV\[["']([A-Za-z_]\w*)["']\][ \t]*(?:\|\|)?=(?!=)[ \t]*/g;

/** Arguments that are the application's own. */
const NOT_SETTINGS = ['app', 'config_file', 'logger'];

/** Settings of the Ruby agent in code: the arguments of its `start`, its block, and variables that code sets. */
export const ruby: Reader = {
  id: 'ruby',
  title: 'Ruby',
  matches: (name) => /\.(rb|ru|rake)$|^(rakefile|gemfile)$/.test(name),
  read: (text) => {
    if (!/elastic_?apm/i.test(text)) return [];
    const calls = callsIn(text, START).flatMap((open) =>
      codeEntries(text, open, SYNTAX)
        .filter(({ name }) => !NOT_SETTINGS.includes(name))
        .map(({ name, nameSpan, valueSpan, wholeSpan }) => {
          const { value, isText } = rubyLiteral(text.slice(valueSpan.start, valueSpan.end));
          const scope = `ruby@${open}`;
          return readAs({
            ...OWN,
            name,
            value,
            isText,
            nameSpan,
            valueSpan,
            wholeSpan,
            scope,
            quote: quoteFor(isText),
          });
        }),
    );
    return [...calls, ...assignments(text, ASSIGNMENT, true), ...assignments(text, VARIABLE, false)];
  },
};

const OWN = { kind: 'own', form: 'code', agents: ['ruby'] } as const;

function assignments(text: string, pattern: RegExp, isOwn: boolean): WrittenSetting[] {
  return [...text.matchAll(pattern)].map((match) => {
    const [all, name = ''] = match;
    const start = match.index + all.lastIndexOf(name);
    const at = match.index + all.length;
    const written = /^("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|[^\n#;]*)/.exec(text.slice(at, at + 2000))?.[0] ?? '';
    const { value, isText } = rubyLiteral(written.trimEnd());
    const valueSpan = { start: at, end: at + written.trimEnd().length };
    return readAs({
      ...(isOwn ? OWN : {}),
      name,
      value,
      isText,
      nameSpan: { start, end: start + name.length },
      valueSpan,
      wholeSpan: ownLines(text, { start: match.index, end: valueSpan.end }),
      scope: isOwn ? 'block' : '',
      quote: quoteFor(isText),
    });
  });
}

/** `#{…}` between double quotes is filled in when the application runs. */
function rubyLiteral(written: string): ReturnType<typeof codeLiteral> {
  return written.startsWith('"') && written.includes('#{') ? { value: null, isText: true } : codeLiteral(written);
}

/** Between single quotes only `\` and the quote itself are escaped (Ruby documentation, "String literals"). */
function quoteFor(isText: boolean): (value: string) => string {
  return (value) => (isText ? `'${value.replace(/[\\']/g, '\\$&')}'` : value);
}
