import { resolve } from 'node:path';
import { fail } from '../../contract/index.ts';
import type { AgentDefinition, ProjectFiles } from './definition.ts';

/**
 * The agent that fits a command: by its program, by the interpreter in the first line of the script that it names, or by the one kind of
 * project that the folder holds. Throws `COMMAND_UNRECOGNISED` where none of them tells.
 */
export function chooseAgent(
  catalogue: readonly AgentDefinition[],
  { command, cwd }: { readonly command: readonly string[]; readonly cwd: string },
  files: ProjectFiles,
): AgentDefinition {
  const program = command[0] ?? '';
  const byName = byExecutable(catalogue, program) ?? byScript(catalogue, program, cwd, files);
  if (byName !== null) return byName;
  const inFolder = catalogue.filter(
    (definition) => definition.runsIn === undefined && definition.recognise(cwd, files) !== null,
  );
  const [only, ...others] = inFolder;
  if (only === undefined || others.length > 0) throw fail('COMMAND_UNRECOGNISED', { command: command.join(' ') });
  return only;
}

function byExecutable(catalogue: readonly AgentDefinition[], program: string): AgentDefinition | null {
  // An address of a page is one word, not a path.
  const name = /^https?:\/\//i.test(program) ? program : (program.split(/[\\/]/).at(-1) ?? '');
  return catalogue.find(({ executable }) => executable.test(name)) ?? null;
}

function byScript(
  catalogue: readonly AgentDefinition[],
  program: string,
  cwd: string,
  files: ProjectFiles,
): AgentDefinition | null {
  if (!/[\\/]/.test(program)) return null;
  const line = /^#!\s*(\S+)(?:\s+(\S+))?/.exec(files.read(resolve(cwd, program))?.slice(0, 256) ?? '');
  const interpreter = line?.[1]?.endsWith('/env') === true ? line[2] : line?.[1];
  return interpreter === undefined ? null : byExecutable(catalogue, interpreter);
}
