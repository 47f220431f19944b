import type { Setting } from '../definition.ts';

const BUILDER = 'apm-agent-android 1.8.0: agent-sdk/src/main/java/co/elastic/otel/android/ElasticApmAgent.kt';
const DOCUMENTED = 'apm-agent-android 1.8.0: docs/reference/edot-android/configuration.md';

/** Settings of the Android agent: calls of `ElasticApmAgent.builder`, nothing else. `since` is `0` where no version that is still in use lacks the setting. */
export const settings: readonly Setting[] = [
  setting('serverUrl', 'setExportUrl', 'url'),
  setting('secretToken', 'Authentication.SecretToken', 'token', {
    source: 'apm-agent-android 1.8.0: agent-sdk/src/main/java/co/elastic/otel/android/connectivity/Authentication.kt',
  }),
  setting('apiKey', 'Authentication.ApiKey', 'token', {
    never: 'An app sends one of the two, and Sealwire hands out tokens.',
    source: 'apm-agent-android 1.8.0: agent-sdk/src/main/java/co/elastic/otel/android/connectivity/Authentication.kt',
  }),
  // The agent has none: its application is told, by its network security configuration.
  setting('caFile', null, 'path', { source: 'reference/agents.md §1.2' }),
  setting('verify', null, 'boolean', { never: 'There is none.', source: 'reference/agents.md §1.2' }),
  setting('serviceName', 'setServiceName', 'name'),
  setting('environment', 'setDeploymentEnvironment', 'name'),
  setting('sendInterval', null, 'duration', { never: 'There is none.', source: DOCUMENTED }),
  setting('centralConfig', 'setManagementUrl', 'url', { since: '1.2.0', source: DOCUMENTED }),
  setting('active', null, 'boolean', { never: 'There is none.', source: DOCUMENTED }),
  setting('logLevel', 'setInternalLoggingPolicy', 'level', { source: DOCUMENTED }),
];

function setting(
  key: Setting['key'],
  code: string | null,
  format: Setting['format'],
  more: Partial<Setting> = {},
): Setting {
  const source = BUILDER;
  return { key, env: null, code, format, since: '0', until: null, never: null, proof: 'source', source, ...more };
}
