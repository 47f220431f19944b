import { quotePython } from '../../quote/python.ts';
import { ownLines } from '../lines-of.ts';
import { readAs } from '../read-as.ts';
import type { Reader } from '../reader.ts';
import type { WrittenSetting } from '../written-setting.ts';
import { type CodeSyntax, callsIn, codeEntries, skipToken } from './code-entries.ts';
import { codeLiteral } from './code-literal.ts';

const DICTIONARY: CodeSyntax = { lineComment: '#', blockComment: null, quotes: ['"""', "'''", '"', "'"], joins: [':'] };
const CALL: CodeSyntax = { ...DICTIONARY, joins: ['='] };

const SETTINGS = /\bELASTIC_APM["']?\s*\]?\s*(?::[^=\n]*)?=\s*(?=\{)/g;
const CALLS = /\b(?:ElasticAPM|make_apm_client|Client|Elasticapm)(?=\()/g;
const ENVIRON =
  /\bos\.environ(?:\[\s*["']([A-Za-z_]\w*)["']\s*\]\s*=(?!=)\s*|\.setdefault\(\s*["']([A-Za-z_]\w*)["']\s*,\s*)/g;

/** Arguments of the calls that are those of the application or of other clients. */
const NOT_SETTINGS = ['app', 'client', 'framework_name', 'framework_version', 'config', 'middleware'];

/** Settings of the Python agent: the dictionary of Django and Flask, the arguments of its calls, and variables that code sets. */
export const python: Reader = {
  id: 'python',
  title: 'Python',
  matches: (name) => name.endsWith('.py'),
  read: (text) => {
    const dictionaries = callsIn(text, SETTINGS).flatMap((open) => entries(text, open, DICTIONARY, 'file'));
    const isAgent = /\belasticapm\b/.test(text);
    const calls = isAgent ? callsIn(text, CALLS).flatMap((open) => callAt(text, open)) : [];
    return [...dictionaries, ...calls, ...variables(text)];
  },
};

/** The keyword arguments of a call, and of a dictionary that is its first argument. */
function callAt(text: string, open: number): WrittenSetting[] {
  const brace = /^\(\s*(?=\{)/.exec(text.slice(open, open + 400))?.[0].length;
  return [
    ...entries(text, open, CALL, 'code'),
    ...(brace === undefined ? [] : entries(text, open + brace, DICTIONARY, 'file')),
  ];
}

function entries(text: string, open: number, syntax: CodeSyntax, form: 'code' | 'file'): WrittenSetting[] {
  return codeEntries(text, open, syntax)
    .filter(({ name }) => form === 'file' || !NOT_SETTINGS.includes(name))
    .map(({ name, nameSpan, valueSpan, wholeSpan }) => {
      const { value, isText } = codeLiteral(text.slice(valueSpan.start, valueSpan.end));
      return readAs({
        name,
        lookup: form === 'code' ? name.toUpperCase() : name,
        kind: 'own',
        form,
        agents: ['python'],
        value,
        isText,
        nameSpan,
        valueSpan,
        wholeSpan,
        scope: `python@${open}`,
        quote: (mended) => (isText ? quotePython(mended) : (BARE[mended] ?? mended)),
        spell: (real) => (form === 'code' ? real.toLowerCase() : real),
      });
    });
}

/** A bare boolean stays bare. */
const BARE: Readonly<Record<string, string>> = { true: 'True', false: 'False' };

function variables(text: string): WrittenSetting[] {
  return [...text.matchAll(ENVIRON)].map((match) => {
    const name = match[1] ?? match[2] ?? '';
    const start = match.index + match[0].indexOf(name, 'os.environ'.length);
    const at = match.index + match[0].length;
    const isCall = match[2] !== undefined;
    const literal = skipToken(text, at, DICTIONARY);
    const rest = /^[^\n#;)]*/.exec(text.slice(at, at + 2000))?.[0].trimEnd() ?? '';
    const written = literal > at ? text.slice(at, literal) : rest;
    return readAs({
      name,
      value: codeLiteral(written).value,
      nameSpan: { start, end: start + name.length },
      valueSpan: { start: at, end: at + written.length },
      wholeSpan: ownLines(text, { start: match.index, end: at + written.length + (isCall ? 1 : 0) }),
      quote: quotePython,
    });
  });
}
