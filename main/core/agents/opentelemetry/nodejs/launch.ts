import { join } from 'node:path';
import { assetPath } from '../../assets.ts';
import type { AgentDefinition, Framework, LaunchPlan, LaunchRequest, ProjectFiles } from '../../definition.ts';
import { quoteNodeOption, startFolders } from '../../nodejs/launch.ts';
import { ancestors, readJson } from '../../project-files.ts';
import { serviceNameFrom } from '../../service-name.ts';
import { launchWith } from '../launch-with.ts';
import { frameworks } from './frameworks.ts';
import { packageName } from './project.ts';

interface Installed {
  readonly framework: Framework;
  readonly name: string;
  readonly folder: string;
  readonly version: string;
}

/**
 * Preloads what the application itself has installed: Elastic's distribution, else the auto-instrumentations, by Sealwire's preload, which leaves package managers alone. An application
 * that starts the SDK in its code is wired by variables alone.
 */
export async function launch(
  definition: AgentDefinition,
  request: LaunchRequest,
  files: ProjectFiles,
): Promise<LaunchPlan> {
  const folders = startFolders(request);
  const installed = findInstalled(folders.flatMap(ancestors), files);
  if (installed === null) {
    return {
      ready: false,
      missing: '@elastic/opentelemetry-node',
      where: `node_modules of ${[...new Set(folders)].join(', ')} and the folders above`,
      install: frameworks[0]?.install ?? '',
    };
  }
  const { name, version, folder } = installed;
  // A version is that of Elastic's distribution; the other packages count otherwise, and every version of them since 0.207.0 reads the CA file.
  const agentVersion = installed.framework.id === 'edot' ? version : request.wiring.agentVersion;
  const inferred =
    folders
      .flatMap(ancestors)
      .map((each) => packageName(each, files))
      .find((each) => each !== null) ??
    serviceNameFrom(request.cwd.split(/[\\/]/).at(-1) ?? '') ??
    'nodejs-app';
  const { service, env, notes } = launchWith(
    definition,
    { ...request, wiring: { ...request.wiring, agentVersion } },
    inferred,
  );
  const entry = entryOf(installed, files);
  return {
    ready: true,
    isFound: true,
    command: request.command,
    service,
    env: {
      ...env,
      ...(entry === null
        ? {}
        : {
            SEALWIRE_NODE_AGENT: entry,
            NODE_OPTIONS: [
              `--require ${quoteNodeOption(assetPath('preload/node.cjs'))}`,
              request.env.NODE_OPTIONS ?? '',
            ]
              .join(' ')
              .trim(),
          }),
    },
    notes: [
      entry === null
        ? `${name} ${version} of ${folder} is started by the application’s own code, and wired by variables.`
        : `${name} ${version} of ${folder} is loaded into ${request.command.join(' ')}.`,
      ...notes,
    ],
  };
}

function findInstalled(folders: readonly string[], files: ProjectFiles): Installed | null {
  for (const parent of folders) {
    for (const framework of frameworks) {
      const [name = ''] = framework.markers;
      const folder = join(parent, 'node_modules', name);
      const { version } = readJson(files, join(folder, 'package.json'));
      if (typeof version === 'string') return { framework, name, folder, version };
    }
  }
  return null;
}

/** The file that starts the SDK when it is required; null where only the application's code does. */
function entryOf({ framework, folder }: Installed, files: ProjectFiles): string | null {
  if (framework.id === 'sdk') return null;
  if (framework.id === 'edot') return join(folder, 'require.js');
  const { exports } = readJson(files, join(folder, 'package.json'));
  const register = valueAt(exports, './register');
  const required = valueAt(register, 'require') ?? register;
  const file = valueAt(required, 'default') ?? required;
  return typeof file === 'string' ? join(folder, file) : null;
}

function valueAt(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;
}
