import type { Setting } from '../../definition.ts';

const EXPORTER = '@opentelemetry/otlp-exporter-base 0.223.1: src/configuration/otlp-http-configuration.ts';
const SPANS = '@opentelemetry/sdk-trace-base 2.12.0: src/export/BatchSpanProcessorBase.ts';
const EDOT = '@elastic/opentelemetry-browser 0.3.0: lib/sdk.js';
const READABLE = 'Whoever opens a page can read all that is in it.';

/**
 * Settings of a page, which knows no variables, and of what passes its reports on. `since` is `0` where no version that is still in use lacks the setting; the names of
 * EDOT Browser are those of its version 0.3.0, which is a preview.
 */
export const settings: readonly Setting[] = [
  setting('serverUrl', 'url', 'url', { proof: 'lab' }),
  setting('serverUrl', 'otlpEndpoint', 'url', { proof: 'lab', source: EDOT }),
  // The header that the page's own server, or a Collector, puts on; a page has none.
  setting('secretToken', 'Authorization', 'token', { proof: 'lab', source: 'reference/agents.md §4' }),
  setting('apiKey', 'exportHeaders', 'token', { never: READABLE, source: EDOT }),
  setting('caFile', 'proxy_ssl_trusted_certificate', 'path', {
    proof: 'lab',
    source: 'nginx 1.22.1: src/http/modules/ngx_http_proxy_module.c',
  }),
  setting('verify', null, 'boolean', {
    never: 'Whoever passes reports on without verifying gives the token to anyone on the way.',
  }),
  setting('serviceName', 'service.name', 'name', { proof: 'lab' }),
  setting('environment', 'deployment.environment.name', 'name', { proof: 'lab' }),
  setting('sendInterval', 'scheduledDelayMillis', 'milliseconds', { source: SPANS }),
  setting('active', 'disabled', 'boolean', { off: 'true', source: EDOT }),
  setting('logLevel', 'logLevel', 'level', { source: EDOT }),
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
    source: EXPORTER,
    ...more,
  };
}
