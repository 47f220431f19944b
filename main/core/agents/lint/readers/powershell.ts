import { quotePwsh } from '../../quote/pwsh.ts';
import { ownLines } from '../lines-of.ts';
import { readAs } from '../read-as.ts';
import type { Reader } from '../reader.ts';
import { pwshWord } from './shell-words.ts';
import { systemProperties } from './system-properties.ts';

const ASSIGNMENT = /\$env:([A-Za-z_]\w*)[ \t]*=[ \t]*/gi;
const SET_VARIABLE = /(?:\[(?:System\.)?Environment\]::)?SetEnvironmentVariable\(\s*["']([A-Za-z_]\w*)["']\s*,\s*/gi;

/** Scripts of PowerShell: `$env:NAME = 'value'` and `[Environment]::SetEnvironmentVariable`. */
export const powershell: Reader = {
  id: 'powershell',
  title: 'lines of PowerShell',
  matches: (name) => /\.psm?1$/.test(name),
  read: (text) => {
    const found = [...text.matchAll(ASSIGNMENT), ...text.matchAll(SET_VARIABLE)]
      .sort((one, other) => one.index - other.index)
      .map((match) => {
        const [all, name = ''] = match;
        const start = match.index + all.lastIndexOf(name);
        const at = match.index + all.length;
        const { end, value } = pwshWord(text, at);
        const isCall = !all.startsWith('$');
        return readAs({
          name,
          value,
          nameSpan: { start, end: start + name.length },
          valueSpan: { start: at, end },
          wholeSpan: ownLines(text, { start: match.index, end: isCall ? closeAt(text, end) : end }),
          quote: quotePwsh,
        });
      });
    return [...found, ...systemProperties(text, found)];
  },
};

/** Behind the bracket that closes a call, on the same line. */
function closeAt(text: string, from: number): number {
  const close = /^[^\n)]*\)/.exec(text.slice(from, from + 200))?.[0].length ?? 0;
  return from + close;
}
