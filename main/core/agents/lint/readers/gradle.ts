import { quoteGroovy } from '../../quote/groovy.ts';
import { quoteKotlin } from '../../quote/kotlin.ts';
import { ownLines } from '../lines-of.ts';
import { readAs } from '../read-as.ts';
import type { Reader } from '../reader.ts';
import type { WrittenSetting } from '../written-setting.ts';
import { afterBrackets, argumentAt } from './argument.ts';
import { withoutCodeComments } from './code-comments.ts';
import type { CodeSyntax } from './code-entries.ts';
import { systemProperties } from './system-properties.ts';

const SYNTAX: CodeSyntax = {
  lineComment: '//',
  blockComment: ['/*', '*/'],
  quotes: ['"""', "'''", '"', "'"],
  joins: [],
};

/** A call with a name and a value, in both languages, with or without brackets; or an entry of the map that is behind the call. */
const CALL =
  /\b(environment|environmentVariables\.put|systemProperty)[ \t]*\(?[ \t]*(["'])([A-Za-z_][\w.]{0,200})\2[ \t]*(?:,|:|to\b)\s{0,40}/g;
const ENTRY = /\b(environment|systemProperties)\[[ \t]*(["'])([A-Za-z_][\w.]{0,200})\2[ \t]*\][ \t]*=(?!=)\s{0,40}/g;
const HEAD = /^[^\s}][^\n]*\{[ \t]*\r?$/gm;
const FILLED_IN = /(^|[^\\])\$[A-Za-z_{]/;
const PREFIX = 'elastic.apm.';

/** The variables, system properties and options that a build gives to the Java that it starts. */
export const gradle: Reader = {
  id: 'gradle',
  title: 'a build of Gradle',
  matches: (name) => /\.gradle(\.kts)?$/.test(name) || name === 'gradle.properties',
  read: (whole) => {
    if (!/elastic|otel/i.test(whole)) return [];
    const text = withoutCodeComments(whole, SYNTAX);
    const heads = [...text.matchAll(HEAD)].map(({ index }) => index);
    const found = [...text.matchAll(CALL), ...text.matchAll(ENTRY)]
      .sort((one, other) => one.index - other.index)
      .flatMap((match) => setting(text, match, heads));
    return [...found, ...systemProperties(text, found)];
  },
};

function setting(text: string, match: RegExpExecArray, heads: readonly number[]): WrittenSetting[] {
  const [all, call = '', mark = '', name = ''] = match;
  const isProperty = call.startsWith('system');
  const isOwn = isProperty && name.startsWith(PREFIX);
  if (isProperty && !isOwn && !/^(otel|elastic\.otel)\./.test(name)) return [];
  const start = match.index + all.indexOf(`${mark}${name}${mark}`, call.length) + 1;
  const { span, value, isText, mark: quoted } = argumentAt(text, match.index + all.length, FILLED_IN);
  const end = afterBrackets(text, span.end, all.includes('(') ? 1 : 0);
  return [
    readAs({
      name,
      ...(isProperty ? asProperty(name, isOwn) : {}),
      value,
      isText,
      nameSpan: { start, end: start + name.length },
      valueSpan: span,
      wholeSpan: ownLines(text, { start: match.index, end }),
      scope: `gradle@${heads.findLast((head) => head < match.index) ?? 0}`,
      quote: (mended) => (quoted === '' ? mended : quoted === "'" ? quoteGroovy(mended) : quoteKotlin(mended)),
    }),
  ];
}

function asProperty(name: string, isOwn: boolean): Partial<WrittenSetting> {
  if (!isOwn) {
    return {
      lookup: name.replaceAll('.', '_').toUpperCase(),
      form: 'system-property',
      spell: (real) => real.toLowerCase().replaceAll('_', '.'),
    };
  }
  return {
    lookup: name.slice(PREFIX.length),
    kind: 'own',
    form: 'system-property',
    agents: ['java'],
    spell: (real) => `${PREFIX}${real}`,
  };
}
