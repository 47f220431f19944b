import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DEFAULT_SERVER_SETTINGS } from '../../../main/core/endpoint/server-settings.ts';
import { ELSEWHERE, OTHER_SECTIONS, SETTINGS } from '../../../main/core/server/known-settings.ts';
import type { ServerFile } from '../../../main/core/server/read-server-file.ts';
import { type ServerFolder, serverFolder } from '../../support/server-file.ts';
import { createTestAuthority, type TestAuthority } from '../../support/test-authority.ts';

/* Every setting of the real server (reference E): what it changes, that it may be spelled dotted or nested, and what is said about one that does not exist. */

let at: ServerFolder;
let authority: TestAuthority;
beforeAll(() => {
  at = serverFolder();
  authority = createTestAuthority();
  const { chainPem, keyPem } = authority.issue(['localhost']);
  at.write('server.pem', chainPem);
  at.write('server.key', keyPem.reveal());
  at.write('ca.pem', authority.caPem);
  at.write('phrase', 'ignored, because the key is not encrypted');
});
afterAll(() => {
  at.remove();
  authority.remove();
});

type Effect = (file: ServerFile) => unknown;

/** Key, a value other than the default, where its effect shows, and what shows there. Written out, so that a key that is lost from the catalogue fails here. */
const IN_FORCE: readonly (readonly [key: string, value: string, effect: Effect, shows: unknown])[] = [
  ['host', '127.0.0.1:9200', (file) => file.port, 9200],
  ['auth.secret_token', 'gtoken', (file) => file.settings.auth.secretToken?.reveal(), 'gtoken'],
  ['auth.api_key.enabled', 'true', (file) => file.settings.auth.apiKey.enabled, true],
  ['auth.api_key.limit', '-1', (file) => file.settings.auth.apiKey.limit, -1],
  ['auth.anonymous.enabled', 'true', (file) => file.settings.auth.anonymous.enabled, true],
  ['auth.anonymous.allow_agent', '[a, b, c]', (file) => file.settings.auth.anonymous.allowAgent, ['a', 'b', 'c']],
  ['auth.anonymous.allow_service', 'shop', (file) => file.settings.auth.anonymous.allowService, ['shop']],
  ['auth.anonymous.rate_limit.event_limit', '0', (file) => file.settings.auth.anonymous.rateLimit.eventLimit, 0],
  ['auth.anonymous.rate_limit.ip_limit', '1', (file) => file.settings.auth.anonymous.rateLimit.ipLimit, 1],
  ['max_header_size', '4096', (file) => file.settings.maxHeaderSize, 4096],
  ['idle_timeout', '1m30s', (file) => file.settings.idleTimeoutMs, 90_000],
  ['read_timeout', '5', (file) => file.settings.readTimeoutMs, 5000],
  ['write_timeout', '0', (file) => file.settings.writeTimeoutMs, 0],
  ['shutdown_timeout', '500ms', (file) => file.settings.shutdownTimeoutMs, 500],
  ['max_event_size', '1_000', (file) => file.settings.maxEventSize, 1000],
  ['max_connections', '3', (file) => file.settings.maxConnections, 3],
  [
    'response_headers',
    '{X-A: a, X-B: [b, c]}',
    (file) => file.settings.responseHeaders,
    { 'X-A': ['a'], 'X-B': ['b', 'c'] },
  ],
  ['capture_personal_data', 'false', (file) => file.settings.capturePersonalData, false],
  ['default_service_environment', 'staging', (file) => file.settings.defaultServiceEnvironment, 'staging'],
  ['expvar.enabled', 'true', (file) => file.settings.expvar.enabled, true],
  ['expvar.url', '/vars', (file) => file.settings.expvar.url, '/vars'],
  ['rum.enabled', 'true', (file) => file.settings.rum.enabled, true],
  ['rum.allow_origins', '[https://a, https://b]', (file) => file.settings.rum.allowOrigins, ['https://a', 'https://b']],
  ['rum.allow_headers', '[X-C]', (file) => file.settings.rum.allowHeaders, ['X-C']],
  ['rum.response_headers', '{X-D: d}', (file) => file.settings.rum.responseHeaders, { 'X-D': ['d'] }],
  ['rum.library_pattern', 'vendor', (file) => file.settings.rum.libraryPattern, 'vendor'],
  ['rum.exclude_from_grouping', '^/x', (file) => file.settings.rum.excludeFromGrouping, '^/x'],
  ['agent.config.cache.expiration', '7s', (file) => file.settings.agentConfigCacheExpirationS, 7],
];

