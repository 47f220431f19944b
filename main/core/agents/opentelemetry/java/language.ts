import type { Block, Framework, Setting, Wiring } from '../../definition.ts';
import { typed } from '../../forms/env.ts';
import { hasToken, withoutToken } from '../../forms/variables.ts';
import { buildAdvice, TOKEN_IS_NO_OPTION } from '../../java/advice.ts';
import { OPTIONS } from '../../java/environment.ts';
import { gradleBlocks } from '../../java/gradle.ts';
import { buildLine, type JavaBuild } from '../../java/java-build.ts';
import { mavenBlocks, pomVariable } from '../../java/maven.ts';
import { systemProperty } from '../../java/system-property.ts';
import { quoteJavaOption } from '../../quote/java-options.ts';
import { quoteKotlin } from '../../quote/kotlin.ts';
import { SHELLS } from '../../shell-dialect.ts';
import { environmentOf } from '../environment.ts';
import type { Language } from '../language.ts';
import { setting, settingsOf } from '../settings.ts';
import { coordinates, frameworks, jarName, jarPath } from './frameworks.ts';
import { launch } from './launch.ts';
import { logMarks, logPhrases } from './log-phrases.ts';
import { recognise } from './project.ts';

/** OpenTelemetry for Java: the agent as a jar, OpenTelemetry's own or Elastic's distribution of it. */
export const java: Language = {
  id: 'otel-java',
  tlsClients: ['java'],
  title: 'Java',
  version: '2.33.1',
  keywords: ['edot', 'jvm', 'kotlin', 'scala', 'spring', 'opentelemetry-javaagent', 'elastic-otel-javaagent'],
  sdk: { language: 'java', distributions: ['elastic', 'opentelemetry-java-instrumentation'] },
  userAgent: /(?:^|\s)OTel-OTLP-Exporter-Java\//,
  executable: /^(javaw?|mvnw?|gradlew?|catalina|quarkus)(\.(exe|cmd|bat|sh))?$/,
  insteadOf: { agent: 'java', where: /(?:opentelemetry|elastic-otel)-javaagent/ },
  certificate: { since: '0', proof: 'lab', source: 'reference/agents.md §1.5' },
  settings: [
    setting('verify', 'ELASTIC_OTEL_VERIFY_SERVER_CERT', 'boolean', {
      never: 'Without verification anyone on the way can read the token. Trusting the authority is as short.',
      source: 'reference/agents.md §1.5',
    }),
  ],
  frameworks,
  rejection: {
    silent: false,
    untrusted: ['certificate_unknown'],
    wrongName: ['certificate_unknown'],
    expired: ['certificate_unknown'],
  },
  logPhrases,
  logMarks,
  variables: (framework, wiring) => [[OPTIONS, quoteJavaOption(`-javaagent:${jarPath(framework, wiring)}`)]],
  loaders: [OPTIONS],
  firstForms: ['env', 'options', 'gradle', 'maven', 'dotenv', 'procfile'],
  ownLine,
  ownForm,
  setUp,
  startCommand: ({ start }) => start,
  startLine: (as, framework, wiring) => {
    if (as === 'gradle' || as === 'maven')
      return buildLine(as, 'class', wiring.shell === 'pwsh' || wiring.shell === 'cmd');
    const shell = SHELLS[wiring.shell];
    const option = shell.argument(`-javaagent:${jarPath(framework, wiring)}`);
    if (as === 'options') {
      const properties = ownVariables(framework, wiring).map((each) => shell.argument(systemProperty(each)));
      return shell.join(['java', option, ...properties, framework.start.replace(/^java /, '')]);
    }
    const started = framework.start.replace(/^java/, () => `java ${option}`);
    return as === 'dotenv' ? `dotenv run -- ${started}` : started;
  },
  advice: (as, framework) => [
    ...(as === 'dotenv'
      ? ['Java reads no .env file; dotenv is the command of python-dotenv: python -m pip install "python-dotenv[cli]".']
      : []),
    ...(as === 'options' ? [TOKEN_IS_NO_OPTION] : []),
    ...buildAdvice(as, framework.id),
    ...(as === 'gradle' || as === 'maven' ? [OTHER_TASKS] : []),
    ...(framework.id === 'edot' ? ['Two agents in one JVM contradict each other: take elastic-apm-agent away.'] : []),
  ],
  launch,
  recognise,
  notes: ['The CA file is for the exporter alone; Java’s own store stays as it is.'],
};

/** Gradle fetches the agent itself. */
function setUp(as: string, framework: Framework): readonly Block[] {
  return as === 'gradle' ? [] : [{ title: 'Add the agent to the project', ...typed(framework.install) }];
}

function ownForm(as: string, framework: Framework, wiring: Wiring): readonly Block[] {
  if (['docker', 'compose', 'kubernetes'].includes(as)) {
    const content = `COPY ${jarName(framework)} ${jarPath(framework, wiring)}`;
    return [{ title: 'Bring the agent into the image', path: null, language: 'dockerfile', content, isCommand: false }];
  }
  if (as === 'gradle') return gradleBlocks(buildOf(framework, wiring));
  if (as === 'maven') return mavenBlocks(buildOf(framework, wiring));
  if (as !== 'systemd') return [];
  const line = `sudo install -D -m 0644 ${jarName(framework)} ${jarPath(framework, wiring)}`;
  return [{ title: 'Put the agent where the service can read it', ...typed(line) }];
}

const OTHER_TASKS =
  'Spring Boot starts by bootRun and spring-boot:run; they take the same, the latter by its jvmArguments.';

function buildOf(framework: Framework, wiring: Wiring): JavaBuild {
  return {
    kind: 'class',
    ...coordinates(framework, wiring),
    jar: jarName(framework),
    options: [],
    variables: ownVariables(framework, wiring),
    tokenNote: hasToken(wiring) ? 'The secret token comes from OTEL_EXPORTER_OTLP_HEADERS, so it is in no file.' : null,
  };
}

/** Everything but the token and what loads the agent. */
function ownVariables(framework: Framework, wiring: Wiring): readonly (readonly [string, string])[] {
  const of = { id: 'otel-java', settings: settingsOf(java) };
  return withoutToken(of, environmentOf(java, wiring, framework)).filter(([name]) => name !== OPTIONS);
}

function ownLine(as: string, { env }: Setting, value: string): string {
  if (as === 'options') return systemProperty([env ?? '', value]);
  if (as === 'gradle') return `environment(${quoteKotlin(env ?? '')}, ${quoteKotlin(value)})`;
  return as === 'maven' ? pomVariable(env ?? '', value) : `${env}=${value}`;
}
