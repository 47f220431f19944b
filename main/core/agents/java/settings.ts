import type { Setting } from '../definition.ts';

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
