import { basename, dirname, resolve } from 'node:path';
import type { Program } from './program.ts';

/** `sealwire` and a word after it, where a sentence begins or names a command; not in the middle of a path or of another word. */
const NAMED = /(^|[\s`(])sealwire (?=[a-z])/g;

/**
 * A text whose commands can be typed as they stand: where `sealwire` is not on the PATH, as in a clone, its name becomes the path of its script, short in
 * the folder that it lies in. Ask it only about our own words, never about what came from outside.
 */
export function typedHere(text: string, program: Pick<Program, 'command' | 'workingFolder'>): string {
  return text.replace(NAMED, (_, before: string) => `${before}${nameOf(program)} `);
}

function nameOf({ command, workingFolder }: Pick<Program, 'command' | 'workingFolder'>): string {
  if (command === 'sealwire') return command;
  const isWindows = /\.cmd$/i.test(command);
  if (dirname(resolve(command)) === workingFolder) return isWindows ? '.\\sealwire' : `./${basename(command)}`;
  if (/^[\w./~:\\-]+$/.test(command)) return command;
  return isWindows ? `"${command}"` : `'${command.replaceAll("'", "'\\''")}'`;
}
