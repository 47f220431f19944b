import { fail } from '../contract/errors.ts';
import { nearestWord } from '../core/words/nearest-word.ts';
import { GLOBAL_OPTIONS } from './global-options.ts';

/** What the command line asks for, before anything but the names of commands is known. */
export type Asked =
  | { readonly kind: 'help'; readonly topic: string }
  | {
      readonly kind: 'command';
      readonly name: string;
      readonly args: readonly string[];
      readonly rest: readonly string[] | null;
    };

/**
 * Finds the command among `names`. Its words come first, apart from global options; `rest` is what follows `--`. Throws `USAGE` with the
 * nearest name where there is no such command.
 */
export function findCommand(argv: readonly string[], names: readonly string[]): Asked {
  const dashes = argv.indexOf('--');
  const own = dashes === -1 ? argv : argv.slice(0, dashes);
  const rest = dashes === -1 ? null : argv.slice(dashes + 1);

  const places = leadingWords(own);
  const words = places.map((place) => own[place] ?? '');
  const asksHelp = own.includes('--help') || own.includes('-h');
  if (words.length === 0 && own.includes('--version'))
    return { kind: 'command', name: 'version', args: without(own, [own.indexOf('--version')]), rest };
  if (words.length === 0 && (asksHelp || rest === null)) {
    const stray = own.find((arg) => arg.startsWith('-') && !isGlobal(arg) && arg !== '-h');
    if (stray === undefined) return { kind: 'help', topic: '' };
    throw fail('USAGE', { what: `${stray} needs a command before it.`, fix: 'See them all: sealwire help' });
  }

  const length = [3, 2, 1].find((count) => words.length >= count && names.includes(words.slice(0, count).join(' ')));
  // The longest group that the words begin with: `server keystore` before `server`.
  const group = [2, 1]
    .map((count) => words.slice(0, count))
    .find((some) => names.some((name) => name.startsWith(`${some.join(' ')} `)));
  if (asksHelp && (length !== undefined || group?.length === words.length)) {
    return { kind: 'help', topic: words.slice(0, length).join(' ') };
  }
  if (length === undefined) throw group === undefined ? unknownCommand(words, names) : incomplete(group, words, names);
  const name = words.slice(0, length).join(' ');
  return { kind: 'command', name, args: without(own, places.slice(0, length)), rest };
}

/** Positions of the words at the start: global options, and the values of those that take one, may stand among them. */
function leadingWords(args: readonly string[]): number[] {
  const places: number[] = [];
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? '';
    if (!arg.startsWith('-')) places.push(at);
    else if (!isGlobal(arg)) break;
    else if (takesValue(arg)) at++;
  }
  return places;
}

function isGlobal(arg: string): boolean {
  return arg === '-h' || Object.hasOwn(GLOBAL_OPTIONS, optionName(arg));
}

function takesValue(arg: string): boolean {
  const option = Object.entries(GLOBAL_OPTIONS).find(([name]) => name === optionName(arg))?.[1];
  return option?.kind === 'value' && !arg.includes('=');
}

function optionName(arg: string): string {
  return arg.replace(/^--/, '').replace(/=.*$/s, '');
}

function without(args: readonly string[], places: readonly number[]): string[] {
  return args.filter((_, at) => !places.includes(at));
}

function incomplete(groupWords: readonly string[], words: readonly string[], names: readonly string[]): Error {
  const group = groupWords.join(' ');
  const second = words[groupWords.length];
  const members = names.filter((name) => name.startsWith(`${group} `));
  if (second === undefined) {
    return fail('USAGE', { what: `"sealwire ${group}" needs one more word.`, fix: `One of: ${members.join(', ')}.` });
  }
  const near = nearestWord(
    second,
    members.map((name) => name.slice(group.length + 1)),
  );
  return fail('USAGE', {
    what: `There is no command "${group} ${second}".`,
    fix: near === null ? `There are: ${members.join(', ')}.` : `Did you mean: sealwire ${group} ${near}`,
  });
}

/** The command or group of commands that was most likely meant, also where its two words changed places; null where none is near. */
export function nearestCommand(words: readonly string[], names: readonly string[]): string | null {
  const [first = '', second = ''] = words;
  const groups = names.map((name) => name.split(' ')[0] ?? name);
  const swapped = second === '' ? null : nearestWord(`${second} ${first}`, names);
  return nearestWord(`${first} ${second}`.trim(), names) ?? swapped ?? nearestWord(first, groups);
}

function unknownCommand(words: readonly string[], names: readonly string[]): Error {
  const near = nearestCommand(words, names);
  return fail('USAGE', {
    what: `There is no command "${words[0]}".`,
    fix: near === null ? 'See them all: sealwire help' : `Did you mean: sealwire ${near}`,
  });
}
