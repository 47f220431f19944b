import type { Shell, Wiring } from './definition.ts';
import { quoteBash } from './quote/bash.ts';
import { quoteCmdAssignment } from './quote/cmd.ts';
import { quoteFish } from './quote/fish.ts';
import { quotePwsh } from './quote/pwsh.ts';

/** What a person types in one shell for the few things that snippets need. Values are quoted; commands are taken as they are. */
export interface ShellDialect {
  readonly title: string;
  /** A program by name or path, in the place of a command. */
  program(path: string): string;
  /** One argument of a command. */
  argument(value: string): string;
  assign(name: string, value: string): string;
  /** Sets `name` to what `command` prints, behind plain characters, so that the value is neither typed nor kept in the history. */
  assignOutput(name: string, command: string, before: string): string;
  unset(name: string): string;
  /** Runs `command` with one more variable that the shell itself does not keep, where the shell can do that. */
  withVariable(name: string, value: string, command: string): string;
  /** Lines of one command, broken for reading. */
  join(lines: readonly string[]): string;
}

const PLAIN_PROGRAM = /^[A-Za-z0-9_./~-]+$/;

/** The dialects of the shells that snippets are written for; bash stands for zsh and sh as well. */
export const SHELLS: Readonly<Record<Shell, ShellDialect>> = {
  bash: {
    title: 'bash or zsh',
    program: quoteBash,
    argument: quoteBash,
    assign: (name, value) => `export ${name}=${quoteBash(value)}`,
    assignOutput: (name, command, before) => `export ${name}="${before}$(${command})"`,
    unset: (name) => `unset ${name}`,
    withVariable: (name, value, command) => `${name}=${quoteBash(value)} ${command}`,
    join: (lines) => lines.join(' \\\n  '),
  },
  fish: {
    title: 'fish',
    program: quoteFish,
    argument: quoteFish,
    assign: (name, value) => `set -gx ${name} ${quoteFish(value)}`,
    assignOutput: (name, command, before) => `set -gx ${name} ${before}(${command})`,
    unset: (name) => `set -e ${name}`,
    withVariable: (name, value, command) => `${name}=${quoteFish(value)} ${command}`,
    join: (lines) => lines.join(' \\\n  '),
  },
  pwsh: {
    title: 'PowerShell',
    program: (path) => (PLAIN_PROGRAM.test(path) ? path : `& ${quotePwsh(path)}`),
    argument: (value) => (PLAIN_PROGRAM.test(value) ? value : quotePwsh(value)),
    assign: (name, value) => `$env:${name} = ${quotePwsh(value)}`,
    assignOutput: (name, command, before) =>
      `$env:${name} = ${before === '' ? command : `${quotePwsh(before)} + (${command})`}`,
    unset: (name) => `Remove-Item Env:${name} -ErrorAction Ignore`,
    withVariable: (name, value, command) => `$env:${name} = ${quotePwsh(value)}\n${command}`,
    join: (lines) => lines.join(' `\n  '),
  },
  cmd: {
    title: 'cmd',
    program: (path) => (/^[A-Za-z0-9_.:\\/-]+$/.test(path) ? path : `"${path}"`),
    argument: (value) => (/^[A-Za-z0-9_.:\\/=,-]+$/.test(value) ? value : `"${value}"`),
    assign: (name, value) => `set ${quoteCmdAssignment(name, value)}`,
    // cmd /c takes the first and the last quote away where there are more than two (`cmd /?`), so such a command gets a pair of its own.
    // At the prompt, a per cent sign that no second one closes around the name of a variable stays as it is.
    assignOutput: (name, command, before) => {
      const quoted = command.split('"').length > 3 ? `"${command}"` : command;
      return `for /f "delims=" %i in ('${quoted}') do @set "${name}=${before}%i"`;
    },
    unset: (name) => `set "${name}="`,
    withVariable: (name, value, command) => `set ${quoteCmdAssignment(name, value)}\n${command}`,
    join: (lines) => lines.join(' ^\n  '),
  },
};

/** A line that starts Sealwire with `words`, typed in the wiring's shell and about the data folder that the wiring is of. */
export function sealwireLine(
  { shell, sealwire, home }: Pick<Wiring, 'shell' | 'sealwire' | 'home'>,
  words: string,
): string {
  const { program, argument } = SHELLS[shell];
  return [program(sealwire), words, ...(home === null ? [] : ['--home', argument(home)])].join(' ');
}

/** The command that prints the secret token. */
export function tokenCommand(wiring: Pick<Wiring, 'shell' | 'sealwire' | 'home'>): string {
  return sealwireLine(wiring, 'token show');
}
