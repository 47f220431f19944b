import { linesOf } from '../lines-of.ts';
import type { Reader } from '../reader.ts';
import { posixShell } from './posix-shell.ts';

/** The kind of a process, and the command that a shell is given. */
const LINE = /^([A-Za-z0-9_-]+):[ \t]*(?=\S)/;

/** The variables before the commands of a Procfile, and the options of a Java in them; each line is a process of its own. */
export const procfile: Reader = {
  id: 'procfile',
  title: 'a Procfile',
  matches: (name) => /^procfile(\..+)?$/.test(name),
  read: (text, name) => {
    const lines = linesOf(text).filter((line) => line.text.trim() !== '' && !/^\s*#/.test(line.text));
    // A text without a name may be anything, and most of what has a word and a colon in it is something else.
    if (name === '' && !lines.every((line) => LINE.test(line.text))) return [];
    const found = posixShell.read(text, name);
    return lines.flatMap((line) => {
      const kind = LINE.exec(line.text)?.[1];
      if (kind === undefined) return [];
      return found
        .filter(({ nameSpan }) => line.start <= nameSpan.start && nameSpan.end <= line.end)
        .map((each) => ({ ...each, scope: `procfile:${kind}` }));
    });
  },
};
