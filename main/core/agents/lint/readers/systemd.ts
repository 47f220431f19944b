import { quoteSystemdEnvironment } from '../../quote/systemd.ts';
import { linesOf, wholeLines } from '../lines-of.ts';
import { quotePlain } from '../quote-plain.ts';
import { readAs } from '../read-as.ts';
import type { Reader } from '../reader.ts';
import { systemProperties } from './system-properties.ts';

const ENVIRONMENT = /^[ \t]*Environment[ \t]*=[ \t]*/;
const ASSIGNMENT = /"([A-Za-z_]\w*)=((?:[^"\\]|\\.)*)"|'([A-Za-z_]\w*)=([^']*)'|(?<=^|\s)([A-Za-z_]\w*)=([^\s"']*)/g;

/** `Environment=` of systemd units and their drop-ins. */
export const systemd: Reader = {
  id: 'systemd',
  title: 'a systemd unit',
  matches: (name) => /\.(service|conf|timer|socket)$/.test(name),
  read: (text) => {
    const found = linesOf(text).flatMap((line) => {
      const head = ENVIRONMENT.exec(line.text)?.[0];
      if (head === undefined) return [];
      const body = line.text.slice(head.length);
      const pairs = [...body.matchAll(ASSIGNMENT)];
      return pairs.map((match) => {
        const isQuoted = match[5] === undefined;
        const name = match[1] ?? match[3] ?? match[5] ?? '';
        const written = match[2] ?? match[4] ?? match[6] ?? '';
        const start = line.start + head.length + match.index + (isQuoted ? 1 : 0);
        const at = start + name.length + 1;
        const end = at + written.length;
        return readAs({
          name,
          value: written.replace(/\\(.)/g, '$1').replaceAll('%%', '%'),
          nameSpan: { start, end: start + name.length },
          valueSpan: { start: at, end },
          wholeSpan:
            pairs.length === 1
              ? wholeLines(text, line)
              : { start: start - (isQuoted ? 1 : 0), end: end + (isQuoted ? 1 : 0) },
          quote: match[1] === undefined ? quotePlain : (value) => quoteSystemdEnvironment('', value).slice(2, -1),
        });
      });
    });
    return [...found, ...systemProperties(text, found)];
  },
};
