import { resolve } from 'node:path';
import { asSealwireError, type SealwireError } from '../contract/errors.ts';
import { dataFolder, foldersOf } from '../core/host/folders.ts';
import type { Host } from '../core/host/host.ts';
import type { Ask, Terminal } from './ask.ts';
import { commandNames, loadCommand } from './catalogue.ts';
import { converse } from './conversation.ts';
import { findCommand } from './find-command.ts';
import { type Output, type OutputStream, outputOn } from './output.ts';
import type { Program } from './program.ts';
import { readOptions } from './read-options.ts';
import { typedHere } from './typed-here.ts';

/** What the command line is run with; a test gives its own. */
export interface CliOptions {
  readonly argv: readonly string[];
  readonly host: Host;
  readonly program: Program;
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  /** The terminal that a person can be asked on, or null. */
  readonly terminal: Terminal | null;
}

/** Runs one command to its end and resolves to its exit code. Never rejects: what goes wrong is said on stderr. */
export async function runCli(options: CliOptions): Promise<number> {
  const dashes = options.argv.indexOf('--');
  const isJson = options.argv.slice(0, dashes === -1 ? undefined : dashes).includes('--json');
  const output = outputOn(options, {
    isJson,
    env: options.host.env,
    typed: (text) => typedHere(text, options.program),
  });
  const code = await codeOf(options, output);
  await output.flushed();
  return code;
}

async function codeOf(options: CliOptions, output: Output): Promise<number> {
  try {
    const asked = findCommand(options.argv, commandNames());
    if (asked.kind === 'help')
      return await runCommand(options, output, 'help', asked.topic.split(' ').filter(Boolean), null);
    return await runCommand(options, output, asked.name, asked.args, asked.rest);
  } catch (thrown) {
    const error: SealwireError = asSealwireError(thrown);
    output.failed(error);
    return error.exit;
  }
}

async function runCommand(
  { host, program, terminal }: CliOptions,
  output: Output,
  name: string,
  args: readonly string[],
  rest: readonly string[] | null,
): Promise<number> {
  const { meta, run } = await loadCommand(name);
  const given = readOptions(name, meta, args, rest);
  const folders = foldersOf(resolve(dataFolder(host, given.value('home'))));
  const workspace = given.value('workspace');
  const conversation = converse({ host, folders, program, workspace, isInteractive: terminal !== null });
  const ask = terminal === null ? null : lazyAsk(terminal);
  try {
    return (await run({ given, output, host, folders, program, ask, ...conversation })) ?? 0;
  } finally {
    await conversation.close();
  }
}

/** The reader of lines costs a start more than most commands take, so it is loaded with the first question. */
function lazyAsk(terminal: Terminal): Ask {
  const ask = async (): Promise<Ask> => (await import('./ask.ts')).askOn(terminal);
  return {
    confirm: async (question) => (await ask()).confirm(question),
    passphrase: async (question) => (await ask()).passphrase(question),
  };
}
