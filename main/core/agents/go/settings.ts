import type { Setting } from '../definition.ts';

const CONFIG = 'go.elastic.co/apm/v2 2.7.12: config.go';
const TRANSPORT = 'go.elastic.co/apm/v2 2.7.12: transport/http.go';
const CHANGES = 'apm-agent-go 1.13.1: CHANGELOG.asciidoc';

/**
 * Settings of the Go agent. It has no configuration file; `code` is the field of `transport.HTTPTransportOptions`, `tls.Config` or `apm.TracerOptions`, which wins
 * over the variable. `since` is `0` where no version that is still in use lacks the setting.
 */
export const settings: readonly Setting[] = [
  setting('serverUrl', 'SERVER_URL', 'ServerURLs', 'url', { source: TRANSPORT }),
  setting('serverUrl', 'SERVER_URLS', null, 'url', {
    since: '1.0.0',
    never: 'It wins over ELASTIC_APM_SERVER_URL without a word, so a snippet holds the other one alone.',
    source: TRANSPORT,
  }),
  setting('secretToken', 'SECRET_TOKEN', 'SecretToken', 'token', { source: TRANSPORT }),
  setting('apiKey', 'API_KEY', 'APIKey', 'token', {
    since: '1.7.0',
    never: 'It wins over the secret token, so a snippet holds one of the two, and Sealwire hands out tokens.',
    source: CHANGES,
  }),
  setting('caFile', 'SERVER_CA_CERT_FILE', 'RootCAs', 'path', { since: '1.13.0', proof: 'lab', source: CHANGES }),
  setting('pin', 'SERVER_CERT', null, 'path', {
    since: '1.1.0',
    never:
      'It compares the server certificate itself, byte by byte, and looks at neither name nor authority; an authority given here never matches, and a renewed certificate no longer does.',
    proof: 'lab',
    source: 'reference/agents.md §1.2',
  }),
  setting('verify', 'VERIFY_SERVER_CERT', 'InsecureSkipVerify', 'boolean', {
    never: 'Without verification anyone on the way can read the token. Trusting the authority is as short.',
    source: 'go.elastic.co/apm/v2 2.7.12: transport/crypto.go',
  }),
  setting('serviceName', 'SERVICE_NAME', 'ServiceName', 'name'),
  setting('environment', 'ENVIRONMENT', 'ServiceEnvironment', 'name'),
  setting('sendInterval', 'API_REQUEST_TIME', null, 'duration'),
  setting('metricsInterval', 'METRICS_INTERVAL', null, 'duration'),
  setting('centralConfig', 'CENTRAL_CONFIG', null, 'boolean', { since: '1.5.0' }),
  setting('serverTimeout', 'SERVER_TIMEOUT', 'ServerTimeout', 'duration', { source: TRANSPORT }),
  setting('active', 'ACTIVE', null, 'boolean'),
  setting('logLevel', 'LOG_LEVEL', null, 'level', {
    since: '1.0.0',
    source: 'go.elastic.co/apm/v2 2.7.12: internal/apmlog/logger.go',
  }),
];

function setting(
  key: Setting['key'],
  name: string,
  code: string | null,
  format: Setting['format'],
  more: Partial<Setting> = {},
): Setting {
  const env = `ELASTIC_APM_${name}`;
  return { key, env, code, format, since: '0', until: null, never: null, proof: 'source', source: CONFIG, ...more };
}
