import { DEFAULT_SERVER_SETTINGS, type ServerSettings } from '../endpoint/server-settings.ts';
import { knownSetting, OLD_NAMES } from '../server/known-settings.ts';
import type { ServerPlan } from './handover.ts';
import type { YamlMap, YamlValue } from './yaml-text.ts';

/** How a server finds what is not in its settings. All are written as they stand, references in them too. */
export interface SettingPlaces {
  /** Null where somebody else sets it. */
  readonly host: string | null;
  readonly token: string;
  /** Null where somebody else sets certificate and key. */
  readonly certificate: string | null;
  readonly key: string | null;
  readonly passphrase: string | null;
  /** A path, or PEM itself. */
  readonly clientsCa: string | null;
  /** Keeps a `$` in any other text from being read as a reference. */
  escaped(text: string): string;
}

/** The real server's own rule: two dollar signs stand for one (reference F). */
export const escapedForServer = (text: string): string => text.replaceAll('$', '$$$$');

/** One setting under `apm-server`, by the name that the version knows it by. */
export interface WrittenSetting {
  readonly key: string;
  readonly value: YamlValue;
}

/** Settings that 8.0 brought, and that have no other name before. */
const SINCE_8 = new Set(['auth.anonymous.enabled', 'auth.anonymous.allow_agent']);
const OLD_NAME_OF = new Map([...OLD_NAMES].map(([old, today]) => [today, old]));

/**
 * What a server is told, in the order in which it is written: where it listens, the token, TLS, and all in which the workspace's endpoint differs from the real server's defaults. A name of 8.0
 * and later is written by its old one for 7, and left out where there was none. Every name is one that the reader of `apm-server.yml` knows.
 */
export function writtenSettings(plan: ServerPlan, places: SettingPlaces): readonly WrittenSetting[] {
  const { clientAuthentication, protocols, material } = plan;
  const all: [string, YamlValue | null][] = [
    ['host', places.host],
    ['auth.secret_token', places.token],
    ['ssl.enabled', places.certificate === null ? null : true],
    ['ssl.certificate', places.certificate],
    ['ssl.key', places.key],
    ['ssl.key_passphrase', material.passphrase === null ? null : places.passphrase],
    ['ssl.supported_protocols', protocols],
    ['ssl.client_authentication', clientAuthentication === 'none' ? null : clientAuthentication],
    [
      'ssl.certificate_authorities',
      clientAuthentication === 'none' || places.clientsCa === null ? null : [places.clientsCa],
    ],
    ...ofEndpoint(plan.settings, places.escaped),
  ];
  return all.flatMap(([key, value]) => {
    const name = value === null ? null : nameIn(plan.version.major, key);
    return name === null || value === null ? [] : [{ key: name, value }];
  });
}

/** The same as one nested section. */
export function settingsTree(settings: readonly WrittenSetting[]): YamlMap {
  const tree: Record<string, YamlValue> = {};
  for (const { key, value } of settings) {
    const path = key.split('.');
    const last = path.pop() ?? key;
    let section = tree;
    for (const part of path) {
      const inner: Record<string, YamlValue> = { ...(section[part] as YamlMap as Record<string, YamlValue>) };
      section[part] = inner;
      section = inner;
    }
    section[last] = value;
  }
  return tree;
}

function nameIn(major: number, key: string): string | null {
  if (knownSetting(key) === null) throw new Error(`${key} is no setting of APM Server`);
  if (major >= 8) return key;
  return SINCE_8.has(key) ? null : (OLD_NAME_OF.get(key) ?? key);
}

