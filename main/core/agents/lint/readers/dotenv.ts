import { quoteDotenv } from '../../quote/dotenv.ts';
import { linesOf, wholeLines } from '../lines-of.ts';
import { readAs } from '../read-as.ts';
import type { Reader } from '../reader.ts';
import { systemProperties } from './system-properties.ts';

const LINE = /^[ \t]*(?:export[ \t]+)?([A-Za-z_][\w.]*)[ \t]*=[ \t]*/;
const QUOTED = /^(["'`])([\s\S]*?)\1/;

/** `.env` files and the `EnvironmentFile` of systemd: one assignment a line. */
export const dotenv: Reader = {
  id: 'dotenv',
  title: 'a .env file',
  matches: (name) => /^\.env(\..+)?$|\.env$/.test(name),
  read: (text, file) => {
    const found = linesOf(text).flatMap((line) => {
      const match = LINE.exec(line.text);
      // In a text that may be anything, spaces around the sign are those of another language.
      if (match === null || (file === '' && /[ \t]=|=[ \t]/.test(match[0]))) return [];
      const [all, name = ''] = match;
      const start = line.start + all.indexOf(name);
      const at = line.start + all.length;
      const rest = line.text.slice(all.length);
      const quoted = QUOTED.exec(rest);
      const bare = rest.replace(/[ \t]+#.*$/, '').trimEnd();
      const [written, value] = quoted === null ? [bare, bare] : [quoted[0], quoted[2] ?? ''];
      return [
        readAs({
          name,
          value: isComputed(value, quoted?.[1]) ? null : value,
          nameSpan: { start, end: start + name.length },
          valueSpan: { start: at, end: at + written.length },
          wholeSpan: wholeLines(text, line),
          quote: quoteDotenv,
        }),
      ];
    });
    return [...found, ...systemProperties(text, found)];
  },
};

/** Some readers put other variables in; between single quotes none does. */
function isComputed(value: string, quote: string | undefined): boolean {
  return quote !== "'" && /\$[{(A-Za-z_]/.test(value);
}