const IN_SSL: readonly (readonly [key: string, value: string, effect: Effect, shows: unknown])[] = [
  ['ssl.enabled', 'false', (file) => file.tls, null],
  ['ssl.certificate', 'server.pem', (file) => file.tls?.identity?.served.names, ['localhost']],
  ['ssl.key', 'server.key', (file) => file.tls?.identity?.keyPem.reveal().includes('PRIVATE KEY'), true],
  ['ssl.key_passphrase', 'x', (file) => file.tls?.identity?.served.names, ['localhost']],
  ['ssl.key_passphrase_path', 'phrase', (file) => file.tls?.identity?.served.names, ['localhost']],
  ['ssl.disable_legacy_pem_support', 'true', (file) => file.tls?.identity?.served.names, ['localhost']],
  [
    'ssl.certificate_authorities',
    '[ca.pem]',
    (file) => [file.tls?.clientAuth.mode, file.tls?.clientAuth.authorities.length],
    ['required', 1],
  ],
  ['ssl.client_authentication', 'optional', (file) => file.tls?.clientAuth.mode, 'optional'],
  ['ssl.verification_mode', 'none', (file) => file.tls?.clientAuth.mode, 'none'],
  ['ssl.ca_sha256', 'cGlu', (file) => file.tls?.clientAuth.pins, ['cGlu']],
  [
    'ssl.supported_protocols',
    '[TLSv1.1, TLSv1.3]',
    (file) => [file.tls?.minVersion, file.tls?.maxVersion],
    ['TLSv1.1', 'TLSv1.3'],
  ],
  ['ssl.cipher_suites', '[ECDHE-RSA-CHACHA20-POLY1205]', (file) => file.tls?.ciphers, ['ECDHE-RSA-CHACHA20-POLY1305']],
  ['ssl.curve_types', '[P-384, X25519]', (file) => file.tls?.groups, ['P-384', 'X25519']],
  ['ssl.certificate_reload.enabled', 'false', (file) => file.tlsFiles, null],
  ['ssl.certificate_reload.reload_interval', '1s', (file) => file.tlsFiles?.everyMs, 1000],
];

/** Reference E names them too, and they mean nothing without Elasticsearch, Kibana, a licence or the server's own process. */
const PASSED_OVER = [
  'auth.api_key.elasticsearch.hosts',
  'max_concurrent_decoders',
  'pprof.enabled',
  'rum.source_mapping.enabled',
  'rum.source_mapping.timeout',
  'rum.source_mapping.max_sourcemap_size',
  'rum.source_mapping.elasticsearch.hosts',
  'kibana.enabled',
  'data_streams.namespace',
  'wait_ready_interval',
  'sampling.tail.enabled',
  'agent.config.elasticsearch.hosts',
];

/** The `ssl` settings that a section needs to be read at all, without the one that is looked at. */
const sslAround = (key: string): string =>
  [['ssl.certificate', 'server.pem'] as const, ['ssl.key', 'server.key'] as const]
    .filter(([each]) => each !== key)
    .map(([each, file]) => `apm-server.${each}: ${file}\n`)
    .join('');

function nested(key: string, value: string): string {
  const parts = ['apm-server', ...key.split('.')];
  return `${parts.map((part, depth) => `${'  '.repeat(depth)}${part}:`).join('\n')} ${value}\n`;
}

