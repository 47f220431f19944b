import type { Setting } from '../definition.ts';
import type { Language } from './language.ts';

const EXPORTER = 'opentelemetry-specification 1.60.0: specification/protocol/exporter.md';
const VARIABLES = 'opentelemetry-specification 1.60.0: specification/configuration/sdk-environment-variables.md';

/** The header that holds the secret token: variables hold headers as baggage does, where a space is written `%20` (reference/agents.md §1.5). */
export const BEARER = 'Authorization=Bearer%20';

/**
 * The settings that every SDK has, by the names of the specification. Each also has one for traces, metrics and logs alone, which wins over the general one. `since` is `0`
 * where no version that is still in use lacks the setting.
 */
export function settingsOf({ certificate, settings }: Pick<Language, 'certificate' | 'settings'>): readonly Setting[] {
  return [
    setting('serverUrl', 'OTEL_EXPORTER_OTLP_ENDPOINT', 'url'),
    setting('secretToken', 'OTEL_EXPORTER_OTLP_HEADERS', 'token', { before: BEARER }),
    setting('apiKey', 'OTEL_EXPORTER_OTLP_TRACES_HEADERS', 'token', {
      never:
        'They win over the headers for all signals, which some SDKs then leave out, and the token with them; a snippet holds the general ones alone.',
    }),
    setting('caFile', 'OTEL_EXPORTER_OTLP_CERTIFICATE', 'path', certificate),
    setting('verify', 'OTEL_EXPORTER_OTLP_INSECURE', 'boolean', {
      never:
        'It sends gRPC in plain text, so anyone on the way can read the token. Trusting the authority is as short.',
    }),
    setting('serviceName', 'OTEL_SERVICE_NAME', 'name', { source: VARIABLES }),
    setting('environment', 'OTEL_RESOURCE_ATTRIBUTES', 'name', { source: VARIABLES }),
    setting('sendInterval', 'OTEL_BSP_SCHEDULE_DELAY', 'milliseconds', { source: VARIABLES }),
    setting('metricsInterval', 'OTEL_METRIC_EXPORT_INTERVAL', 'milliseconds', { source: VARIABLES }),
    setting('serverTimeout', 'OTEL_EXPORTER_OTLP_TIMEOUT', 'milliseconds'),
    setting('active', 'OTEL_SDK_DISABLED', 'boolean', { off: 'true', source: VARIABLES }),
    setting('logLevel', 'OTEL_LOG_LEVEL', 'level', { source: VARIABLES }),
    ...settings,
  ];
}

/** One setting, as the specification has it where `more` says nothing else. */
export function setting(
  key: Setting['key'],
  env: string,
  format: Setting['format'],
  more: Partial<Setting> = {},
): Setting {
  return {
    key,
    env,
    code: null,
    format,
    since: '0',
    until: null,
    never: null,
    proof: 'source',
    source: EXPORTER,
    ...more,
  };
}
