import { basename, delimiter } from 'node:path';
import type { AgentDefinition, LaunchPlan, LaunchRequest, ProjectFiles } from '../../definition.ts';
import { interpreterOf } from '../../python/interpreter.ts';
import { recognise } from '../../python/project.ts';
import { serviceNameFrom } from '../../service-name.ts';
import { launchWith } from '../launch-with.ts';

/** What the interpreter has: its own path, the folder whose sitecustomize starts the instrumentation, and the versions of what may be installed. */
const PROBE = `
import json, os, sys
from importlib.metadata import PackageNotFoundError, version
def known(name):
    try:
        return version(name)
    except PackageNotFoundError:
        return None
try:
    import opentelemetry.instrumentation.auto_instrumentation as wrapper
    folder = os.path.dirname(os.path.abspath(wrapper.__file__))
except ImportError:
    folder = None
names = ["elastic-opentelemetry", "opentelemetry-distro", "opentelemetry-sdk"]
print(json.dumps([sys.executable, folder] + [known(name) for name in names]))
`;

const NAMES = ['elastic-opentelemetry', 'opentelemetry-distro', 'opentelemetry-sdk'];

interface Probed {
  readonly executable: string;
  readonly folder: string | null;
  /** The first of the packages that is installed, with its version. */
  readonly found: { readonly name: string; readonly version: string } | null;
}

/**
 * Puts the folder that `opentelemetry-instrument` itself puts first on PYTHONPATH there (opentelemetry-instrumentation 0.66b1, auto_instrumentation/__init__.py `run`), so that every Python
 * process of the command is instrumented. Where the SDK alone is installed, the application's code starts it, and variables say the rest.
 */
export async function launch(
  definition: AgentDefinition,
  request: LaunchRequest,
  files: ProjectFiles,
): Promise<LaunchPlan> {
  const [program, ...args] = interpreterOf(request, files);
  const typed = [program, ...args].join(' ');
  const probed = readProbe(await files.run(program, [...args, '-c', PROBE], request.cwd, request.env));
  const install = `${typed} -m pip install elastic-opentelemetry`;
  const missing = 'elastic-opentelemetry';
  if (probed === null) {
    return { ready: false, missing, where: `no Python interpreter could be started as "${typed}"`, install };
  }
  const { executable, folder, found } = probed;
  if (found === null) return { ready: false, missing, where: `the packages of ${executable}`, install };
  const inferred = recognise(request.cwd, files)?.name ?? serviceNameFrom(basename(request.cwd)) ?? 'python-app';
  const { service, env, notes } = launchWith(definition, request, inferred);
  return {
    ready: true,
    isFound: true,
    command: request.command,
    service,
    env: { ...env, ...(folder === null ? {} : { PYTHONPATH: pathWith(folder, request) }) },
    notes: [
      folder === null
        ? `${found.name} ${found.version} of ${executable} is started by the application’s own code, and wired by variables.`
        : `${found.name} ${found.version} of ${executable} is switched on in ${request.command.join(' ')}.`,
      'Libraries report where their instrumentation is installed; edot-bootstrap or opentelemetry-bootstrap finds out which.',
      ...notes,
    ],
  };
}

function pathWith(folder: string, { env }: LaunchRequest): string {
  const others = (env.PYTHONPATH ?? '').split(delimiter).filter((each) => each !== '' && each !== folder);
  return [folder, ...others].join(delimiter);
}

/** What the probe printed last; something the interpreter loads at start may print before it. */
function readProbe(output: string | null): Probed | null {
  const line = output?.trim().split('\n').at(-1) ?? '';
  if (!line.startsWith('[')) return null;
  const said: unknown = JSON.parse(line);
  if (!Array.isArray(said)) return null;
  const [executable, folder, ...versions]: unknown[] = said;
  const found = versions.flatMap((version, index) =>
    typeof version === 'string' ? [{ name: NAMES[index] ?? '', version }] : [],
  );
  return {
    executable: String(executable),
    folder: typeof folder === 'string' ? folder : null,
    found: found[0] ?? null,
  };
}
