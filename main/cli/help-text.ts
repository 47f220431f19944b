import type { CommandMeta, OptionMeta } from './command.ts';
import { GLOBAL_OPTIONS } from './global-options.ts';
import type { Paint } from './paint.ts';
import { table } from './table.ts';

/** A command's name with what it says about itself. */
export interface NamedMeta {
  readonly name: string;
  readonly meta: CommandMeta;
}

/** The list of commands: all of them, or those whose first word is `group`. */
export function listHelp(commands: readonly NamedMeta[], group: string, paint: Paint): string[] {
  const shown = group === '' ? commands : commands.filter(({ name }) => name.startsWith(`${group} `));
  const rows = shown.map(({ name, meta }) => [`  ${signature(name, meta)}`, meta.summary]);
  return [
    ...(group === '' ? ['Makes the connection between APM agents and APM Server secure, and proves it.', ''] : []),
    paint.strong(group === '' ? 'Commands' : `Commands of "${group}"`),
    ...table(['', ''], rows).slice(1),
    '',
    paint.strong('Every command takes'),
    ...optionLines(GLOBAL_OPTIONS),
    '',
    'More about one: sealwire COMMAND --help',
  ];
}

/** Everything about one command. */
export function commandHelp({ name, meta }: NamedMeta, paint: Paint): string[] {
  const { options = {}, examples = [] } = meta;
  const hasOptions = Object.keys(options).length > 0;
  return [
    `${meta.summary}.`,
    '',
    `${paint.strong('Usage')}  sealwire ${signature(name, meta, hasOptions)}`,
    ...(hasOptions ? ['', paint.strong('Options'), ...optionLines(options)] : []),
    '',
    paint.strong('Every command takes'),
    ...optionLines(GLOBAL_OPTIONS),
    ...(examples.length === 0 ? [] : ['', paint.strong('Examples'), ...exampleLines(examples)]),
  ];
}

function signature(name: string, meta: CommandMeta, withOptions = false): string {
  return [name, ...(withOptions ? ['[OPTIONS]'] : []), ...(meta.words ?? [])].join(' ');
}

function optionLines(options: Readonly<Record<string, OptionMeta>>): string[] {
  const rows = Object.entries(options).map(([name, option]) => [`  ${typed(name, option)}`, explained(option)]);
  return table(['', ''], rows).slice(1);
}

function typed(name: string, option: OptionMeta): string {
  if (option.kind === 'flag') return option.negatable === true ? `--${name}, --no-${name}` : `--${name}`;
  return `--${name} ${option.value}${option.many === true ? ' …' : ''}`;
}

function explained(option: OptionMeta): string {
  if (option.kind === 'flag') return option.help;
  const choices = option.oneOf === undefined ? '' : `: ${option.oneOf.join(', ')}`;
  return `${option.help}${choices}${option.many === true ? ' (repeatable)' : ''}`;
}

function exampleLines(examples: readonly (readonly [string, string])[]): string[] {
  return table(
    ['', ''],
    examples.map(([line, does]) => [`  ${line}`, does]),
  ).slice(1);
}