function ofEndpoint(settings: ServerSettings, escaped: (text: string) => string): [string, YamlValue | null][] {
  const standard = DEFAULT_SERVER_SETTINGS;
  const { auth, rum } = settings;
  const { anonymous } = auth;
  const isRum = rum.enabled;
  const texts = (list: readonly string[]): readonly string[] => list.map(escaped);
  const differing = <T>(value: T, usual: T, write: (value: T) => YamlValue): YamlValue | null =>
    JSON.stringify(value) === JSON.stringify(usual) ? null : write(value);
  const plain = <T extends string | number | boolean>(value: T, usual: T): YamlValue | null =>
    differing(value, usual, (given) => (typeof given === 'string' ? escaped(given) : given));
  return [
    ['auth.api_key.enabled', plain(auth.apiKey.enabled, standard.auth.apiKey.enabled)],
    ['auth.api_key.limit', plain(auth.apiKey.limit, standard.auth.apiKey.limit)],
    ['auth.anonymous.enabled', anonymous.enabled ?? (isRum ? true : null)],
    [
      'auth.anonymous.allow_agent',
      differing(anonymous.allowAgent, standard.auth.anonymous.allowAgent, (list) =>
        texts(covering(list, standard.auth.anonymous.allowAgent.length)),
      ),
    ],
    ['auth.anonymous.allow_service', anonymous.allowService.length === 0 ? null : texts(anonymous.allowService)],
    [
      'auth.anonymous.rate_limit.event_limit',
      isRum
        ? anonymous.rateLimit.eventLimit
        : plain(anonymous.rateLimit.eventLimit, standard.auth.anonymous.rateLimit.eventLimit),
    ],
    [
      'auth.anonymous.rate_limit.ip_limit',
      isRum
        ? anonymous.rateLimit.ipLimit
        : plain(anonymous.rateLimit.ipLimit, standard.auth.anonymous.rateLimit.ipLimit),
    ],
    ['rum.enabled', isRum ? true : null],
    ['rum.allow_origins', isRum ? texts(covering(rum.allowOrigins, 1)) : null],
    ['rum.allow_headers', isRum && rum.allowHeaders.length > 0 ? texts(rum.allowHeaders) : null],
    ['rum.response_headers', isRum ? headers(rum.responseHeaders, escaped) : null],
    ['rum.library_pattern', isRum ? plain(rum.libraryPattern, standard.rum.libraryPattern) : null],
    ['rum.exclude_from_grouping', isRum ? plain(rum.excludeFromGrouping, standard.rum.excludeFromGrouping) : null],
    ['response_headers', headers(settings.responseHeaders, escaped)],
    ['max_header_size', plain(settings.maxHeaderSize, standard.maxHeaderSize)],
    ['idle_timeout', span(settings.idleTimeoutMs, standard.idleTimeoutMs)],
    ['read_timeout', span(settings.readTimeoutMs, standard.readTimeoutMs)],
    ['write_timeout', span(settings.writeTimeoutMs, standard.writeTimeoutMs)],
    ['shutdown_timeout', span(settings.shutdownTimeoutMs, standard.shutdownTimeoutMs)],
    ['max_event_size', plain(settings.maxEventSize, standard.maxEventSize)],
    ['max_connections', plain(settings.maxConnections, standard.maxConnections)],
    ['capture_personal_data', plain(settings.capturePersonalData, standard.capturePersonalData)],
    ['default_service_environment', plain(settings.defaultServiceEnvironment, standard.defaultServiceEnvironment)],
    ['expvar.enabled', plain(settings.expvar.enabled, standard.expvar.enabled)],
    ['expvar.url', plain(settings.expvar.url, standard.expvar.url)],
    [
      'agent.config.cache.expiration',
      span(settings.agentConfigCacheExpirationS * 1000, standard.agentConfigCacheExpirationS * 1000),
    ],
  ];
}

/** The real server lays a list over its default item by item, so that a shorter one leaves some of that in force; saying an item again changes nothing else. */
function covering(list: readonly string[], least: number): readonly string[] {
  const last = list.at(-1);
  if (last === undefined) return list;
  return [...list, ...Array.from({ length: Math.max(0, least - list.length) }, () => last)];
}

function span(ms: number, usualMs: number): string | null {
  if (ms === usualMs) return null;
  return ms % 1000 === 0 ? `${ms / 1000}s` : `${ms}ms`;
}

function headers(given: ServerSettings['responseHeaders'], escaped: (text: string) => string): YamlMap | null {
  const entries = Object.entries(given).map(([name, values]): [string, YamlValue] => [name, values.map(escaped)]);
  return entries.length === 0 ? null : Object.fromEntries(entries);
}
