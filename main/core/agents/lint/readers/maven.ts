import { quotePom } from '../../quote/pom.ts';
import { ownLines } from '../lines-of.ts';
import { readAs } from '../read-as.ts';
import type { Reader } from '../reader.ts';
import type { WrittenSetting } from '../written-setting.ts';
import { systemProperties } from './system-properties.ts';
import { withoutXmlComments, xmlUnescaped } from './xml-escapes.ts';

const BLOCK = /<(environmentVariables|systemPropertyVariables|systemProperties)>/g;
const ENTRY = /<([A-Za-z_][\w.-]{0,200})>([^<]{0,8000})<\/\1>/g;
const LONGEST = 40_000;
const PREFIX = 'elastic.apm.';

/** The variables and system properties that a `pom.xml` gives to what its plugins start, and the options of a Java in it. */
export const maven: Reader = {
  id: 'maven',
  title: 'a pom.xml',
  matches: (name) => name === 'pom.xml' || name.endsWith('.pom'),
  read: (whole) => {
    const text = withoutXmlComments(whole);
    const found = [...text.matchAll(BLOCK)].slice(0, 50).flatMap((match) => {
      const [all, kind = ''] = match;
      const start = match.index + all.length;
      const length = text.slice(start, start + LONGEST).indexOf(`</${kind}>`);
      if (length === -1) return [];
      return entries(whole, text.slice(start, start + length), start, kind === 'environmentVariables');
    });
    return [...found, ...systemProperties(text, found)];
  },
};

/** Each block is of one process. */
function entries(whole: string, block: string, from: number, areVariables: boolean): WrittenSetting[] {
  return [...block.matchAll(ENTRY)].flatMap((match) => {
    const [all, name = '', written = ''] = match;
    const isOwn = name.startsWith(PREFIX);
    if (!areVariables && !isOwn && !/^(otel|elastic\.otel)\./.test(name)) return [];
    const start = from + match.index + 1;
    const lead = /^\s*/.exec(written)?.[0].length ?? 0;
    const at = start + name.length + 1 + lead;
    const text = written.trim();
    const value = xmlUnescaped(text);
    const closing = start - 1 + all.length - 1 - name.length;
    return [
      readAs({
        name,
        ...(areVariables ? {} : asProperty(name, isOwn)),
        // Maven fills in what stands between braces when it runs.
        value: /[$@]\{/.test(value) ? null : value,
        nameSpan: { start, end: start + name.length },
        closingSpan: { start: closing, end: closing + name.length },
        valueSpan: { start: at, end: at + text.length },
        wholeSpan: ownLines(whole, { start: start - 1, end: from + match.index + all.length }),
        scope: `maven@${from}`,
        quote: quotePom,
      }),
    ];
  });
}

function asProperty(name: string, isOwn: boolean): Partial<WrittenSetting> {
  if (!isOwn) return { lookup: name.replaceAll(/[.-]/g, '_').toUpperCase(), form: 'system-property' };
  return {
    lookup: name.slice(PREFIX.length),
    kind: 'own',
    form: 'system-property',
    agents: ['java'],
    spell: (real) => `${PREFIX}${real}`,
  };
}
