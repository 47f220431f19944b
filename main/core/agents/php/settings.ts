import type { Setting } from '../definition.ts';

const OPTIONS = 'apm-agent-php 1.16.0: agent/native/ext/ConfigManager.h';
const DOCUMENTED = 'apm-agent-php 1.16.0: docs/reference/configuration-reference.md';
const NOTES = 'apm-agent-php 1.15.1: docs/release-notes/index.md';

/** Settings of the PHP agent; `code` is the name in php.ini, which wins over the variable. `since` is `0` where no version that is still in use lacks the setting. */
export const settings: readonly Setting[] = [
  setting('serverUrl', 'server_url', 'url'),
  setting('secretToken', 'secret_token', 'token'),
  setting('apiKey', 'api_key', 'token', {
    never: 'It wins over the secret token, so a snippet holds one of the two, and Sealwire hands out tokens.',
    source: DOCUMENTED,
  }),
  // The agent has none: its libcurl reads the system's store.
  { ...unset('caFile', 'path'), proof: 'lab', source: 'reference/agents.md §3' },
  setting('verify', 'verify_server_cert', 'boolean', {
    never: 'Without verification anyone on the way can read the token. The system’s store takes one line.',
    source: NOTES,
  }),
  setting('serviceName', 'service_name', 'name'),
  setting('environment', 'environment', 'name'),
  // It sends what a request brought at the end of that request, and no metrics.
  unset('sendInterval', 'duration'),
  setting('serverTimeout', 'server_timeout', 'duration'),
  setting('active', 'enabled', 'boolean'),
  setting('logLevel', 'log_level', 'level', { source: DOCUMENTED }),
];

function setting(key: Setting['key'], name: string, format: Setting['format'], more: Partial<Setting> = {}): Setting {
  const env = `ELASTIC_APM_${name.toUpperCase()}`;
  return {
    key,
    env,
    code: `elastic_apm.${name}`,
    format,
    since: '0',
    until: null,
    never: null,
    proof: 'source',
    source: OPTIONS,
    ...more,
  };
}

/** What this agent has no setting for. */
function unset(key: Setting['key'], format: Setting['format']): Setting {
  return { ...setting(key, '', format), env: null, code: null, source: 'reference/agents.md §1.3' };
}
