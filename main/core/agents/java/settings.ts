import type { LogPhrase, Setting } from '../definition.ts';

const OPTIONS = 'elastic-apm-agent 1.52.0: org.stagemonitor.configuration.ConfigurationRegistry';
const REPORTER =
  'apm-agent-java 1.56.0: apm-agent-core/src/main/java/co/elastic/apm/agent/report/ReporterConfigurationImpl.java';
const DOCUMENTED = 'apm-agent-java 1.56.0: docs/reference/configuration.md';

/** Settings of the Java agent. `since` is `0` where no version that is still in use lacks the setting. */
export const settings: readonly Setting[] = [
  setting('serverUrl', 'server_url', 'url', { since: '1.21.0', source: REPORTER }),
  setting('serverUrl', 'server_urls', 'url', {
    never: 'Newer versions read this list only where server_url is left alone, so a snippet holds that.',
    source: REPORTER,
  }),
  setting('secretToken', 'secret_token', 'token'),
  setting('apiKey', 'api_key', 'token', {
    since: '1.15.0',
    never: 'It wins over the secret token, so a snippet holds one of the two, and Sealwire hands out tokens.',
    source: REPORTER,
  }),
  // The agent has none: its Java is told, by a truststore.
  {
    ...setting('caFile', '', 'path', { proof: 'lab', source: 'reference/agents.md §1.2' }),
    env: null,
    code: null,
  },
  setting('verify', 'verify_server_cert', 'boolean', {
    never: 'Without verification anyone on the way can read the token. A truststore takes one more line.',
    source: REPORTER,
  }),
  setting('serviceName', 'service_name', 'name'),
  setting('environment', 'environment', 'name'),
  setting('sendInterval', 'api_request_time', 'duration'),
  setting('metricsInterval', 'metrics_interval', 'duration', { since: '1.3.0', source: DOCUMENTED }),
  setting('centralConfig', 'central_config', 'boolean', { since: '1.8.0', source: DOCUMENTED }),
  setting('serverTimeout', 'server_timeout', 'duration'),
  setting('active', 'enabled', 'boolean', { since: '1.18.0', source: DOCUMENTED }),
  setting('logLevel', 'log_level', 'level', { source: DOCUMENTED }),
];

/** Every setting has one name: as it is in a properties file, after `-Delastic.apm.` as a system property, and in capitals with a prefix as a variable. */
function setting(key: Setting['key'], code: string, format: Setting['format'], more: Partial<Setting> = {}): Setting {
  const env = `ELASTIC_APM_${code.toUpperCase()}`;
  return { key, env, code, format, since: '0', until: null, never: null, proof: 'source', source: OPTIONS, ...more };
}

/** What the agent writes to standard output at its usual level. */
export const logPhrases: readonly LogPhrase[] = [
  phrase('CA_NOT_TRUSTED', 'unable to find valid certification path to requested target'),
  phrase('CA_NOT_TRUSTED', 'the trustAnchors parameter must be non-empty'),
  phrase('CA_NOT_TRUSTED', 'No X509TrustManager implementation available'),
  phrase('NAME_NOT_COVERED', 'No subject alternative DNS name matching'),
  phrase('NAME_NOT_COVERED', 'No subject alternative names matching IP address'),
  phrase('NAME_NOT_COVERED', 'No name matching'),
  phrase('CERTIFICATE_EXPIRED', 'PKIX path validation failed'),
  phrase('PLAIN_HTTP', 'response code is 400'),
  phrase('PLAIN_HTTP', 'Unexpected end of file from server'),
  phrase('PLAIN_HTTP', 'Connection reset'),
  phrase('SERVER_URL', 'Unsupported or unrecognized SSL message'),
  phrase('SERVER_URL', 'Remote host terminated the handshake'),
  phrase('TOKEN_WRONG', 'response code is 401'),
  phrase('TOKEN_WRONG', 'Unexpected status 401 while fetching configuration'),
  phrase('TOKEN_WRONG', 'Failed to parse version of APM server'),
  phrase('NOTHING_ARRIVED', 'Connection refused'),
];

function phrase(code: string, text: string): LogPhrase {
  return { code, phrase: text, shownByDefault: true };
}
