import { basename, join } from 'node:path';
import type { AgentDefinition, LaunchPlan, LaunchRequest, ProjectFiles } from '../../definition.ts';
import { OPTIONS } from '../../java/environment.ts';
import { recognise } from '../../java/project.ts';
import { ancestors } from '../../project-files.ts';
import { quoteJavaOption } from '../../quote/java-options.ts';
import { serviceNameFrom } from '../../service-name.ts';
import { isOlder } from '../../version.ts';
import { launchWith } from '../launch-with.ts';
import { frameworks } from './frameworks.ts';
import { AGENT } from './project.ts';

const LOADED = /-javaagent:["']?([^\s"'=]*(?:opentelemetry|elastic-otel)-javaagent[^\s"'=]*\.jar)/;
const REPOSITORY = '.m2/repository/io/opentelemetry/javaagent/opentelemetry-javaagent';

/** Loads the agent into every JVM of the command by JAVA_TOOL_OPTIONS, unless the command loads one itself. The authority is told by a variable, so Java's own store stays as it is. */
export async function launch(
  definition: AgentDefinition,
  request: LaunchRequest,
  files: ProjectFiles,
): Promise<LaunchPlan> {
  const typed = [...request.command, request.env[OPTIONS] ?? ''].join(' ');
  const own = LOADED.exec(typed)?.[1] ?? null;
  const jar = own ?? findJar(request, files);
  if (jar === null) {
    return {
      ready: false,
      missing: 'opentelemetry-javaagent',
      where: `${request.cwd}, the folders above, their lib folders and the local Maven repository`,
      install: frameworks[0]?.install ?? '',
    };
  }
  const name = recognise(request.cwd, files)?.name ?? jarService(request) ?? serviceNameFrom(basename(request.cwd));
  const { service, env, notes } = launchWith(definition, request, name ?? 'java-app');
  const options = [request.env[OPTIONS] ?? '', quoteJavaOption(`-javaagent:${jar}`)].join(' ').trim();
  return {
    ready: true,
    isFound: true,
    command: request.command,
    service,
    env: { ...env, ...(own === null ? { [OPTIONS]: options } : {}) },
    notes: [
      own === null
        ? `${jar} is loaded into every JVM of ${request.command.join(' ')}.`
        : `The command loads ${jar} itself.`,
      ...notes,
    ],
  };
}

/** Beside the application or above it, else the newest of the local Maven repository. */
function findJar({ cwd, env }: LaunchRequest, files: ProjectFiles): string | null {
  for (const folder of ancestors(cwd).flatMap((each) => [each, join(each, 'lib')])) {
    const [name] = files.list(folder).filter((each) => AGENT.test(each));
    if (name !== undefined) return join(folder, name);
  }
  const repository = join(env.HOME ?? env.USERPROFILE ?? '', REPOSITORY);
  const jars = files
    .list(repository)
    .toSorted((one, other) => (isOlder(one, other) ? 1 : -1))
    .map((version) => join(repository, version, `opentelemetry-javaagent-${version}.jar`));
  return jars.find((jar) => files.list(join(jar, '..')).includes(basename(jar))) ?? null;
}

function jarService({ command }: LaunchRequest): string | null {
  const jar = command.includes('-jar') ? command[command.indexOf('-jar') + 1] : undefined;
  return jar === undefined ? null : serviceNameFrom(basename(jar, '.jar'));
}