describe('every setting of the real server', () => {
  test('is in these lists', () => {
    expect([...IN_FORCE, ...IN_SSL].map(([key]) => key).sort()).toEqual(SETTINGS.map(({ key }) => key).sort());
  });

  test.each(IN_FORCE)('%s takes effect, dotted and nested', (key, value, effect, shows) => {
    for (const text of [`apm-server.${key}: ${value}\n`, nested(key, value)]) {
      const file = at.read(text);
      expect(effect(file)).toEqual(shows);
      expect(file.notes).toEqual([]);
    }
  });

  test.each(IN_SSL)('%s takes effect, dotted and nested', (key, value, effect, shows) => {
    for (const text of [`apm-server.${key}: ${value}\n`, nested(key, value)]) {
      const file = at.read(sslAround(key) + text.replace(/^apm-server:\n/, 'apm-server:\n'));
      expect(effect(file)).toEqual(shows);
      expect(file.notes).toEqual([]);
    }
  });

  test.each(PASSED_OVER)('%s is taken, changes nothing, and is named once', (key) => {
    for (const text of [`apm-server.${key}: 1\n`, nested(key, '1')]) {
      const { settings, notes } = at.read(text);
      expect(settings).toEqual(DEFAULT_SERVER_SETTINGS);
      expect(notes).toEqual([
        expect.stringMatching(/^apm-server\.yml: passed over, because it means something only with Elasticsearch/),
      ]);
      const section = ELSEWHERE.find((each) => key === each || key.startsWith(`${each}.`));
      expect(notes[0]).toContain(`apm-server.${section}`);
    }
  });

  test('what means something elsewhere is named once, in one line', () => {
    const elsewhere = ELSEWHERE.map((key) => `apm-server.${key}: {a: 1}`);
    const other = OTHER_SECTIONS.map((key) => `${key}: {a: 1}`);

    const { notes } = at.read([...elsewhere, ...other].join('\n'));

    expect(notes).toHaveLength(1);
    for (const key of [...ELSEWHERE, ...OTHER_SECTIONS]) expect(notes[0]).toContain(key);
  });

  test.each(SETTINGS.filter(({ key }) => key !== 'auth.anonymous.enabled' && !key.startsWith('ssl.')))(
    '$key written with its default changes nothing',
    ({ key, standard }) => {
      const { settings, notes } = at.read(`apm-server.${key}: ${standard}\n`);
      expect([settings, notes]).toEqual([DEFAULT_SERVER_SETTINGS, []]);
    },
  );

  test.each(SETTINGS)('$key with nothing behind it is as if it were not there', ({ key }) => {
    if (key === 'auth.anonymous.enabled') {
      // The real server asks whether it is named at all.
      expect(at.read(`apm-server.${key}:\n`).settings.auth.anonymous.enabled).toBe(false);
    } else if (!key.startsWith('ssl.')) {
      expect(at.read(`apm-server.${key}:\n`).settings).toEqual(DEFAULT_SERVER_SETTINGS);
    } else if (!['ssl.certificate', 'ssl.key'].includes(key)) {
      const { tls } = at.read(`${sslAround(key)}apm-server.${key}:\n`);
      expect(tls?.clientAuth.mode).toBe(key === 'ssl.certificate_authorities' ? 'required' : 'none');
    }
  });
});

describe('a list', () => {
  test('is laid over its default, item by item, and that is said', () => {
    const { settings, notes } = at.read(
      'apm-server:\n  auth.anonymous.allow_agent: [python]\n  rum.allow_origins: []\n',
    );

    expect(settings.auth.anonymous.allowAgent).toEqual(['python', 'js-base']);
    expect(settings.rum.allowOrigins).toEqual(['*']);
    expect(notes).toEqual([
      'apm-server.yml:2:31: APM Server lays "auth.anonymous.allow_agent" over its default, item by item, so "js-base" stays allowed; name 2 items at least to leave nothing of it.',
      'apm-server.yml:3:22: APM Server lays "rum.allow_origins" over its default, item by item, so "*" stays allowed; name one item at least to leave nothing of it.',
    ]);
  });
});

