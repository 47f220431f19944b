import { fail } from '../contract/errors.ts';
import { nearestWord } from '../core/nearest-word.ts';
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

  const length = [2, 1].find((count) => words.length >= count && names.includes(words.slice(0, count).join(' ')));
  const isGroup = length === undefined && names.some((name) => name.startsWith(`${words[0]} `));
  if (asksHelp && (length !== undefined || (isGroup && words.length === 1))) {
    return { kind: 'help', topic: words.slice(0, length ?? 1).join(' ') };
  }
  if (length === undefined) throw isGroup ? incomplete(words, names) : unknownCommand(words, names);
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

function incomplete(words: readonly string[], names: readonly string[]): Error {
  const [group = '', second] = words;
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

function unknownCommand(words: readonly string[], names: readonly string[]): Error {
  const typed = words.slice(0, 2).join(' ');
  const groups = names.map((name) => name.split(' ')[0] ?? name);
  const near = nearestWord(typed, names) ?? nearestWord(words[0] ?? '', groups);
  return fail('USAGE', {
    what: `There is no command "${words[0]}".`,
    fix: near === null ? 'See them all: sealwire help' : `Did you mean: sealwire ${near}`,
  });
}
