import type { Setting } from '../definition.ts';

const OPTIONS = 'Elastic.Apm 1.34.5: src/Elastic.Apm/Config/ConfigurationOption.cs';
const CORE = 'apm-agent-dotnet 1.34.5: docs/reference/config-core.md';
const REPORTER = 'apm-agent-dotnet 1.34.5: docs/reference/config-reporter.md';

/**
 * Settings of the .NET agent. `code` is the key below `ElasticApm` in appsettings.json and any other source of IConfiguration, and after `ElasticApm:` among the
 * appSettings of a Web.config. `since` is `0` where no version that is still in use lacks the setting.
 */
export const settings: readonly Setting[] = [
  setting('serverUrl', 'SERVER_URL', 'ServerUrl', 'url'),
  setting('serverUrl', 'SERVER_URLS', 'ServerUrls', 'url', {
    never: 'It is the older name, of whose list only the first server is used, so a snippet holds the other one alone.',
    source: REPORTER,
  }),
  setting('secretToken', 'SECRET_TOKEN', 'SecretToken', 'token'),
  setting('apiKey', 'API_KEY', 'ApiKey', 'token', {
    since: '1.4.0',
    never: 'It wins over the secret token, so a snippet holds one of the two, and Sealwire hands out tokens.',
    source: REPORTER,
  }),
  // The agent has none: .NET itself trusts what the system's store and, on Linux, OpenSSL's variables name.
  {
    ...setting('caFile', '', '', 'path', { source: 'reference/agents.md §1.2' }),
    env: null,
    code: null,
  },
  setting('pin', 'SERVER_CERT', 'ServerCert', 'path', {
    since: '1.9.0',
    never:
      'It compares the public key of the server certificate itself, where the system did not trust it, and then looks at no name; an authority given here never matches, and a renewed certificate does with the same key alone (`sealwire cert renew ID --same-key`).',
    source: 'reference/agents.md §1.2',
  }),
  setting('verify', 'VERIFY_SERVER_CERT', 'VerifyServerCert', 'boolean', {
    since: '1.3.0',
    never: 'Without verification anyone on the way can read the token. Trusting the authority takes one line.',
    source: REPORTER,
  }),
  setting('serviceName', 'SERVICE_NAME', 'ServiceName', 'name'),
  setting('environment', 'ENVIRONMENT', 'Environment', 'name', { since: '1.1.0', source: CORE }),
  setting('sendInterval', 'FLUSH_INTERVAL', 'FlushInterval', 'duration', { since: '1.1.0', source: REPORTER }),
  setting('metricsInterval', 'METRICS_INTERVAL', 'MetricsInterval', 'duration', { since: '1.0.0', source: REPORTER }),
  setting('centralConfig', 'CENTRAL_CONFIG', 'CentralConfig', 'boolean', { since: '1.1.0', source: CORE }),
  setting('active', 'ENABLED', 'Enabled', 'boolean', { since: '1.7.0', source: CORE }),
  setting('logLevel', 'LOG_LEVEL', 'LogLevel', 'level'),
];

function setting(
  key: Setting['key'],
  name: string,
  code: string,
  format: Setting['format'],
  more: Partial<Setting> = {},
): Setting {
  const env = `ELASTIC_APM_${name}`;
  return { key, env, code, format, since: '0', until: null, never: null, proof: 'source', source: OPTIONS, ...more };
}
