import { basename, dirname, isAbsolute, join, resolve } from 'node:path';
import { fail } from '../../contract/index.ts';
import { DEFAULT_SERVER_SETTINGS, type ServerSettings } from '../endpoint/server-settings.ts';
import type { TlsSettings } from '../endpoint/tls/tls-settings.ts';
import type { Host } from '../host/host.ts';
import { nearestWord } from '../words/nearest-word.ts';
import { type ConfigEntry, ConfigMistake, type ConfigNode, readConfigTree } from './config-tree.ts';
import { readKeystore } from './keystore-file.ts';
import { ELSEWHERE, OLD_NAMES, OTHER_SECTIONS, SETTINGS } from './known-settings.ts';
import { readTls } from './read-tls.ts';
import { nodeAt, resolveNode, type Sources } from './resolve-value.ts';
import { type SettingReader, settingReader } from './setting-reader.ts';

/** An `apm-server.yml` that is in force for this run. */
export interface ServerFile {
  readonly path: string;
  readonly settings: ServerSettings;
  /** Null presents Sealwire's certificate under the real server's defaults. */
  readonly tls: TlsSettings | null;
  /** The port of `host`; null where the file names none. */
  readonly port: number | null;
  /** One line: that the file is in force, and where it is not followed. */
  readonly summary: string;
  /** Whole sentences about what was passed over, is old, or is read differently than it is written. */
  readonly notes: readonly string[];
}

const LARGEST_BYTES = 1024 * 1024;
const LOOPBACK = /^(?:localhost|127(?:\.\d+){3}|\[?::1\]?|)$/;

/**
 * Reads the real server's settings file: dotted and nested names, references to other settings, keystore and environment. Relative paths start at the file's
 * folder. Throws `SERVER_FILE_WRONG` with line, column and cure, `KEYSTORE_UNUSABLE`, or `NOT_FOUND`.
 */
export function readServerFile(host: Host, path: string): ServerFile {
  const bytes = host.disk.read(path);
  if (bytes === null) throw fail('NOT_FOUND', { what: 'file', id: path, fix: 'Correct the path after --config.' });
  try {
    if (bytes.length > LARGEST_BYTES)
      throw new ConfigMistake(
        { line: 1, column: 1 },
        'This file is larger than any settings file',
        'Name the apm-server.yml.',
      );
    return readTree(host, path, readConfigTree(bytes.toString('utf8')).entries);
  } catch (error) {
    if (!(error instanceof ConfigMistake)) throw error;
    throw fail('SERVER_FILE_WRONG', {
      where: `${path}:${error.at.line}:${error.at.column}`,
      what: error.message,
      fix: error.fix,
    });
  }
}

function readTree(host: Host, path: string, written: Map<string, ConfigEntry>): ServerFile {
  const folder = dirname(path);
  const name = basename(path);
  const processors = written.get('processors');
  if (processors !== undefined)
    throw new ConfigMistake(
      processors.keyAt,
      'The real server refuses "processors" here (libbeat processors are not supported)',
      'Take the section out.',
    );
  const root = withPaths(written, folder, resolve(folder) === '/etc/apm-server');
  const bare: Sources = { root, keystore: new Map(), env: host.env };
  const keystorePath = keystoreAt(root, bare, folder);
  const sources: Sources = { ...bare, keystore: readKeystore(host, keystorePath) };
  const section = sectionOf(written, sources);
  const notes: string[] = [];
  const said = (entry: ConfigEntry, what: string): void => {
    notes.push(`${name}:${entry.keyAt.line}:${entry.keyAt.column}: ${what}`);
  };

  const known = renameOld(section, said);
  const passedOver = passOver(written, known, said);
  if (passedOver.length > 0)
    notes.push(
      `${name}: passed over, because it means something only with Elasticsearch, Kibana, an output or the server's own process: ${passedOver.join(', ')}.`,
    );
  const read = settingReader(known, sources);
  const has = (key: string): boolean => {
    const node = nodeAt(known, key.split('.'));
    return node !== null && !(node.kind === 'value' && node.value === null);
  };
  const settings = settingsOf(read, (at) =>
    notes.push(
      `${name}:${at.line}:${at.column}: this token looks like a number or a switch, or has space around it, and APM Server reads it as another text than is written; agents that send what is written get 401. Choose one with a letter from g to z, and quote it.`,
    ),
  );
  const tls = readTls(read, has, host.disk, folder);
  if (tls !== null) notes.push(...tls.notes.map((note) => `${name}: ${note}`));
  const address = addressOf(read);
  return {
    path,
    settings,
    tls: tls?.settings ?? null,
    port: address.port,
    summary: summaryOf(path, address.host, tls === null, has('ssl')),
    notes,
  };
}

