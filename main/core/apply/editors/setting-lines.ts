import { type Comment, leftOut, marked } from '../marks.ts';
import { CannotEdit, type FileEditor } from './file-editor.ts';

/** A format in which each setting begins a line. */
export interface LineFormat {
  readonly as: string;
  readonly comment: Comment;
  takes(name: string): boolean;
  /** Its first group is the name of the setting. */
  readonly setting: RegExp;
  /** Index of the last line of the setting that begins in line `at`. */
  lastLine(lines: readonly string[], at: number): number;
}

/** `NAME=value`, as dotenv libraries and Node's `--env-file` read it. */
const DOTENV: LineFormat = {
  as: 'dotenv',
  comment: '#',
  takes: (name) => /^\.env(?:\.|$)|\.env$/.test(name),
  setting: /^\s*(?:export\s+)?([\w.]+)\s*=/,
  lastLine: (lines, at) => endOfQuotes(lines, at, '"\'`'),
};

/** `java.util.Properties`: an odd number of backslashes at the end of a line continues it. */
const PROPERTIES: LineFormat = {
  as: 'file',
  comment: '#',
  takes: (name) => name.endsWith('.properties'),
  setting: /^\s*([\w.]+)\s*[=:]/,
  lastLine: (lines, at) => lines.findIndex((line, index) => index >= at && !/(?<!\\)(?:\\\\)*\\$/.test(line)),
};

/** Settings at the top level of a YAML file; what is indented, or a list below it, belongs to the one above. */
const YAML: LineFormat = {
  as: 'file',
  comment: '#',
  takes: (name) => /\.ya?ml$/.test(name),
  setting: /^([\w.]+)\s*:(?:\s|$)/,
  lastLine: (lines, at) => {
    const next = lines.findIndex((line, index) => index > at && !/^(?:\s|- |-$|$)/.test(line));
    const rest = lines.slice(at, next === -1 ? undefined : next);
    return (
      at +
      Math.max(
        0,
        rest.findLastIndex((line) => line.trim() !== ''),
      )
    );
  },
};

/** PHP's ini files. */
const INI: LineFormat = {
  as: 'file',
  comment: ';',
  takes: (name) => name.endsWith('.ini'),
  setting: /^\s*([\w.]+)\s*=/,
  lastLine: (lines, at) => endOfQuotes(lines, at, '"'),
};

/** Adds lines at the end of a file, where the last of two settings wins, and leaves out those that set the same. */
function settingLines(format: LineFormat): FileEditor {
  return {
    as: format.as,
    comment: format.comment,
    takes: format.takes,
    edit: (text, lines) => {
      const present = text === '' ? [] : text.replace(/\n$/, '').split('\n');
      const set = new Set(settingsIn(format, lines).map(({ name }) => name));
      for (const { name, first, last } of settingsIn(format, present)) {
        if (!set.has(name)) continue;
        if (last !== first) {
          throw new CannotEdit(`line ${first + 1} sets ${name} over several lines`, 'Take that setting out first.');
        }
        present[first] = leftOut(present[first] ?? '', format.comment);
      }
      return `${[...present, ...marked(lines, format.comment)].join('\n')}\n`;
    },
  };
}

interface FoundSetting {
  readonly name: string;
  readonly first: number;
  readonly last: number;
}

function settingsIn(format: LineFormat, lines: readonly string[]): FoundSetting[] {
  const found: FoundSetting[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const name = format.setting.exec(lines[at] ?? '')?.[1];
    if (name === undefined) continue;
    const last = format.lastLine(lines, at);
    found.push({ name, first: at, last: last === -1 ? lines.length - 1 : last });
    at = last === -1 ? lines.length : last;
  }
  return found;
}

/** A value that opens a quote goes on to the line that closes it; one that is never closed is its line alone, as readers take it. */
function endOfQuotes(lines: readonly string[], at: number, quotes: string): number {
  const line = lines[at] ?? '';
  const value = line.slice(line.indexOf('=') + 1).trimStart();
  const quote = value.charAt(0);
  if (quote === '' || !quotes.includes(quote) || value.slice(1).includes(quote)) return at;
  const end = lines.findIndex((each, index) => index > at && each.includes(quote));
  return end === -1 ? at : end;
}

/** Every format of lines. */
export const LINE_EDITORS: readonly FileEditor[] = [DOTENV, PROPERTIES, YAML, INI].map(settingLines);
