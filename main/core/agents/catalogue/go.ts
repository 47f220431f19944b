import type { AgentDefinition } from '../definition.ts';
import { type CureDialect, cureIn } from '../forms/cure.ts';
import { central } from '../go/central.ts';
import { codeAdvice, environment, startLine, trust, trustAdvice } from '../go/environment.ts';
import { frameworks } from '../go/frameworks.ts';
import { isGoHello } from '../go/hello.ts';
import { launch } from '../go/launch.ts';
import { logMarks, logPhrases } from '../go/log-phrases.ts';
import { clientConfig, ownForm, ownLine, setUp } from '../go/own-form.ts';
import { recognise } from '../go/project.ts';
import { settings } from '../go/settings.ts';

const dialect: CureDialect = {
  agent: { id: 'go', title: 'Go', settings },
  trust,
  ownLine,
  check: [
    ['ELASTIC_APM_API_REQUEST_TIME', '1s'],
    ['ELASTIC_APM_METRICS_INTERVAL', '5s'],
    ['ELASTIC_APM_LOG_LEVEL', 'debug'],
    ['ELASTIC_APM_LOG_FILE', 'stderr'],
  ],
  clientCertificate: (wiring) => [
    {
      text: 'Give the agent its certificate in code, beside the authority: no variable can. Once TLSClientConfig is set, no variable about TLS counts any more.',
      as: 'code',
      snippet: `own, err := tls.LoadX509KeyPair("client.crt", "client.key")\n${clientConfig(wiring, '&tls.Config{RootCAs: roots, Certificates: []tls.Certificate{own}}')}`,
    },
  ],
};

/** The Elastic APM agent for Go (reference/agents.md, rows "Go"). */
export const definition: AgentDefinition = {
  id: 'go',
  title: 'Go',
  version: '2.7.12',
  keywords: ['golang', 'gin', 'echo', 'grpc', 'go.elastic.co/apm'],
  metadataNames: ['go'],
  userAgent: /^(?:apm-agent-|elasticapm-)go\//,
  executable: /^go(\.exe)?$/,
  hello: isGoHello,
  settings,
  tlsClients: ['go'],
  storesRead: [],
  central,
  // go.elastic.co/apm/v2 2.7.12, transport/http.go `WatchConfig`: the tag is kept before the settings are looked at.
  centralTag: 'received',
  frameworks,
  // crypto/tls answers bad_certificate to whatever it does not like about a certificate (handshake_client.go, `verifyServerCertificate`).
  rejection: {
    silent: false,
    untrusted: ['bad_certificate'],
    wrongName: ['bad_certificate'],
    expired: ['bad_certificate'],
  },
  logPhrases,
  logMarks,
  // Without a place for its log it says nothing, and of failures to send at `debug` alone (reference/agents.md §1.3, §6).
  aloud: { ELASTIC_APM_LOG_FILE: 'stderr', ELASTIC_APM_LOG_LEVEL: 'debug' },
  forms: ['env', 'code', 'dotenv', 'procfile', 'docker', 'compose', 'kubernetes', 'systemd', 'launchd'],
  ownForm,
  environment,
  ownEnvironment: () => [],
  setUp,
  loaders: [],
  startCommand: (framework) => framework.start,
  startLine,
  advice: (as, _framework, wiring) => [
    ...(as === 'code' ? [codeAdvice(wiring)] : trustAdvice(wiring)),
    ...(as === 'dotenv' ? ['godotenv is a command: go install github.com/joho/godotenv/cmd/godotenv@v1.5.1.'] : []),
    ...(['docker', 'compose', 'kubernetes', 'systemd'].includes(as)
      ? ['The image or unit starts the compiled program; nothing of the agent lies beside it.']
      : []),
  ],
  cure: (code, as, wiring) => cureIn(dialect, code, as, wiring),
  launch: (request, files) => launch(definition, request, files),
  recognise,
  notes: [
    'The agent says nothing, not even of a mistake, until ELASTIC_APM_LOG_FILE names a place: stderr, stdout or a file.',
    'A setting with a mistake in it, such as a CA file that cannot be read, a duration without its unit or "no" for false, makes the agent stay off.',
    'ELASTIC_APM_SERVER_URLS wins over ELASTIC_APM_SERVER_URL, and ELASTIC_APM_API_KEY over the secret token; unset both.',
  ],
};