/** The four paths that the real server knows even where the file does not set them. */
function withPaths(
  written: ReadonlyMap<string, ConfigEntry>,
  folder: string,
  isPackage: boolean,
): Map<string, ConfigEntry> {
  const at = { line: 1, column: 1 };
  const own = written.get('path')?.node;
  const entries = new Map(own?.kind === 'map' ? own.entries : []);
  const standard = (key: string, value: string): void => {
    if (!entries.has(key)) entries.set(key, { keyAt: at, node: { kind: 'value', at, value, text: value } });
  };
  standard('home', folder);
  // A reference, so that it follows what the file itself says.
  const home = '$'.concat('{path.home}');
  standard('config', folder);
  standard('data', isPackage ? '/var/lib/apm-server' : `${home}/data`);
  standard('logs', `${home}/logs`);
  return new Map([...written, ['path', { keyAt: at, node: { kind: 'map', at, entries } }]]);
}

function keystoreAt(root: Map<string, ConfigEntry>, sources: Sources, folder: string): string {
  const read = settingReader(root, sources);
  const path = read.text('keystore.path') ?? join(read.text('path.data') ?? '', 'apm-server.keystore');
  return isAbsolute(path) ? path : resolve(folder, path);
}

function sectionOf(root: ReadonlyMap<string, ConfigEntry>, sources: Sources): ReadonlyMap<string, ConfigEntry> {
  const node = root.get('apm-server')?.node;
  if (node === undefined) return new Map();
  const resolved = resolveNode(node, sources);
  if (resolved.kind === 'map') return resolved.entries;
  if (resolved.kind === 'value' && resolved.value === null) return new Map();
  throw new ConfigMistake(node.at, '"apm-server" is no section', 'Indent its settings below it.');
}

/** Names of before 8.0 move to where they belong today; where both are there, today's counts. */
function renameOld(
  section: ReadonlyMap<string, ConfigEntry>,
  said: (entry: ConfigEntry, what: string) => void,
): ReadonlyMap<string, ConfigEntry> {
  let known = section;
  for (const [old, today] of OLD_NAMES) {
    const entry = entryAt(known, old.split('.'));
    if (entry === null) continue;
    known = without(known, old.split('.'));
    const isSet = entryAt(known, today.split('.')) !== null;
    const verdict = isSet ? `it is passed over, because "${today}" is set too` : `it is taken as "${today}"`;
    said(entry, `"${old}" is a name that APM Server knew before 8.0 and passes over since; here ${verdict}.`);
    if (!isSet) known = withEntry(known, today.split('.'), entry);
  }
  return known;
}

function entryAt(entries: ReadonlyMap<string, ConfigEntry>, path: readonly string[]): ConfigEntry | null {
  const [head = '', ...rest] = path;
  const entry = entries.get(head) ?? null;
  if (rest.length === 0 || entry === null) return entry;
  return entry.node.kind === 'map' ? entryAt(entry.node.entries, rest) : null;
}

function without(entries: ReadonlyMap<string, ConfigEntry>, path: readonly string[]): Map<string, ConfigEntry> {
  const [head = '', ...rest] = path;
  const copy = new Map(entries);
  const entry = copy.get(head);
  if (rest.length === 0) copy.delete(head);
  else if (entry?.node.kind === 'map') {
    const left = without(entry.node.entries, rest);
    if (left.size === 0) copy.delete(head);
    else copy.set(head, { ...entry, node: { ...entry.node, entries: left } });
  }
  return copy;
}

