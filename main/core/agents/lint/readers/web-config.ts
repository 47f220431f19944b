import { ownLines } from '../lines-of.ts';
import { readAs } from '../read-as.ts';
import type { Reader } from '../reader.ts';
import { withoutXmlComments, xmlUnescaped } from './xml-escapes.ts';

const OWN = /<add\s+key\s*=\s*"ElasticApm:(\w+)"\s+value\s*=\s*"([^"<]*)"\s*\/>/g;
const VARIABLE = /<(?:add|environmentVariable)\s+name\s*=\s*"([A-Za-z_]\w*)"\s+value\s*=\s*"([^"<]*)"\s*\/>/g;
const PREFIX = 'ElasticApm:';

/** `appSettings` of Web.config and App.config, and the variables of `aspNetCore` and of application pools in it. */
export const webConfig: Reader = {
  id: 'web-config',
  title: 'Web.config',
  matches: (name) => /\.config$/.test(name),
  read: (text) => {
    const plain = withoutXmlComments(text);
    return [...plain.matchAll(OWN), ...plain.matchAll(VARIABLE)]
      .sort((one, other) => one.index - other.index)
      .map((match) => {
        const [all, name = '', value = ''] = match;
        const isOwn = all.includes(`"${PREFIX}`);
        const start = match.index + all.indexOf(isOwn ? `${PREFIX}${name}` : `"${name}"`) + (isOwn ? PREFIX.length : 1);
        const end = match.index + all.lastIndexOf('"');
        return readAs({
          name,
          kind: isOwn ? 'own' : 'variable',
          form: isOwn ? 'file' : 'env',
          agents: isOwn ? ['dotnet', 'dotnet-framework'] : [],
          value: xmlUnescaped(value),
          nameSpan: { start, end: start + name.length },
          valueSpan: { start: end - value.length, end },
          wholeSpan: ownLines(text, { start: match.index, end: match.index + all.length }),
          quote: escaped,
          spell: (real) => real.slice(real.startsWith(PREFIX) ? PREFIX.length : 0),
        });
      });
  },
};

const ESCAPES: Readonly<Record<string, string>> = { '"': '&quot;', '<': '&lt;', '>': '&gt;', '&': '&amp;' };

function escaped(value: string): string {
  return value.replace(/["<>&]/g, (character) => ESCAPES[character] ?? character);
}
