import { quoteFish } from '../../quote/fish.ts';
import { wholeLines } from '../lines-of.ts';
import { readAs } from '../read-as.ts';
import type { Reader } from '../reader.ts';
import { fishWord } from './shell-words.ts';
import { systemProperties } from './system-properties.ts';

const SET = /^[ \t]*set[ \t]+(?:-\w+[ \t]+|--\w+[ \t]+)*([A-Za-z_]\w*)[ \t]+/gm;

/** Scripts of fish: `set -gx NAME value`. */
export const fishShell: Reader = {
  id: 'fish',
  title: 'lines of fish',
  matches: (name) => name.endsWith('.fish'),
  read: (text) => {
    const found = [...text.matchAll(SET)].map((match) => {
      const [line, name = ''] = match;
      const start = match.index + line.trimEnd().length - name.length;
      const at = match.index + line.length;
      const { end, value } = fishWord(text, at);
      const nameSpan = { start, end: start + name.length };
      return readAs({
        name,
        value,
        nameSpan,
        valueSpan: { start: at, end },
        wholeSpan: wholeLines(text, { start, end }),
        quote: quoteFish,
      });
    });
    return [...found, ...systemProperties(text, found)];
  },
};
