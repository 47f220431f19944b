import { dirname, isAbsolute, join, resolve } from 'node:path';
import { assetPath } from '../assets.ts';
import type { AgentDefinition, LaunchPlan, LaunchRequest, ProjectFiles } from '../definition.ts';
import { launchVariables } from '../launch-variables.ts';
import { ancestors, readJson } from '../project-files.ts';
import { serviceNameFrom } from '../service-name.ts';
import { isOlder } from '../version.ts';
import { installCommand } from './project.ts';

const PACKAGE = 'elastic-apm-node';

/** The first version whose start.js leaves worker threads alone (the agent's docs/reference/starting-agent.md). */
const CAREFUL_START_SINCE = '3.47.0';

/** Options of `node` that are followed by a value, so that the value is not taken for the script (node --help). */
const WITH_VALUE = new Set(
  '-r --require --import --loader --experimental-loader -C --conditions --env-file --env-file-if-exists -e --eval -p --print --input-type --title'.split(
    ' ',
  ),
);

/** Options by which package managers are sent to another folder. */
const FOLDER_OPTIONS = new Set(['--prefix', '-C', '--cwd', '--dir']);

/**
 * Preloads the agent that the application itself has installed. The path is absolute and travels in a variable, so that children in other folders
 * load the same agent; a small file of Sealwire's decides in each process whether it is the application or a package manager.
 */
export async function launch(
  definition: AgentDefinition,
  request: LaunchRequest,
  files: ProjectFiles,
): Promise<LaunchPlan> {
  const folders = startFolders(request);
  const agent = findAgent(folders, files);
  const command = request.command.join(' ');
  if (agent === null) {
    return { ready: false, missing: PACKAGE, where: whereText(folders), install: installCommand(request.cwd, files) };
  }
  const wiring = { ...request.wiring, agentVersion: agent.version };
  const named = serviceOf(request, folders, files);
  const { env, notes } = launchVariables(definition, { ...request, wiring }, named);
  return {
    ready: true,
    command: request.command,
    service: named.name,
    env: {
      ...env,
      SEALWIRE_NODE_AGENT: join(agent.folder, 'start.js'),
      NODE_OPTIONS: [`--require ${quoteNodeOption(assetPath('preload/node.cjs'))}`, request.env.NODE_OPTIONS ?? '']
        .join(' ')
        .trim(),
    },
    notes: [
      `${PACKAGE} ${agent.version} of ${agent.folder} is loaded into ${command}.`,
      ...(isOlder(agent.version, CAREFUL_START_SINCE)
        ? [
            `${PACKAGE} before ${CAREFUL_START_SINCE} also starts in worker threads; upgrade it if workers report twice.`,
          ]
        : []),
      ...notes,
    ],
  };
}

/**
 * One word of NODE_OPTIONS: Node splits it at spaces, and between double quotes a backslash takes the next character as it is
 * (node:src/node_options.cc, ParseNodeOptionsEnvVar).
 */
export function quoteNodeOption(word: string): string {
  return /[\s"\\]/.test(word) ? `"${word.replace(/[\\"]/g, '\\$&')}"` : word;
}

/** Folders from which Node would look for packages: that of the script first, then where the command is sent, then the current one. */
export function startFolders({ command, cwd }: LaunchRequest): string[] {
  const [program = '', ...args] = command;
  const script = scriptOf(program, args);
  const sentTo = args.flatMap((arg, index) => (FOLDER_OPTIONS.has(args[index - 1] ?? '') ? [resolve(cwd, arg)] : []));
  return [...(script === null ? [] : [dirname(resolve(cwd, script))]), ...sentTo, cwd];
}

function scriptOf(program: string, args: readonly string[]): string | null {
  if (!/^node(js)?(\.exe)?$/.test(program.split(/[\\/]/).at(-1) ?? '')) {
    return isAbsolute(program) || program.startsWith('.') ? program : null;
  }
  return args.find((arg, index) => !arg.startsWith('-') && !WITH_VALUE.has(args[index - 1] ?? '')) ?? null;
}

function findAgent(folders: readonly string[], files: ProjectFiles): { folder: string; version: string } | null {
  for (const parent of folders.flatMap(ancestors)) {
    const folder = join(parent, 'node_modules', PACKAGE);
    const version = readJson(files, join(folder, 'package.json')).version;
    if (typeof version === 'string') return { folder, version };
  }
  return null;
}

function whereText(folders: readonly string[]): string {
  return `node_modules of ${[...new Set(folders)].join(', ')} and the folders above`;
}

/**
 * The name that the agent will take: the one asked for, the person's own variable, or the nearest package's, which is left to the agent so that
 * each child of a monorepo keeps its own. Only where there is none does Sealwire name it after the folder.
 */
function serviceOf(
  request: LaunchRequest,
  folders: readonly string[],
  files: ProjectFiles,
): { name: string; isSet: boolean } {
  const own = request.service ?? request.env.ELASTIC_APM_SERVICE_NAME;
  if (own !== undefined && own !== '') return { name: own, isSet: request.service !== null };
  const nearest = folders.flatMap(ancestors).map((folder) => readJson(files, join(folder, 'package.json')).name);
  const packaged = nearest.find((name) => typeof name === 'string');
  const inferred = typeof packaged === 'string' ? serviceNameFrom(packaged) : null;
  if (inferred !== null) return { name: inferred, isSet: false };
  return { name: serviceNameFrom(request.cwd.split(/[\\/]/).at(-1) ?? '') ?? 'nodejs-app', isSet: true };
}