describe('an unknown setting', () => {
  test.each([
    ['apm-server:\n  idel_timeout: 3s\n', '2:3', 'apm-server.idel_timeout', 'apm-server.idle_timeout'],
    ['apm-server.auth.secret_tokn: a', '1:1', 'apm-server.auth.secret_tokn', 'apm-server.auth.secret_token'],
    [
      'apm-server:\n  auth:\n    anonymous:\n      alow_agent: a',
      '4:7',
      'apm-server.auth.anonymous.alow_agent',
      'apm-server.auth.anonymous.allow_agent',
    ],
    [
      'apm-server.rum.source_maping.enabled: true',
      '1:1',
      'apm-server.rum.source_maping',
      'apm-server.rum.source_mapping',
    ],
    ['apm-server.allow_origins: [a]', '1:1', 'apm-server.allow_origins', 'apm-server.rum.allow_origins'],
    [
      'apm-server.ssl:\n  enabled: false\n  certficate: a',
      '3:3',
      'apm-server.ssl.certficate',
      'apm-server.ssl.certificate',
    ],
    ['ssl.enabled: true', '1:1', 'ssl', null],
    ['apm_server:\n  host: a', '1:1', 'apm_server', 'apm-server'],
    ['outptu.console: {}', '1:1', 'outptu', 'output'],
    ['apm-server.zzzzzzzzzz: 1', '1:1', 'apm-server.zzzzzzzzzz', null],
  ])('%j is said at %s with the nearest real one', (text, place, written, nearest) => {
    const { notes, settings } = at.read(text);

    expect(settings).toEqual(DEFAULT_SERVER_SETTINGS);
    expect(notes).toHaveLength(1);
    expect(notes[0]).toContain(
      `apm-server.yml:${place}: APM Server has no setting "${written}", and it changes nothing`,
    );
    if (nearest !== null) expect(notes[0]).toContain(`did you mean "${nearest}"?`);
  });
});

describe('dotted and nested spellings', () => {
  const plain = IN_FORCE;

  type Spelled = Map<string, string | Spelled>;

  /** Puts a setting into a tree of names in one of its spellings: each joint is a dot or a nesting, by `cuts`. */
  function spell(tree: Spelled, key: string, value: string, cuts: readonly boolean[]): void {
    const names = ['apm-server'];
    for (const [index, part] of key.split('.').entries()) {
      if (cuts[index % cuts.length] === true) names.push(part);
      else names.push(`${names.pop()}.${part}`);
    }
    const [name = '', ...below] = names;
    let at = tree;
    let last = name;
    for (const part of below) {
      const child = at.get(last);
      const next: Spelled = child instanceof Map ? child : new Map();
      at.set(last, next);
      at = next;
      last = part;
    }
    at.set(last, value);
  }

  const written = (tree: Spelled): string =>
    `{ ${[...tree].map(([name, value]) => `"${name}": ${value instanceof Map ? written(value) : value}`).join(', ')} }`;

  test('mean the same in every mixture', () => {
    const choice = fc.record({
      chosen: fc.uniqueArray(fc.constantFrom(...plain), { minLength: 1, selector: ([key]) => key }),
      cuts: fc.array(fc.boolean(), { minLength: 5, maxLength: 23 }),
    });
    fc.assert(
      fc.property(choice, ({ chosen, cuts }) => {
        const dotted = at.read(chosen.map(([key, value]) => `apm-server.${key}: ${value}`).join('\n'));
        const tree: Spelled = new Map();
        for (const [index, [key, value]] of chosen.entries())
          spell(tree, key, value, [...cuts.slice(index % cuts.length), ...cuts]);
        const mixed = at.read(written(tree));
        expect(mixed.settings).toEqual(dotted.settings);
        expect(mixed.notes).toEqual([]);
        for (const [, , effect, shows] of chosen) expect(effect(mixed)).toEqual(shows);
      }),
      { numRuns: 80 },
    );
  });

  test('of one setting twice are a mistake, whichever way it is written', () => {
    for (const text of [
      'apm-server:\n  rum.enabled: true\n  rum: {enabled: false}\n',
      'apm-server: {rum: {enabled: true}}\napm-server.rum.enabled: false\n',
      'apm-server.max_event_size: 1\napm-server.max_event_size: 2\n',
    ]) {
      expect(at.mistake(text).message).toMatch(/^apm-server\.yml:\d+:\d+: .* is set twice/);
    }
    expect(
      at.read('apm-server: {rum: {enabled: true}}\napm-server.rum.allow_headers: [a]\n').settings.rum,
    ).toMatchObject({
      enabled: true,
      allowHeaders: ['a'],
    });
  });

  test('a merge key stands behind what the section itself says', () => {
    const { settings } = at.read(
      'path: {}\napm-server:\n  <<: [{max_event_size: 5, idle_timeout: 3}, {max_event_size: 6, max_connections: 2}]\n  idle_timeout: 9s\n',
    );
    expect([settings.maxEventSize, settings.idleTimeoutMs, settings.maxConnections]).toEqual([5, 9000, 2]);
  });
});
