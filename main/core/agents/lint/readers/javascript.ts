import { quoteJavaScript } from '../../quote/javascript.ts';
import { ownLines } from '../lines-of.ts';
import { readAs } from '../read-as.ts';
import type { Reader } from '../reader.ts';
import type { WrittenSetting } from '../written-setting.ts';
import { type CodeSyntax, callsIn, codeEntries, skipToken } from './code-entries.ts';
import { codeLiteral } from './code-literal.ts';

const SYNTAX: CodeSyntax = { lineComment: '//', blockComment: ['/*', '*/'], quotes: ['"', "'", '`'], joins: [':'] };
const START = /\.start\(\s*(?=\{)/g;
const RUM = /\b(?:init|initApm|apmBase\.init|service\.init)\(\s*(?=\{)|\bconfig:\s*(?=\{)/g;
const HEADERS = /\bheaders\s*:\s*(?=\{)/g;
/** Packages of OpenTelemetry that run in a page alone. */
const PAGE =
  /@opentelemetry\/(?:sdk-trace-web|context-zone|instrumentation-(?:fetch|document-load|xml-http-request|user-interaction))|@elastic\/opentelemetry-browser/;
const EXPORTS = /\bmodule\.exports\s*=\s*(?=\{)|\bexport\s+default\s+(?=\{)/g;
const VARIABLE = /\bprocess\.env(?:\.([A-Za-z_]\w*)|\[["']([A-Za-z_]\w*)["']\])\s*=(?!=)\s*/g;

/** `start({…})` and `elastic-apm-node.js` of the Node.js agent, `init({…})` of the browser's, what a page's exporter sends as its authorization, and variables that code sets. */
export const javascript: Reader = {
  id: 'javascript',
  title: 'JavaScript or TypeScript',
  matches: (name) => /\.([cm]?[jt]sx?|vue|svelte|html?)$/.test(name) && !/\.(min|d)\.[cm]?[jt]s$/.test(name),
  read: (text, name) => {
    const isNode = /elastic-apm-node/.test(text) || /^elastic-apm-node\.c?js$/.test(name);
    const isBrowser = /elastic-apm-rum|@elastic\/apm-rum|elasticApm\.init/.test(text);
    const isOwnFile = /^elastic-apm-node\.c?js$/.test(name) || (name === '' && isNode && !text.includes('.start('));
    return [
      ...(isNode ? calls(text, START, 'nodejs', 'code') : []),
      ...(isBrowser ? calls(text, RUM, 'rum-js', 'code') : []),
      ...(isOwnFile ? calls(text, EXPORTS, 'nodejs', 'file') : []),
      ...(PAGE.test(text) ? calls(text, HEADERS, 'otel-browser', 'code').filter(isAuthorization) : []),
      ...variables(text),
    ];
  },
};

function isAuthorization({ name }: WrittenSetting): boolean {
  return /^authorization$/i.test(name);
}

function calls(text: string, pattern: RegExp, agent: string, form: 'code' | 'file'): WrittenSetting[] {
  return callsIn(text, pattern).flatMap((open) => {
    return codeEntries(text, open, SYNTAX).map(({ name, nameSpan, valueSpan, wholeSpan }) => {
      const { value, isText } = codeLiteral(text.slice(valueSpan.start, valueSpan.end));
      return readAs({
        name,
        kind: 'own',
        form,
        agents: [agent],
        value,
        isText,
        nameSpan,
        valueSpan,
        wholeSpan,
        scope: `${agent}@${open}`,
        quote: (mended) => (isText ? quoteJavaScript(mended) : mended),
      });
    });
  });
}

function variables(text: string): WrittenSetting[] {
  return [...text.matchAll(VARIABLE)].map((match) => {
    const name = match[1] ?? match[2] ?? '';
    const start = match.index + match[0].indexOf(name, 'process.env'.length);
    const at = match.index + match[0].length;
    const literal = skipToken(text, at, SYNTAX);
    const end = literal > at ? literal : at + (/^[^;\n]*/.exec(text.slice(at, at + 2000))?.[0].trimEnd().length ?? 0);
    return readAs({
      name,
      value: codeLiteral(text.slice(at, end)).value,
      nameSpan: { start, end: start + name.length },
      valueSpan: { start: at, end },
      wholeSpan: ownLines(text, { start: match.index, end }),
      quote: quoteJavaScript,
    });
  });
}
