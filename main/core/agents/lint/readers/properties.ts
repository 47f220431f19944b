import { quoteProperties } from '../../quote/properties.ts';
import { linesOf, wholeLines } from '../lines-of.ts';
import { readAs } from '../read-as.ts';
import type { Reader } from '../reader.ts';

const LINE = /^[ \t\f]*([A-Za-z_][\w.-]*)[ \t]*[=: \t][ \t]*/;
const PREFIX = 'elastic.apm.';

/** `elasticapm.properties` of the Java agent (java.util.Properties, `load`). A prefix that only system properties have is kept, so that it is told. */
export const properties: Reader = {
  id: 'properties',
  title: 'elasticapm.properties',
  matches: (name) => /^elasticapm.*\.properties$/.test(name),
  read: (text, name) => {
    if (name === '' && !isWhollyProperties(text)) return [];
    return linesOf(text).flatMap((line) => {
      const match = LINE.exec(line.text);
      if (match === null) return [];
      const [all, name = ''] = match;
      const start = line.start + all.indexOf(name);
      const at = line.start + all.length;
      const written = line.text.slice(all.length);
      return [
        readAs({
          name,
          lookup: name.startsWith(PREFIX) ? name.slice(PREFIX.length) : name,
          kind: 'own',
          form: 'file',
          agents: ['java'],
          value: unescaped(written),
          nameSpan: { start, end: start + name.length },
          valueSpan: { start: at, end: line.end },
          wholeSpan: wholeLines(text, line),
          // Behind white space alone, a first = or : would be the sign between name and value.
          quote: (value) =>
            /[=:]\s*$/.test(all) ? quoteProperties(value) : quoteProperties(value).replace(/^[=:]/, '\\$&'),
        }),
      ];
    });
  },
};

/** A text without a name may be anything, and most of what has names and colons in it is something else. */
function isWhollyProperties(text: string): boolean {
  return linesOf(text).every((line) => /^\s*([#!].*)?$|^\s*[a-z_]+(\.[a-z_]+)*\s*=/.test(line.text));
}

function unescaped(written: string): string | null {
  if (/\$\{/.test(written) || /(^|[^\\])\\$/.test(written)) return null;
  return written.replace(/\\(?:u([0-9a-fA-F]{4})|(.))/g, (_, code: string | undefined, plain: string | undefined) =>
    code === undefined ? (plain ?? '') : String.fromCharCode(Number.parseInt(code, 16)),
  );
}
