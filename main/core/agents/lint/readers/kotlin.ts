import { quoteJava } from '../../quote/java.ts';
import { quoteKotlin } from '../../quote/kotlin.ts';
import { ownLines } from '../lines-of.ts';
import { readAs } from '../read-as.ts';
import type { Reader } from '../reader.ts';
import type { WrittenSetting } from '../written-setting.ts';
import { afterBrackets, argumentAt } from './argument.ts';
import { builderCalls } from './builder-calls.ts';
import { withoutCodeComments } from './code-comments.ts';
import type { CodeSyntax } from './code-entries.ts';

const SYNTAX: CodeSyntax = { lineComment: '//', blockComment: ['/*', '*/'], quotes: ['"""', '"', "'"], joins: [] };
const BEGINS = /\bElasticApmAgent\s{0,40}\.builder\([^()\n]{0,200}\)/g;
/** A call of the builder, or of what it is handed. */
const CALL =
  /\.(?:setExportAuthentication\(\s{0,40}(?:new\s{1,20})?(Authentication\.\w{1,60})|(set[A-Z]\w{0,60}))\(\s{0,40}/g;
/** What configures the Java agent in code: the map that it is attached with. */
const PUT = /\.put\(\s{0,40}"([a-z_]{1,60})"\s{0,40},\s{0,40}|"([a-z_]{1,60})"\s{1,20}to\s{1,20}/g;
const PROPERTY = /\bSystem\.setProperty\(\s{0,40}"elastic\.apm\.(\w{1,60})"\s{0,40},\s{0,40}/g;
const FILLED_IN = /(^|[^\\])\$[A-Za-z_{]/;

/** Settings in Kotlin and in Java: of an app for Android, of the agent that a program attaches to itself, and of Java's system. */
export const kotlin: Reader = {
  id: 'kotlin',
  title: 'Kotlin or Java',
  matches: (name) => /\.(kt|java)$/.test(name),
  read: (whole, name) => {
    if (!/elastic/i.test(whole)) return [];
    const text = withoutCodeComments(whole, SYNTAX);
    const isJava = name.endsWith('.java') || (name === '' && /;[ \t]*\r?$/m.test(text));
    const quote = isJava ? quoteJava : quoteKotlin;
    const filledIn = isJava ? null : FILLED_IN;
    const builder = {
      agent: 'android',
      begins: BEGINS,
      call: CALL,
      others: ['setExportAuthentication'],
      filledIn,
      quote,
    };
    return [
      ...builderCalls(text, builder),
      ...(text.includes('ElasticApmAttacher') ? pairs(text, PUT, filledIn, quote, 'attach') : []),
      ...pairs(text, PROPERTY, filledIn, quote, ''),
    ];
  },
};

function pairs(
  text: string,
  pattern: RegExp,
  filledIn: RegExp | null,
  quote: (value: string) => string,
  scope: string,
): WrittenSetting[] {
  return [...text.matchAll(pattern)].map((match) => {
    const [all, put, to] = match;
    const name = put ?? to ?? '';
    const start = match.index + all.indexOf(name, all.indexOf('"'));
    const { span, value, isText, mark } = argumentAt(text, match.index + all.length, filledIn);
    const end = afterBrackets(text, span.end, all.includes('(') ? 1 : 0);
    const nameStart = pattern === PROPERTY ? match.index + all.indexOf(`.${name}"`) + 1 : start;
    return readAs({
      name,
      kind: 'own',
      form: pattern === PROPERTY ? 'system-property' : 'code',
      agents: ['java'],
      value,
      isText,
      nameSpan: { start: nameStart, end: nameStart + name.length },
      valueSpan: span,
      wholeSpan: ownLines(text, { start: match.index, end }),
      scope,
      quote: (mended) => (mark === '' ? mended : quote(mended)),
    });
  });
}
