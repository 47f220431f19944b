import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { fail } from '../contract/errors.ts';
import { nearestWord } from '../core/nearest-word.ts';
import type { CommandMeta, OptionMeta } from './command.ts';
import type { Given } from './given.ts';
import { GLOBAL_OPTIONS } from './global-options.ts';

/**
 * Checks what was typed after a command against its `meta`. Throws `USAGE` for an option that it does not take (with the nearest), a value
 * that is missing or not allowed, and words too few or too many.
 */
export function readOptions(
  name: string,
  meta: CommandMeta,
  args: readonly string[],
  rest: readonly string[] | null,
): Given {
  const known: Readonly<Record<string, OptionMeta>> = { ...meta.options, ...GLOBAL_OPTIONS };
  const { tokens } = parseArgs({
    args: [...args],
    options: configOf(known),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const flags = new Map<string, boolean>();
  const values = new Map<string, string[]>();
  const words: string[] = [];

  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value);
    if (token.kind !== 'option') continue;
    const { option, key, isNegated } = knownOption(token.rawName, known, name);
    if (option.kind === 'flag') {
      if (token.inlineValue === true)
        throw fail('USAGE', { what: `${token.rawName} takes no value.`, fix: `Write it alone: ${token.rawName}` });
      flags.set(key, !isNegated);
    } else {
      const value = checkedValue(token.rawName, option, token.value, token.inlineValue === true);
      if (option.many !== true && values.has(key))
        throw fail('USAGE', { what: `${token.rawName} can be given once.`, fix: `Keep one of them. ${seeHelp(name)}` });
      values.set(key, [...(values.get(key) ?? []), value]);
    }
  }

  return {
    ...sortedWords(name, meta, words, rest),
    flag: (key) => flags.get(key) ?? null,
    value: (key) => values.get(key)?.[0],
    values: (key) => values.get(key) ?? [],
  };
}

function configOf(known: Readonly<Record<string, OptionMeta>>): ParseArgsOptionsConfig {
  return Object.fromEntries(
    Object.entries(known).map(([name, option]) => [name, { type: option.kind === 'flag' ? 'boolean' : 'string' }]),
  );
}

function knownOption(
  typed: string,
  known: Readonly<Record<string, OptionMeta>>,
  command: string,
): { option: OptionMeta; key: string; isNegated: boolean } {
  const key = typed.replace(/^--?/, '');
  if (typed.startsWith('--') && Object.hasOwn(known, key)) {
    const option = known[key];
    if (option !== undefined) return { option, key, isNegated: false };
  }
  const positive = key.replace(/^no-/, '');
  const option = Object.hasOwn(known, positive) ? known[positive] : undefined;
  if (typed.startsWith('--no-') && option?.kind === 'flag' && option.negatable === true) {
    return { option, key: positive, isNegated: true };
  }
  const near = nearestWord(key, Object.keys(known));
  throw fail('USAGE', {
    what: `"sealwire ${command}" has no option ${typed}.`,
    fix: near === null ? seeHelp(command) : `Did you mean: --${near}`,
  });
}

function checkedValue(
  typed: string,
  option: Extract<OptionMeta, { kind: 'value' }>,
  value: string | undefined,
  isInline: boolean,
): string {
  if (value === undefined || value === '' || (!isInline && value.startsWith('-'))) {
    throw fail('USAGE', {
      what: `${typed} needs a value.`,
      fix: `Write it after the option: ${typed} ${option.value}`,
    });
  }
  if (option.oneOf === undefined || option.oneOf.includes(value)) return value;
  const near = nearestWord(value, option.oneOf);
  throw fail('USAGE', {
    what: `${typed} cannot be "${value}".`,
    fix: near === null ? `One of: ${option.oneOf.join(', ')}.` : `Did you mean: ${typed} ${near}`,
  });
}

function sortedWords(
  name: string,
  meta: CommandMeta,
  words: readonly string[],
  rest: readonly string[] | null,
): Pick<Given, 'words' | 'rest'> {
  const asked = meta.words ?? [];
  const takesRest = asked.some((word) => word.startsWith('-- '));
  const plain = asked.filter((word) => !word.startsWith('-- '));
  const given = takesRest ? words : [...words, ...(rest ?? [])];
  const missing = plain.filter((word) => !word.startsWith('['))[given.length];
  if (missing !== undefined) throw fail('USAGE', { what: `"sealwire ${name}" needs ${missing}.`, fix: seeHelp(name) });
  const stray = given[plain.length];
  if (stray !== undefined) {
    throw fail('USAGE', {
      what: `"sealwire ${name}" does not know what to do with "${stray}".`,
      fix: takesRest
        ? `Put two dashes before the command: sealwire ${name} -- ${[...given, ...(rest ?? [])].join(' ')}`
        : seeHelp(name),
    });
  }
  if (takesRest && (rest ?? []).length === 0) {
    throw fail('USAGE', {
      what: `"sealwire ${name}" needs a command after two dashes.`,
      fix: `For example: sealwire ${name} -- node app.js`,
    });
  }
  return { words: given, rest: rest ?? [] };
}

function seeHelp(name: string): string {
  return `See what it takes: sealwire ${name} --help`;
}
