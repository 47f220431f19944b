import { resolve } from 'node:path';
import { fail } from '../../contract/index.ts';
import type { AgentDefinition, ProjectFiles } from './definition.ts';

/**
 * The agent that fits a command: by its program, by the interpreter in the first line of the script that it names, or by the one kind of
 * project that the folder holds; of several for the same programs, the one that is used there. Throws `COMMAND_UNRECOGNISED` where none of them tells.
 */
export function chooseAgent(
  catalogue: readonly AgentDefinition[],
  { command, cwd }: { readonly command: readonly string[]; readonly cwd: string },
  files: ProjectFiles,
): AgentDefinition {
  const program = command[0] ?? '';
  const inUse = (found: AgentDefinition): AgentDefinition => agentInUse(catalogue, found, { command, cwd }, files);
  const byName = byExecutable(catalogue, program) ?? byScript(catalogue, program, cwd, files);
  if (byName !== null) return inUse(byName);
  const inFolder = catalogue.filter(
    ({ insteadOf, runsIn, recognise }) =>
      insteadOf === undefined && runsIn === undefined && recognise(cwd, files) !== null,
  );
  const [only, ...others] = inFolder;
  if (only === undefined || others.length > 0) throw fail('COMMAND_UNRECOGNISED', { command: command.join(' ') });
  return inUse(only);
}

/** Of the agents for the programs that `found` is for: one that the command line names, or that the project depends on and not on `found`. */
function agentInUse(
  catalogue: readonly AgentDefinition[],
  found: AgentDefinition,
  { command, cwd }: { readonly command: readonly string[]; readonly cwd: string },
  files: ProjectFiles,
): AgentDefinition {
  const others = catalogue.filter(({ insteadOf }) => insteadOf?.agent === found.id);
  const named = others.find(({ insteadOf }) => insteadOf?.where.test(command.join(' ')));
  if (named !== undefined) return named;
  if (found.recognise(cwd, files)?.installed === true) return found;
  return others.find((other) => other.recognise(cwd, files)?.installed === true) ?? found;
}

function byExecutable(catalogue: readonly AgentDefinition[], program: string): AgentDefinition | null {
  // An address of a page is one word, not a path.
  const name = /^https?:\/\//i.test(program) ? program : (program.split(/[\\/]/).at(-1) ?? '');
  const fitting = catalogue.filter(({ executable }) => executable.test(name));
  return fitting.find(({ insteadOf }) => insteadOf === undefined) ?? fitting[0] ?? null;
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
