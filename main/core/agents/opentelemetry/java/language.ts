import type { Block, Framework, Wiring } from '../../definition.ts';
import { typed } from '../../forms/env.ts';
import { OPTIONS } from '../../java/environment.ts';
import { quoteJavaOption } from '../../quote/java-options.ts';
import { SHELLS } from '../../shell-dialect.ts';
import type { Language } from '../language.ts';
import { setting } from '../settings.ts';
import { frameworks, jarName, jarPath } from './frameworks.ts';
import { launch } from './launch.ts';
import { recognise } from './project.ts';

/** OpenTelemetry for Java: the agent as a jar, OpenTelemetry's own or Elastic's distribution of it. */
export const java: Language = {
  id: 'otel-java',
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
  logPhrases: [],
  variables: (framework, wiring) => [[OPTIONS, quoteJavaOption(`-javaagent:${jarPath(framework, wiring)}`)]],
  loaders: [OPTIONS],
  ownForm,
  startCommand: ({ start }) => start,
  startLine: (as, framework, wiring) => {
    const option = SHELLS[wiring.shell].argument(`-javaagent:${jarPath(framework, wiring)}`);
    const started = framework.start.replace(/^java/, () => `java ${option}`);
    return as === 'dotenv' ? `dotenv run -- ${started}` : started;
  },
  advice: (as, framework) => [
    ...(as === 'dotenv'
      ? ['Java reads no .env file; dotenv is the command of python-dotenv: python -m pip install "python-dotenv[cli]".']
      : []),
    ...(framework.id === 'edot' ? ['Two agents in one JVM contradict each other: take elastic-apm-agent away.'] : []),
  ],
  launch,
  recognise,
  notes: ['The CA file is for the exporter alone; Java’s own store stays as it is.'],
};

function ownForm(as: string, framework: Framework, wiring: Wiring): readonly Block[] {
  if (['docker', 'compose', 'kubernetes'].includes(as)) {
    const content = `COPY ${jarName(framework)} ${jarPath(framework, wiring)}`;
    return [{ title: 'Bring the agent into the image', path: null, language: 'dockerfile', content, isCommand: false }];
  }
  if (as !== 'systemd') return [];
  const line = `sudo install -D -m 0644 ${jarName(framework)} ${jarPath(framework, wiring)}`;
  return [{ title: 'Put the agent where the service can read it', ...typed(line) }];
}
