import type { Setting } from '../definition.ts';

const CONF = 'elastic-apm 6.26.2: elasticapm/conf/__init__.py';

/** Settings of the Python agent. `since` is `0` where no version that is still in use lacks the setting. */
export const settings: readonly Setting[] = [
  setting('serverUrl', 'SERVER_URL', 'url'),
  setting('secretToken', 'SECRET_TOKEN', 'token'),
  setting('apiKey', 'API_KEY', 'token', {
    since: '5.4.0',
    never: 'It wins over the secret token, so a snippet holds one of the two, and Sealwire hands out tokens.',
  }),
  setting('caFile', 'SERVER_CA_CERT_FILE', 'path', {
    since: '6.17.0',
    proof: 'lab',
    source: 'reference/agents.md §1.2',
  }),
  setting('pin', 'SERVER_CERT', 'path', {
    since: '4.2.0',
    never:
      'It compares the fingerprint of the server certificate itself, and switches chain and name checks off; an authority given here never matches.',
    proof: 'lab',
    source: 'reference/agents.md §1.2',
  }),
  setting('verify', 'VERIFY_SERVER_CERT', 'boolean', {
    never: 'Without verification anyone on the way can read the token. Trusting the authority is as short.',
  }),
  setting('serviceName', 'SERVICE_NAME', 'name'),
  setting('environment', 'ENVIRONMENT', 'name'),
  setting('sendInterval', 'API_REQUEST_TIME', 'duration'),
  setting('metricsInterval', 'METRICS_INTERVAL', 'duration'),
  setting('centralConfig', 'CENTRAL_CONFIG', 'boolean'),
  setting('serverTimeout', 'SERVER_TIMEOUT', 'duration'),
  setting('active', 'ENABLED', 'boolean'),
  setting('logLevel', 'LOG_LEVEL', 'level'),
];

/** Every setting has one name: in capitals in a settings dictionary, in small letters as an argument, with a prefix as a variable. */
function setting(key: Setting['key'], name: string, format: Setting['format'], more: Partial<Setting> = {}): Setting {
  const env = `ELASTIC_APM_${name}`;
  return { key, env, code: name, format, since: '0', until: null, never: null, proof: 'source', source: CONF, ...more };
}
