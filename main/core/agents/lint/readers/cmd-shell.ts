import { linesOf, wholeLines } from '../lines-of.ts';
import { quotePlain } from '../quote-plain.ts';
import { readAs } from '../read-as.ts';
import type { Reader } from '../reader.ts';
import { systemProperties } from './system-properties.ts';

const QUOTED = /(?<=(?:^|[\s@&(])set[ \t]+")([A-Za-z_]\w*)=([^"]*)"/i;
const BARE = /(?<=(?:^|[\s@&(])set[ \t]+)([A-Za-z_]\w*)=([^"&|<>]*)$/i;
const KEPT = /(?<=(?:^|[\s@&])setx[ \t]+)([A-Za-z_]\w*)[ \t]+"?([^"]*)"?[ \t]*(?:\/m)?$/i;

/** Batch files and lines of cmd: `set "NAME=value"`, `set NAME=value` and `setx NAME value`. */
export const cmdShell: Reader = {
  id: 'cmd',
  title: 'lines of cmd',
  matches: (name) => /\.(bat|cmd)$/.test(name),
  read: (text) => {
    const found = linesOf(text).flatMap((line) => {
      const match = QUOTED.exec(line.text) ?? BARE.exec(line.text) ?? KEPT.exec(line.text);
      if (match === null || /^\s*(rem|::)/i.test(line.text)) return [];
      const [all, name = '', value = ''] = match;
      const start = line.start + match.index;
      const isAlone =
        /^\s*@?setx?\s+"?$/i.test(line.text.slice(0, match.index)) &&
        line.text.slice(match.index + all.length).trim() === '';
      const at = start + all.indexOf(value, name.length + 1);
      return [
        readAs({
          name,
          value: value.includes('%') ? null : value,
          quote: quotePlain,
          nameSpan: { start, end: start + name.length },
          valueSpan: {
            start: value === '' ? start + name.length + 1 : at,
            end: (value === '' ? start + name.length + 1 : at) + value.length,
          },
          wholeSpan: isAlone ? wholeLines(text, line) : { start, end: start + all.replace(/"$/, '').length },
        }),
      ];
    });
    return [...found, ...systemProperties(text, found)];
  },
};
