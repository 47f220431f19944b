import { linesOf, wholeLines } from '../lines-of.ts';
import { quotePlain } from '../quote-plain.ts';
import { readAs } from '../read-as.ts';
import type { Reader } from '../reader.ts';

const OWN = /^[ \t]*(?:php(?:_admin)?_value\[)?elastic_apm\.(\w+)\]?[ \t]*=[ \t]*/;
const VARIABLE = /^[ \t]*env\[([A-Za-z_]\w*)\][ \t]*=[ \t]*/;
const VALUE = /^("[^"]*"|'[^']*'|[^;]*)/;

/** Settings of PHP's agent in php.ini and the pools of PHP-FPM, and the variables of a pool. */
export const ini: Reader = {
  id: 'ini',
  title: 'an ini file of PHP',
  matches: (name) => /\.(ini|conf)$/.test(name),
  read: (text) =>
    linesOf(text).flatMap((line) => {
      const own = OWN.exec(line.text);
      const match = own ?? VARIABLE.exec(line.text);
      if (match === null) return [];
      const [all, name = ''] = match;
      const start =
        line.start +
        all.indexOf(name, own === null ? all.indexOf('[') : all.indexOf('elastic_apm.') + 'elastic_apm.'.length);
      const at = line.start + all.length;
      const written = (VALUE.exec(line.text.slice(all.length))?.[0] ?? '').trimEnd();
      const value = written.replace(/^(["'])([\s\S]*)\1$/, '$2');
      return [
        readAs({
          name: own === null ? name : `elastic_apm.${name}`,
          lookup: name,
          kind: own === null ? 'variable' : 'own',
          form: own === null ? 'env' : 'file',
          agents: ['php'],
          value: value.includes('$') ? null : value,
          isText: written !== value,
          nameSpan: { start, end: start + name.length },
          valueSpan: { start: at, end: at + written.length },
          wholeSpan: wholeLines(text, line),
          quote: (mended) => `"${quotePlain(mended)}"`,
          spell: (real) => real.replace(/^elastic_apm\./, ''),
        }),
      ];
    }),
};