function withEntry(
  entries: ReadonlyMap<string, ConfigEntry>,
  path: readonly string[],
  entry: ConfigEntry,
): Map<string, ConfigEntry> {
  const [head = '', ...rest] = path;
  const copy = new Map(entries);
  if (rest.length === 0) return copy.set(head, entry);
  const child = copy.get(head)?.node;
  const below = child?.kind === 'map' ? child.entries : new Map<string, ConfigEntry>();
  const node: ConfigNode = { kind: 'map', at: child?.at ?? entry.keyAt, entries: withEntry(below, rest, entry) };
  return copy.set(head, { keyAt: copy.get(head)?.keyAt ?? entry.keyAt, node });
}

/** Says what no APM Server knows, and gathers what has no meaning here. */
function passOver(
  root: ReadonlyMap<string, ConfigEntry>,
  section: ReadonlyMap<string, ConfigEntry>,
  said: (entry: ConfigEntry, what: string) => void,
): string[] {
  const elsewhere: string[] = [];
  for (const [key, entry] of root) {
    if (OTHER_SECTIONS.includes(key)) elsewhere.push(key);
    else if (!['apm-server', 'path', 'keystore'].includes(key))
      said(entry, unknownWords(key, ['apm-server', ...OTHER_SECTIONS], ''));
  }
  const keys = SETTINGS.map((setting) => setting.key);
  const walk = (entries: ReadonlyMap<string, ConfigEntry>, before: string): void => {
    for (const [part, entry] of entries) {
      const key = before + part;
      if (ELSEWHERE.includes(key)) elsewhere.push(`apm-server.${key}`);
      else if (keys.includes(key)) continue;
      else if (entry.node.kind === 'map' && [...keys, ...ELSEWHERE].some((each) => each.startsWith(`${key}.`)))
        walk(entry.node.entries, `${key}.`);
      else if (
        entry.node.kind !== 'value' ||
        entry.node.value !== null ||
        !keys.some((each) => each.startsWith(`${key}.`))
      )
        said(entry, unknownWords(key, keys, 'apm-server.'));
    }
  };
  walk(section, '');
  return elsewhere;
}

function unknownWords(key: string, known: readonly string[], before: string): string {
  const last = key.split('.').at(-1) ?? key;
  const moved = [...known, ...SETTINGS.map((setting) => setting.key)].find(
    (each) => each === key || each.endsWith(`.${key}`) || each.endsWith(`.${last}`),
  );
  const nearest = nearestWord(key, known) ?? moved ?? null;
  const hint =
    nearest === null
      ? ''
      : `; did you mean "${SETTINGS.some((each) => each.key === nearest) ? 'apm-server.' : before}${nearest}"?`;
  return `APM Server has no setting "${before}${key}", and it changes nothing${hint === '' ? '.' : hint}`;
}

