import { DEFAULT_SERVER_SETTINGS, type ServerSettings } from '../endpoint/server-settings.ts';
import { ConfigMistake, type Position } from './config-mistake.ts';
import type { SettingReader } from './setting-reader.ts';

type Note = (at: Position, sentence: string) => void;

/** What the endpoint goes by, from the settings under `apm-server`; throws `ConfigMistake`. `note` is told what is read otherwise than it looks. */
export function settingsOf(read: SettingReader, note: Note): ServerSettings {
  const standard = DEFAULT_SERVER_SETTINGS;
  const maxHeaderSize = read.integer('max_header_size') ?? standard.maxHeaderSize;
  return {
    // Go's net/http takes its own default, which is the same, for nothing and less.
    maxHeaderSize: maxHeaderSize > 0 ? maxHeaderSize : standard.maxHeaderSize,
    idleTimeoutMs: read.milliseconds('idle_timeout') ?? standard.idleTimeoutMs,
    readTimeoutMs: read.milliseconds('read_timeout') ?? standard.readTimeoutMs,
    writeTimeoutMs: read.milliseconds('write_timeout') ?? standard.writeTimeoutMs,
    shutdownTimeoutMs: read.milliseconds('shutdown_timeout') ?? standard.shutdownTimeoutMs,
    maxEventSize: read.integer('max_event_size') ?? standard.maxEventSize,
    maxConnections: Math.max(0, read.integer('max_connections') ?? standard.maxConnections),
    responseHeaders: read.headers('response_headers') ?? standard.responseHeaders,
    capturePersonalData: read.boolean('capture_personal_data') ?? standard.capturePersonalData,
    defaultServiceEnvironment: read.text('default_service_environment') ?? standard.defaultServiceEnvironment,
    expvar: { enabled: read.boolean('expvar.enabled') ?? standard.expvar.enabled, url: expvarUrl(read) },
    auth: authOf(read, note),
    rum: rumOf(read, note),
    agentConfigCacheExpirationS: cacheExpirationS(read),
  };
}

function authOf(read: SettingReader, note: Note): ServerSettings['auth'] {
  const { apiKey, anonymous } = DEFAULT_SERVER_SETTINGS.auth;
  const token = read.secret('auth.secret_token');
  if (token?.isChanged === true)
    note(
      token.at,
      'this token looks like a number or a switch, or has space around it, and APM Server reads it as another text than is written; agents that send what is written get 401. Choose one with a letter from g to z, and quote it.',
    );
  const { rateLimit } = anonymous;
  return {
    secretToken: token === null || token.secret.reveal() === '' ? null : token.secret,
    apiKey: {
      enabled: read.boolean('auth.api_key.enabled') ?? apiKey.enabled,
      limit: read.integer('auth.api_key.limit') ?? apiKey.limit,
    },
    anonymous: {
      // Named with nothing behind it is off, and not automatic.
      enabled: read.boolean('auth.anonymous.enabled') ?? (read.isNamed('auth.anonymous.enabled') ? false : null),
      allowAgent: laidOver(read, note, 'auth.anonymous.allow_agent', anonymous.allowAgent),
      allowService: read.texts('auth.anonymous.allow_service') ?? anonymous.allowService,
      rateLimit: {
        eventLimit: read.integer('auth.anonymous.rate_limit.event_limit') ?? rateLimit.eventLimit,
        ipLimit: read.integer('auth.anonymous.rate_limit.ip_limit') ?? rateLimit.ipLimit,
      },
    },
  };
}

function rumOf(read: SettingReader, note: Note): ServerSettings['rum'] {
  const { rum } = DEFAULT_SERVER_SETTINGS;
  const enabled = read.boolean('rum.enabled') ?? rum.enabled;
  return {
    enabled,
    allowOrigins: laidOver(read, note, 'rum.allow_origins', rum.allowOrigins),
    allowHeaders: read.texts('rum.allow_headers') ?? rum.allowHeaders,
    responseHeaders: read.headers('rum.response_headers') ?? rum.responseHeaders,
    libraryPattern: patternAt(read, 'rum.library_pattern', enabled) ?? rum.libraryPattern,
    excludeFromGrouping: patternAt(read, 'rum.exclude_from_grouping', enabled) ?? rum.excludeFromGrouping,
  };
}

/** The real server lays a list over its default, item by item: what a shorter one does not cover stays in force. */
function laidOver(read: SettingReader, note: Note, key: string, standard: readonly string[]): readonly string[] {
  const given = read.texts(key);
  if (given === null) return standard;
  const left = standard.slice(given.length);
  if (left.length > 0)
    note(
      read.at(key),
      `APM Server lays "${key}" over its default, item by item, so ${left.map((item) => `"${item}"`).join(', ')} stays allowed; name ${standard.length === 1 ? 'one item' : `${standard.length} items`} at least to leave nothing of it.`,
    );
  return [...given, ...left];
}

/** The real server looks at patterns only where RUM is on. */
function patternAt(read: SettingReader, key: string, isLookedAt: boolean): string | null {
  const pattern = read.text(key);
  if (pattern === null || !isLookedAt || isPattern(pattern)) return pattern;
  throw new ConfigMistake(
    read.at(key),
    `"${key}" is no regular expression`,
    'Close its brackets, or put a backslash before a sign that is meant as it stands.',
  );
}

/** Go's syntax differs in a few signs that JavaScript does not know; those are taken on trust. */
function isPattern(pattern: string): boolean {
  try {
    new RegExp(pattern.replaceAll('(?P<', '(?<').replace(/\(\?[imsU-]+\)/g, ''));
    return true;
  } catch {
    // A SyntaxError, in words of JavaScript's own.
    return false;
  }
}

function expvarUrl(read: SettingReader): string {
  const url = read.text('expvar.url') ?? DEFAULT_SERVER_SETTINGS.expvar.url;
  if (url.startsWith('/')) return url;
  throw new ConfigMistake(read.at('expvar.url'), '"expvar.url" must begin with a slash', 'Its default is /debug/vars.');
}

function cacheExpirationS(read: SettingReader): number {
  const key = 'agent.config.cache.expiration';
  const ms = read.milliseconds(key) ?? DEFAULT_SERVER_SETTINGS.agentConfigCacheExpirationS * 1000;
  if (ms >= 1000 && ms % 1000 === 0) return ms / 1000;
  throw new ConfigMistake(read.at(key), `"${key}" takes whole seconds, one at least`, 'Write it as 30s.');
}
