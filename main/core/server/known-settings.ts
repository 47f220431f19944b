/** What a setting takes. `texts` also takes a single text, `headers` a map of texts or lists. */
export type SettingKind = 'text' | 'secret' | 'boolean' | 'integer' | 'duration' | 'texts' | 'headers';

/** One setting under `apm-server`, with the real server's default as it would be written (reference E). */
export interface KnownSetting {
  readonly key: string;
  readonly kind: SettingKind;
  readonly standard: string;
  /** Less is refused: the real server does not start with it, or would take no event at all. */
  readonly least?: number;
}

/** Settings that the endpoint goes by. */
export const SETTINGS: readonly KnownSetting[] = [
  { key: 'host', kind: 'text', standard: '127.0.0.1:8200' },
  { key: 'auth.secret_token', kind: 'secret', standard: '""' },
  { key: 'auth.api_key.enabled', kind: 'boolean', standard: 'false' },
  { key: 'auth.api_key.limit', kind: 'integer', standard: '100' },
  { key: 'auth.anonymous.enabled', kind: 'boolean', standard: 'automatic' },
  { key: 'auth.anonymous.allow_agent', kind: 'texts', standard: '[rum-js, js-base]' },
  { key: 'auth.anonymous.allow_service', kind: 'texts', standard: '[]' },
  { key: 'auth.anonymous.rate_limit.event_limit', kind: 'integer', standard: '300', least: 0 },
  { key: 'auth.anonymous.rate_limit.ip_limit', kind: 'integer', standard: '1000', least: 1 },
  { key: 'max_header_size', kind: 'integer', standard: '1048576' },
  { key: 'idle_timeout', kind: 'duration', standard: '45s' },
  { key: 'read_timeout', kind: 'duration', standard: '30s' },
  { key: 'write_timeout', kind: 'duration', standard: '30s' },
  { key: 'shutdown_timeout', kind: 'duration', standard: '30s' },
  { key: 'max_event_size', kind: 'integer', standard: '307200', least: 1 },
  { key: 'max_connections', kind: 'integer', standard: '0' },
  { key: 'response_headers', kind: 'headers', standard: '{}' },
  { key: 'capture_personal_data', kind: 'boolean', standard: 'true' },
  { key: 'default_service_environment', kind: 'text', standard: '""' },
  { key: 'expvar.enabled', kind: 'boolean', standard: 'false' },
  { key: 'expvar.url', kind: 'text', standard: '/debug/vars' },
  { key: 'rum.enabled', kind: 'boolean', standard: 'false' },
  { key: 'rum.allow_origins', kind: 'texts', standard: "['*']" },
  { key: 'rum.allow_headers', kind: 'texts', standard: '[]' },
  { key: 'rum.response_headers', kind: 'headers', standard: '{}' },
  { key: 'rum.library_pattern', kind: 'text', standard: '"node_modules|bower_components|~"' },
  { key: 'rum.exclude_from_grouping', kind: 'text', standard: '"^/webpack"' },
  { key: 'agent.config.cache.expiration', kind: 'duration', standard: '30s' },
  { key: 'ssl.enabled', kind: 'boolean', standard: 'true' },
  { key: 'ssl.certificate', kind: 'text', standard: '""' },
  { key: 'ssl.key', kind: 'secret', standard: '""' },
  { key: 'ssl.key_passphrase', kind: 'secret', standard: '""' },
  { key: 'ssl.key_passphrase_path', kind: 'text', standard: '""' },
  { key: 'ssl.disable_legacy_pem_support', kind: 'boolean', standard: 'false' },
  { key: 'ssl.certificate_authorities', kind: 'texts', standard: '[]' },
  { key: 'ssl.client_authentication', kind: 'text', standard: 'none' },
  { key: 'ssl.verification_mode', kind: 'text', standard: 'full' },
  { key: 'ssl.ca_sha256', kind: 'texts', standard: '[]' },
  { key: 'ssl.supported_protocols', kind: 'texts', standard: '[TLSv1.2, TLSv1.3]' },
  { key: 'ssl.cipher_suites', kind: 'texts', standard: '[]' },
  { key: 'ssl.curve_types', kind: 'texts', standard: '[]' },
  { key: 'ssl.certificate_reload.enabled', kind: 'boolean', standard: 'true' },
  { key: 'ssl.certificate_reload.reload_interval', kind: 'duration', standard: '5s' },
];

/** A setting by its name, or null. */
export function knownSetting(key: string): KnownSetting | null {
  return SETTINGS.find((setting) => setting.key === key) ?? null;
}

/** Real sections and settings under `apm-server` that mean something only with Elasticsearch, Kibana, sampling or the server's own process. */
export const ELSEWHERE: readonly string[] = [
  'aggregation',
  'agent.config.elasticsearch',
  'agent_config',
  'auth.api_key.elasticsearch',
  'data_streams',
  'ilm',
  'instrumentation',
  'java_attacher',
  'kibana',
  'max_concurrent_decoders',
  'pprof',
  'register',
  'rum.source_mapping',
  'sampling',
  'wait_ready_interval',
];

/** Top-level sections beside `apm-server` that mean nothing here. `path` and `keystore` do: they say where the keystore is. */
export const OTHER_SECTIONS: readonly string[] = [
  'cloud',
  'gc_percent',
  'http',
  'instrumentation',
  'logging',
  'management',
  'max_procs',
  'monitoring',
  'output',
  'queue',
  'setup',
  'xpack',
];

/** Names that releases before 8.0 took, and what they are called since (reference A7). */
export const OLD_NAMES: ReadonlyMap<string, string> = new Map([
  ['secret_token', 'auth.secret_token'],
  ['api_key.enabled', 'auth.api_key.enabled'],
  ['api_key.limit', 'auth.api_key.limit'],
  ['rum.event_rate.limit', 'auth.anonymous.rate_limit.event_limit'],
  ['rum.event_rate.lru_size', 'auth.anonymous.rate_limit.ip_limit'],
  ['rum.allow_service_names', 'auth.anonymous.allow_service'],
]);
