import type { Setting } from '../definition.ts';

const SCHEMA = 'elastic-apm-node 4.18.0: lib/config/schema.js';

/** Settings of the Node.js agent. `since` is `0` where no version that is still in use lacks the setting. */
export const settings: readonly Setting[] = [
  setting('serverUrl', 'ELASTIC_APM_SERVER_URL', 'serverUrl', 'url'),
  setting('secretToken', 'ELASTIC_APM_SECRET_TOKEN', 'secretToken', 'token'),
  setting('apiKey', 'ELASTIC_APM_API_KEY', 'apiKey', 'token', {
    since: '3.10.0',
    never: 'It wins over the secret token, so a snippet holds one of the two, and Sealwire hands out tokens.',
  }),
  setting('caFile', 'ELASTIC_APM_SERVER_CA_CERT_FILE', 'serverCaCertFile', 'path', {
    since: '3.3.0',
    proof: 'lab',
    source: 'reference/agents.md §1.2',
  }),
  setting('verify', 'ELASTIC_APM_VERIFY_SERVER_CERT', 'verifyServerCert', 'boolean', {
    never: 'Without verification anyone on the way can read the token. Trusting the authority is as short.',
  }),
  setting('serviceName', 'ELASTIC_APM_SERVICE_NAME', 'serviceName', 'name'),
  setting('environment', 'ELASTIC_APM_ENVIRONMENT', 'environment', 'name'),
  setting('sendInterval', 'ELASTIC_APM_API_REQUEST_TIME', 'apiRequestTime', 'duration'),
  setting('metricsInterval', 'ELASTIC_APM_METRICS_INTERVAL', 'metricsInterval', 'duration'),
  setting('centralConfig', 'ELASTIC_APM_CENTRAL_CONFIG', 'centralConfig', 'boolean'),
  setting('serverTimeout', 'ELASTIC_APM_SERVER_TIMEOUT', 'serverTimeout', 'duration'),
  setting('active', 'ELASTIC_APM_ACTIVE', 'active', 'boolean'),
  setting('logLevel', 'ELASTIC_APM_LOG_LEVEL', 'logLevel', 'level'),
];

function setting(
  key: Setting['key'],
  env: string,
  code: string,
  format: Setting['format'],
  more: Partial<Setting> = {},
): Setting {
  return { key, env, code, format, since: '0', until: null, never: null, proof: 'source', source: SCHEMA, ...more };
}
