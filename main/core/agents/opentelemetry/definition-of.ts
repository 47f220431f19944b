import type { Fix } from '../../../contract/index.ts';
import type { AgentDefinition, CureCode, Wiring } from '../definition.ts';
import { type CureDialect, cureIn } from '../forms/cure.ts';
import { SHELLS } from '../shell-dialect.ts';
import { environmentOf, trustOf } from './environment.ts';
import type { Language } from './language.ts';
import { settingsOf } from './settings.ts';

const SIGNALS = ['TRACES', 'METRICS', 'LOGS'];
/** Forms of containers and services, which nearly every language is run in. */
const SERVED = ['docker', 'compose', 'kubernetes', 'systemd', 'launchd'];

/** The catalogue's entry for OpenTelemetry in one language: the variables of the specification, and what `language` has of its own. */
export function definitionOf(language: Language): AgentDefinition {
  const { id, sdk } = language;
  const title = `OpenTelemetry ${language.title}`;
  const settings = settingsOf(language);
  const forms = language.forms ?? [...(language.firstForms ?? ['env', 'dotenv']), ...SERVED];
  const dialect: CureDialect = {
    agent: { id, title, settings },
    trust: (wiring) => trustOf(language, wiring),
    ownLine: language.ownLine ?? ((_as, { env }, value) => `${env}=${value}`),
    check: [
      ['OTEL_BSP_SCHEDULE_DELAY', '1000'],
      ['OTEL_METRIC_EXPORT_INTERVAL', '5000'],
      ['OTEL_LOG_LEVEL', 'debug'],
    ],
    clientCertificate: (wiring) => [clientCertificate(wiring)],
  };
  const definition: AgentDefinition = {
    id,
    title,
    version: language.version,
    keywords: ['otel', 'otlp', 'opentelemetry', ...language.keywords],
    metadataNames: ['', ...sdk.distributions.map((name) => `/${name}`)].map(
      (end) => `opentelemetry/${sdk.language}${end}`,
    ),
    userAgent: language.userAgent,
    executable: language.executable,
    ...(language.insteadOf === undefined ? {} : { insteadOf: language.insteadOf }),
    ...(language.hello === undefined ? {} : { hello: language.hello }),
    settings,
    tlsClients: language.tlsClients,
    storesRead: [],
    // SDKs are configured centrally by OpAMP, which APM Server does not speak (reference/agents.md §1.5).
    central: [],
    centralTag: 'received',
    frameworks: language.frameworks,
    rejection: language.rejection,
    logPhrases: language.logPhrases,
    ...(language.logMarks === undefined ? {} : { logMarks: language.logMarks }),
    ...(language.aloud === undefined ? {} : { aloud: language.aloud }),
    forms,
    ownForm: (as, framework, wiring) => (forms.includes(as) ? language.ownForm(as, framework, wiring) : null),
    environment: (wiring, framework) => environmentOf(language, wiring, framework),
    ownEnvironment: () => [],
    ...(language.setUp === undefined ? {} : { setUp: language.setUp }),
    loaders: language.loaders,
    startCommand: language.startCommand,
    startLine: language.startLine,
    advice: language.advice,
    cure: (code, as, wiring) => {
      const { beforeTrust } = language;
      const before = beforeTrust === undefined ? {} : { beforeTrust: (here: Wiring) => beforeTrust(as, here) };
      // What verifies in Elastic's distribution for PHP reads the CA file from a variable alone.
      const form = code === 'CA_NOT_TRUSTED' && as === 'file' ? 'env' : as;
      return cure({ ...dialect, ...before }, code, form, wiring);
    },
    launch: (request, files) => language.launch(definition, request, files),
    recognise: language.recognise,
    notes: [
      ...language.notes,
      'Variables for one signal, such as OTEL_EXPORTER_OTLP_TRACES_ENDPOINT, win over the general ones; unset them.',
    ],
  };
  return definition;
}

function cure(dialect: CureDialect, code: CureCode, as: string, wiring: Wiring): readonly Fix[] {
  const fixes = cureIn(dialect, code, as, wiring);
  if (code !== 'TOKEN_WRONG') return fixes;
  const { unset } = SHELLS[wiring.shell];
  return [
    ...fixes.slice(0, 1),
    {
      text: 'If there are headers for one signal alone, take them away: they replace the ones for all.',
      as: 'env',
      snippet: SIGNALS.map((signal) => unset(`OTEL_EXPORTER_OTLP_${signal}_HEADERS`)).join('\n'),
    },
  ];
}

/** Names of the specification, protocol/exporter.md. */
function clientCertificate({ shell }: Wiring): Fix {
  const { assign } = SHELLS[shell];
  return {
    text: 'Give the SDK its certificate and key, then restart the application: it reads its settings once, when it starts.',
    as: 'env',
    snippet: [
      assign('OTEL_EXPORTER_OTLP_CLIENT_CERTIFICATE', 'client.crt'),
      assign('OTEL_EXPORTER_OTLP_CLIENT_KEY', 'client.key'),
    ].join('\n'),
  };
}
