import { basename, delimiter, dirname, join, resolve } from 'node:path';
import type { AgentDefinition, LaunchPlan, LaunchRequest, ProjectFiles } from '../definition.ts';
import { launchVariables } from '../launch-variables.ts';
import { ancestors } from '../project-files.ts';
import { quoteJavaOption } from '../quote/java-options.ts';
import { serviceNameFrom } from '../service-name.ts';
import { isOlder } from '../version.ts';
import { javaOptions, OPTIONS, truststoreOption } from './environment.ts';
import { recognise } from './project.ts';

const AGENT = /^elastic-apm-agent(?:-(\d[\w.]*))?\.jar$/;

interface Jar {
  readonly path: string;
  readonly version: string | null;
}

/**
 * Loads the agent into every JVM of the command by JAVA_TOOL_OPTIONS, with a truststore of what this Java trusts and the authority. A command that loads the agent
 * itself gets the truststore alone, because an agent that is loaded twice stays off.
 */
export async function launch(
  definition: AgentDefinition,
  request: LaunchRequest,
  files: ProjectFiles,
): Promise<LaunchPlan> {
  const own = ownAgent(request);
  const jar = own ?? findJar(request, files);
  if (jar === null) {
    return {
      ready: false,
      missing: 'elastic-apm-agent',
      where: `${request.cwd}, the folders above, their lib folders and the local Maven repository`,
      install: `mvn dependency:get -Dartifact=co.elastic.apm:elastic-apm-agent:${definition.version} -Dtransitive=false`,
    };
  }
  const cacerts = await cacertsOf(request, files);
  const truststore = await request.truststore(cacerts);
  const wiring = { ...request.wiring, agentVersion: jar.version ?? request.wiring.agentVersion };
  const named = serviceOf(request, files);
  const { env, notes } = launchVariables(definition, { ...request, wiring }, named);
  const options = own === null ? javaOptions(jar.path, truststore) : [truststoreOption(truststore)];
  return {
    ready: true,
    command: request.command,
    service: named.name,
    env: {
      ...env,
      [OPTIONS]: [request.env[OPTIONS] ?? '', ...options.map(quoteJavaOption)].join(' ').trim(),
    },
    notes: [
      own === null
        ? `${jar.path} is loaded into every JVM of ${request.command.join(' ')}.`
        : `The command loads ${jar.path} itself.`,
      cacerts === null
        ? `The store of this Java was not found, so the program trusts Sealwire’s authority alone and reaches no public server. Set JAVA_HOME and start it again.`
        : `It trusts what ${cacerts} holds, and Sealwire’s authority, by ${truststore}.`,
      ...fileNote(jar, files),
      ...notes,
    ],
  };
}

/** An agent that the command or the person's own variable loads. */
function ownAgent({ command, env, cwd }: LaunchRequest): Jar | null {
  const found = [...command, env[OPTIONS] ?? '']
    .map((word) => /-javaagent:["']?([^\s"'=]*elastic-apm-agent[^\s"'=]*\.jar)/.exec(word)?.[1])
    .find((path) => path !== undefined);
  return found === undefined ? null : jarAt(resolve(cwd, dirname(found)), basename(found));
}

/** Beside the application or above it, else the newest of the local Maven repository. */
function findJar({ cwd, env }: LaunchRequest, files: ProjectFiles): Jar | null {
  const near = ancestors(cwd).flatMap((folder) => [folder, join(folder, 'lib')]);
  for (const folder of near) {
    const name = newest(
      files.list(folder).filter((each) => AGENT.test(each)),
      (each) => AGENT.exec(each)?.[1] ?? '',
    );
    if (name !== null) return jarAt(folder, name);
  }
  const repository = join(env.HOME ?? env.USERPROFILE ?? '', '.m2/repository/co/elastic/apm/elastic-apm-agent');
  const versions = files
    .list(repository)
    .filter((each) => files.list(join(repository, each)).some((name) => AGENT.test(name)));
  const version = newest(versions, (each) => each);
  return version === null ? null : jarAt(join(repository, version), `elastic-apm-agent-${version}.jar`);
}

function newest(names: readonly string[], versionOf: (name: string) => string): string | null {
  return names.reduce<string | null>(
    (best, each) => (best === null || isOlder(versionOf(best), versionOf(each)) ? each : best),
    null,
  );
}

function jarAt(folder: string, name: string): Jar {
  return { path: join(folder, name), version: AGENT.exec(name)?.[1] ?? null };
}

/** A properties file beside the jar wins over everything that a variable says (reference/agents.md §1.4). */
function fileNote({ path }: Jar, files: ProjectFiles): string[] {
  const file = join(dirname(path), 'elasticapm.properties');
  const said = [...(files.read(file) ?? '').matchAll(/^\s*(\w+)\s*[=:]/gm)].map((line) => line[1]);
  return said.length === 0 ? [] : [`${file} wins over the variables: it sets ${said.join(', ')}.`];
}

/** The store of authorities of the Java that will run: of JAVA_HOME, else of the `java` on the PATH. In Java 8 it lies below `jre`. */
async function cacertsOf(request: LaunchRequest, files: ProjectFiles): Promise<string | null> {
  const program = await javaProgram(request, files);
  const homes = [...(program === null ? [] : [dirname(dirname(program))]), request.env.JAVA_HOME ?? ''];
  const folders = homes
    .filter((home) => home !== '')
    .flatMap((home) => [join(home, 'lib/security'), join(home, 'jre/lib/security')]);
  const folder = folders.find((each) => files.list(each).includes('cacerts'));
  return folder === undefined ? null : join(folder, 'cacerts');
}

/** The real path of the `java` in the command; of the one on the PATH where a tool starts it and JAVA_HOME does not say which. */
async function javaProgram({ command, cwd, env }: LaunchRequest, files: ProjectFiles): Promise<string | null> {
  const [program = ''] = command;
  const isJava = /^javaw?(\.exe)?$/.test(basename(program));
  if (!isJava && (env.JAVA_HOME ?? '') !== '') return null;
  const path = isJava && /[\\/]/.test(program) ? resolve(cwd, program) : onPath('java', env, files);
  if (path === null) return null;
  return (await files.run('readlink', ['-f', path], cwd, env))?.trim() ?? path;
}

function onPath(name: string, env: Readonly<Record<string, string>>, files: ProjectFiles): string | null {
  const isThere = (folder: string): boolean =>
    files.list(folder).some((each) => each === name || each === `${name}.exe`);
  const folder = (env.PATH ?? '').split(delimiter).find((each) => each !== '' && isThere(each));
  return folder === undefined ? null : join(folder, name);
}

/** The name asked for, the person's own variable, else that of the project, the jar or the folder. */
function serviceOf(request: LaunchRequest, files: ProjectFiles): { name: string; isSet: boolean } {
  if (request.service !== null) return { name: request.service, isSet: true };
  const own = request.env.ELASTIC_APM_SERVICE_NAME ?? '';
  if (own !== '') return { name: own, isSet: false };
  const jar = request.command[request.command.indexOf('-jar') + 1];
  const ofJar = request.command.includes('-jar') && jar !== undefined ? serviceNameFrom(basename(jar, '.jar')) : null;
  const name = recognise(request.cwd, files)?.name ?? ofJar ?? serviceNameFrom(basename(request.cwd));
  return { name: name ?? 'java-app', isSet: true };
}