function settingsOf(read: SettingReader, didChange: (at: { line: number; column: number }) => void): ServerSettings {
  const standard = DEFAULT_SERVER_SETTINGS;
  const token = read.secret('auth.secret_token');
  if (token?.isChanged === true) didChange(token.at);
  const expirationMs = read.milliseconds('agent.config.cache.expiration') ?? 30_000;
  if (expirationMs < 1000 || expirationMs % 1000 !== 0) {
    throw new ConfigMistake(
      read.at('agent.config.cache.expiration'),
      '"agent.config.cache.expiration" takes whole seconds, one at least',
      'Write it as 30s.',
    );
  }
  const url = read.text('expvar.url') ?? standard.expvar.url;
  if (!url.startsWith('/'))
    throw new ConfigMistake(
      read.at('expvar.url'),
      '"expvar.url" must begin with a slash',
      'Its default is /debug/vars.',
    );
  const { auth, rum } = standard;
  return {
    maxHeaderSize: read.integer('max_header_size') ?? standard.maxHeaderSize,
    idleTimeoutMs: read.milliseconds('idle_timeout') ?? standard.idleTimeoutMs,
    readTimeoutMs: read.milliseconds('read_timeout') ?? standard.readTimeoutMs,
    writeTimeoutMs: read.milliseconds('write_timeout') ?? standard.writeTimeoutMs,
    shutdownTimeoutMs: read.milliseconds('shutdown_timeout') ?? standard.shutdownTimeoutMs,
    maxEventSize: read.integer('max_event_size') ?? standard.maxEventSize,
    maxConnections: read.integer('max_connections') ?? standard.maxConnections,
    responseHeaders: read.headers('response_headers') ?? standard.responseHeaders,
    capturePersonalData: read.boolean('capture_personal_data') ?? standard.capturePersonalData,
    defaultServiceEnvironment: read.text('default_service_environment') ?? standard.defaultServiceEnvironment,
    expvar: { enabled: read.boolean('expvar.enabled') ?? standard.expvar.enabled, url },
    auth: {
      secretToken: token === null || token.secret.reveal() === '' ? null : token.secret,
      apiKey: {
        enabled: read.boolean('auth.api_key.enabled') ?? auth.apiKey.enabled,
        limit: read.integer('auth.api_key.limit') ?? auth.apiKey.limit,
      },
      anonymous: {
        enabled: read.boolean('auth.anonymous.enabled'),
        allowAgent: read.texts('auth.anonymous.allow_agent') ?? auth.anonymous.allowAgent,
        allowService: read.texts('auth.anonymous.allow_service') ?? auth.anonymous.allowService,
        rateLimit: {
          eventLimit: read.integer('auth.anonymous.rate_limit.event_limit') ?? auth.anonymous.rateLimit.eventLimit,
          ipLimit: read.integer('auth.anonymous.rate_limit.ip_limit') ?? auth.anonymous.rateLimit.ipLimit,
        },
      },
    },
    rum: {
      enabled: read.boolean('rum.enabled') ?? rum.enabled,
      allowOrigins: read.texts('rum.allow_origins') ?? rum.allowOrigins,
      allowHeaders: read.texts('rum.allow_headers') ?? rum.allowHeaders,
      responseHeaders: read.headers('rum.response_headers') ?? rum.responseHeaders,
      libraryPattern: read.pattern('rum.library_pattern') ?? rum.libraryPattern,
      excludeFromGrouping: read.pattern('rum.exclude_from_grouping') ?? rum.excludeFromGrouping,
    },
    agentConfigCacheExpirationS: expirationMs / 1000,
  };
}

function addressOf(read: SettingReader): { host: string | null; port: number | null } {
  const written = read.text('host');
  if (written === null || written === '') return { host: null, port: null };
  if (written.startsWith('unix:')) return { host: written, port: null };
  const [, host = '', port = '8200'] = /^(\[[^\]]*\]|[^:]*|[^:]*(?::[^:]*){2,})(?::(\d{1,5}))?$/.exec(written) ?? [];
  if (!/^(?:\[[^\]]*\]|[^:]*)(?::\d{1,5})?$/.test(written) || Number(port) > 65_535) {
    throw new ConfigMistake(read.at('host'), '"host" is no address', 'Write it as 127.0.0.1:8200.');
  }
  return { host, port: Number(port) };
}

function summaryOf(path: string, host: string | null, isOwnTls: boolean, hasSsl: boolean): string {
  const exceptions = [
    ...(host === null || LOOPBACK.test(host)
      ? []
      : [
          `it listens on loopback and not on ${host}${host.startsWith('unix:') ? '' : ` (add \`--host ${host}\` for that)`}`,
        ]),
    ...(isOwnTls
      ? [
          `${hasSsl ? 'ssl is switched off in it' : 'it has no ssl section'}, and the endpoint has TLS with Sealwire's certificate all the same`,
        ]
      : []),
  ];
  return `${path} is in force${exceptions.length === 0 ? '' : `, but for this: ${exceptions.join('; ')}`}. A change to it counts from the next start.`;
}
