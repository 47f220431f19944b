import { marked } from '../marks.ts';
import { CannotEdit, type FileEditor } from './file-editor.ts';

/** Instructions that start the container; what they start is given its variables before. */
const STARTS = /^\s*(?:CMD|ENTRYPOINT)\s/i;
const STAGE = /^\s*FROM\s/i;
const ESCAPE = /^#\s*escape\s*=\s*`\s*$/im;

/** A Dockerfile: `ENV` before the command of its last stage. A later `ENV` wins over an earlier one, so nothing is left out (docs.docker.com, Dockerfile reference, "ENV"). */
export const dockerfile: FileEditor = {
  as: 'docker',
  comment: '#',
  takes: (name) => /^(?:Dockerfile|Containerfile)(?:\.|$)|\.(?:Dockerfile|Containerfile)$/i.test(name),
  edit: (text, lines) => {
    const present = text.replace(/\n$/, '').split('\n');
    const stage = instructionAt(present, STAGE, 0, true);
    if (stage === -1) throw new CannotEdit('it has no FROM, so it is no Dockerfile');
    if (ESCAPE.test(text.slice(0, text.search(STAGE)))) {
      throw new CannotEdit('it makes the backquote its escape character, and these lines use the backslash');
    }
    const start = instructionAt(present, STARTS, stage + 1, false);
    const at = start === -1 ? present.length : start;
    return `${[...present.slice(0, at), ...marked(lines, '#'), ...present.slice(at)].join('\n')}\n`;
  },
};

/** The first or last line from `from` on that begins such an instruction; a line that continues another begins none. -1 where there is none. */
function instructionAt(lines: readonly string[], instruction: RegExp, from: number, isLast: boolean): number {
  const begins = (line: string, at: number): boolean =>
    at >= from && instruction.test(line) && !/\\\s*$/.test(lines[at - 1] ?? '');
  return isLast ? lines.findLastIndex(begins) : lines.findIndex(begins);
}
