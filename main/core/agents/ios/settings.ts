import type { Setting } from '../definition.ts';

const DOCUMENTED = 'apm-agent-ios 2.0.2: docs/reference/edot-ios/configuration.md';

/** The key of Info.plist, and variable of the process, by which the app and its environment are named. */
export const ATTRIBUTES = 'OTEL_RESOURCE_ATTRIBUTES';

/** Settings of the iOS agent: calls of `AgentConfigBuilder`, and one key of Info.plist. `since` is `0` where no version that is still in use lacks the setting. */
export const settings: readonly Setting[] = [
  setting('serverUrl', 'withExportUrl', 'url'),
  setting('serverUrl', 'withServerUrl', 'url', { never: 'Version 2.0.0 deprecated it; withExportUrl wins over it.' }),
  setting('secretToken', 'withSecretToken', 'token'),
  setting('apiKey', 'withApiKey', 'token', {
    never: 'The last one that is called counts, so an app holds one of the two, and Sealwire hands out tokens.',
  }),
  // The agent has none: the device is told, by a profile.
  setting('caFile', null, 'path', { source: 'reference/agents.md §1.2' }),
  setting('verify', null, 'boolean', { never: 'There is none.', source: 'reference/agents.md §1.2' }),
  setting('serviceName', ATTRIBUTES, 'name'),
  setting('environment', ATTRIBUTES, 'name'),
  setting('sendInterval', null, 'duration', { never: 'There is none.' }),
  setting('centralConfig', 'withRemoteManagement', 'boolean'),
  setting('active', 'disableAgent', 'boolean'),
];

function setting(
  key: Setting['key'],
  code: string | null,
  format: Setting['format'],
  more: Partial<Setting> = {},
): Setting {
  const source = DOCUMENTED;
  return { key, env: null, code, format, since: '0', until: null, never: null, proof: 'source', source, ...more };
}
