import type { Setting } from '../definition.ts';

const CONFIG = 'elastic-apm 4.9.0: lib/elastic_apm/config.rb';
const CHANGES = 'apm-agent-ruby 3.7.0: CHANGELOG.asciidoc';

/**
 * Settings of the Ruby agent. `code` is the key in `config/elastic_apm.yml`, after `config.elastic_apm.` in Rails and as an argument of `start`. `since` is `0` where no
 * version that is still in use lacks the setting.
 */
export const settings: readonly Setting[] = [
  setting('serverUrl', 'server_url', 'url'),
  setting('secretToken', 'secret_token', 'token'),
  setting('apiKey', 'api_key', 'token', {
    since: '3.4.0',
    never: 'It wins over the secret token, so a snippet holds one of the two, and Sealwire hands out tokens.',
    source: CHANGES,
  }),
  setting('caFile', 'server_ca_cert_file', 'path', {
    since: '3.13.0',
    proof: 'lab',
    source: 'reference/agents.md §1.2',
  }),
  // Its name up to 3.12; newer versions take no notice of the variable, and of the key only to say that they do not know it.
  setting('caFile', 'server_ca_cert', 'path', { since: '2.4.0', until: '3.13.0', source: CHANGES }),
  setting('verify', 'verify_server_cert', 'boolean', {
    never: 'Without verification anyone on the way can read the token. Trusting the authority is as short.',
  }),
  setting('serviceName', 'service_name', 'name'),
  setting('environment', 'environment', 'name'),
  setting('sendInterval', 'api_request_time', 'duration'),
  setting('metricsInterval', 'metrics_interval', 'duration', { since: '2.3.0', source: CHANGES }),
  setting('centralConfig', 'central_config', 'boolean', { since: '2.10.0', source: CHANGES }),
  setting('active', 'enabled', 'boolean', { since: '3.7.0', source: CHANGES }),
  setting('logLevel', 'log_level', 'level'),
];

function setting(key: Setting['key'], code: string, format: Setting['format'], more: Partial<Setting> = {}): Setting {
  const env = `ELASTIC_APM_${code.toUpperCase()}`;
  return { key, env, code, format, since: '0', until: null, never: null, proof: 'source', source: CONFIG, ...more };
}
