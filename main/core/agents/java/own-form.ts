import type { Block, Framework, Setting, Wiring } from '../definition.ts';
import { typed } from '../forms/env.ts';
import { hasToken } from '../forms/variables.ts';
import { quoteKotlin } from '../quote/kotlin.ts';
import { quoteProperties } from '../quote/properties.ts';
import { SHELLS, sealwireLine } from '../shell-dialect.ts';
import { type Fillings, fillTemplate } from '../template.ts';
import { ownVariables, truststoreOption } from './environment.ts';
import { getJar } from './frameworks.ts';
import { gradleBlocks } from './gradle.ts';
import { buildKind, type JavaBuild } from './java-build.ts';
import { mavenBlocks, pomVariable } from './maven.ts';
import { JAR, placesIn } from './places.ts';
import { systemProperty } from './system-property.ts';

const CONTAINERS = ['docker', 'compose', 'kubernetes'];

/** The agent, by the way of this form, and the truststore that every form needs. */
export function setUp(as: string, _framework: Framework, wiring: Wiring): readonly Block[] {
  return [
    // Gradle fetches the agent itself.
    ...(as === 'gradle' ? [] : [agentBlock(as, wiring)]),
    { title: 'Make a truststore of Java’s own and the authority', ...typed(makeTruststore(wiring)) },
  ];
}

function agentBlock(as: string, { agentVersion }: Wiring): Block {
  if (as === 'code') {
    const content = fillTemplate('java/dependency.xml', { VERSION: agentVersion });
    return { title: 'Add to the dependencies in pom.xml', path: null, language: 'xml', content, isCommand: false };
  }
  if (!CONTAINERS.includes(as)) return { title: 'Get the agent', ...typed(getJar(agentVersion)) };
  const content = fillTemplate('java/image.dockerfile', { VERSION: agentVersion, JAR });
  return { title: 'Bring the agent into the image', path: null, language: 'dockerfile', content, isCommand: false };
}

/** The line that writes the truststore beside the CA file: a store that Java is given replaces its own, so it holds both. */
export function makeTruststore(wiring: Wiring): string {
  const folder = wiring.caFile.replace(/[\\/][^\\/]*$/, '');
  const words = ['cert export ca --format jks', `--merge-with ${CACERTS[wiring.shell]}`];
  return sealwireLine(wiring, [...words, `--out ${SHELLS[wiring.shell].argument(folder)}`].join(' '));
}

const CACERTS: Readonly<Record<Wiring['shell'], string>> = {
  bash: '"$JAVA_HOME/lib/security/cacerts"',
  fish: '"$JAVA_HOME/lib/security/cacerts"',
  pwsh: '"$env:JAVA_HOME/lib/security/cacerts"',
  cmd: '"%JAVA_HOME%\\lib\\security\\cacerts"',
};

/** The agent's own file, beside its jar; or a call in the application's code with the same file in its resources. Under systemd the jar has to be put in place. */
export function ownForm(as: string, framework: Framework, wiring: Wiring): readonly Block[] | null {
  if (as === 'systemd') {
    const line = `sudo install -D -m 0644 ${JAR} ${placesIn(wiring).jar}`;
    return [{ title: 'Put the agent where the service can read it', ...typed(line) }];
  }
  if (as === 'gradle') return gradleBlocks(buildOf(framework, wiring));
  if (as === 'maven') return mavenBlocks(buildOf(framework, wiring));
  if (as !== 'code' && as !== 'file') return [];
  const values = fillings(wiring);
  if (as === 'file')
    return [piece('elasticapm.properties', 'Create beside the agent’s jar', 'elasticapm.properties', values)];
  const main = framework.id === 'spring' ? 'Spring.java' : 'Main.java';
  return [
    piece(main, 'Attach the agent first of all', 'src/main/java/Main.java', values),
    piece('elasticapm.properties', 'Create among the resources', 'src/main/resources/elasticapm.properties', values),
  ];
}

function piece(template: string, title: string, path: string, values: Fillings): Block {
  const language = template.endsWith('.java') ? 'java' : 'ini';
  return { title, path, language, content: fillTemplate(`java/${template}`, values), isCommand: false };
}

function buildOf({ id }: Framework, wiring: Wiring): JavaBuild {
  return {
    kind: buildKind(id),
    artifact: 'co.elastic.apm:elastic-apm-agent',
    version: wiring.agentVersion,
    jar: JAR,
    options: [truststoreOption(placesIn(wiring).truststore)],
    variables: ownVariables(wiring),
    tokenNote: hasToken(wiring) ? TOKEN_NOTE : null,
  };
}

const TOKEN_NOTE = 'The secret token comes from ELASTIC_APM_SECRET_TOKEN, so it is in no file.';

function fillings(wiring: Wiring): Fillings {
  return {
    URL: quoteProperties(wiring.url),
    SERVICE: quoteProperties(wiring.service),
    ENVIRONMENT: wiring.environment === null ? null : quoteProperties(wiring.environment),
    TOKEN_NOTE: hasToken(wiring) ? TOKEN_NOTE : null,
  };
}

/** One setting as a line of a properties file, as an option of Java, or in a build. */
export function ownLine(as: string, { env, code }: Setting, value: string): string {
  if (as === 'options') return systemProperty([env ?? '', value]);
  if (as === 'gradle') return `environment(${quoteKotlin(env ?? '')}, ${quoteKotlin(value)})`;
  if (as === 'maven') return pomVariable(env ?? '', value);
  return `${code}=${quoteProperties(value)}`;
}
