import type { Setting } from '../definition.ts';

const CONFIG = '@elastic/apm-rum-core 5.25.3: src/common/config-service.js';

/**
 * Settings of the browser agent: properties of what `init` is given, as an attribute `data-server-url` of its script tag too. There are no variables. `since` is `0` where no
 * version that is still in use lacks the setting.
 */
export const settings: readonly Setting[] = [
  setting('serverUrl', 'serverUrl', 'url', { proof: 'lab' }),
  setting('serverUrl', 'serverUrlPrefix', 'url', {
    never: 'It stands in for the whole path of the intake, not for what comes before it.',
  }),
  setting('secretToken', null, 'token', { never: 'Whoever opens a page can read all that is in it.' }),
  setting('apiKey', null, 'token', { never: 'Whoever opens a page can read all that is in it.' }),
  // The browser is told, or the system that it runs on.
  setting('caFile', null, 'path', { proof: 'lab', source: 'reference/agents.md §1.2' }),
  setting('verify', null, 'boolean', { never: 'The browser verifies, and no page can tell it not to.' }),
  setting('serviceName', 'serviceName', 'name', { proof: 'lab' }),
  setting('environment', 'environment', 'name', { proof: 'lab' }),
  setting('sendInterval', 'flushInterval', 'milliseconds'),
  setting('centralConfig', 'centralConfig', 'boolean', { proof: 'lab' }),
  setting('active', 'active', 'boolean'),
  setting('logLevel', 'logLevel', 'level', { proof: 'lab' }),
];

function setting(
  key: Setting['key'],
  code: string | null,
  format: Setting['format'],
  more: Partial<Setting> = {},
): Setting {
  return {
    key,
    env: null,
    code,
    format,
    since: '0',
    until: null,
    never: null,
    proof: 'source',
    source: CONFIG,
    ...more,
  };
}
