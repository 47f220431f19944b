import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DEFAULT_SERVER_SETTINGS } from '../../../main/core/endpoint/server-settings.ts';
import { realHost } from '../../../main/core/host/real-host.ts';
import { SETTINGS } from '../../../main/core/server/known-settings.ts';
import { readServerFile } from '../../../main/core/server/read-server-file.ts';
import { type ServerFolder, serverFolder } from '../../support/server-file.ts';

/* What an `apm-server.yml` comes to as a whole, and every mistake in it: one sentence with line and column, and a next step. */

let at: ServerFolder;
beforeAll(() => {
  at = serverFolder({ TOKEN: 'g-token' });
});
afterAll(() => at.remove());

const ofKind = (kind: string): string[] => SETTINGS.filter((each) => each.kind === kind).map(({ key }) => key);
const setting = (key: string): string =>
  key.startsWith('ssl.') && key !== 'ssl.enabled'
    ? `apm-server.ssl.enabled: false\napm-server.${key}`
    : `\napm-server.${key}`;

describe('the file', () => {
  test('where it is empty is the real server as it comes, with TLS all the same', () => {
    const file = at.read('');

    expect(file.settings).toEqual(DEFAULT_SERVER_SETTINGS);
    expect([file.tls, file.tlsFiles, file.port, file.notes]).toEqual([null, null, null, []]);
    expect(file.summary).toBe(
      `${at.path} is in force, but for this: it has no ssl section, and the endpoint has TLS with Sealwire's certificate all the same. A change to it counts from the next start.`,
    );
  });

  test('may end in the middle of a block, without a newline', () => {
    expect(at.read('apm-server.auth.secret_token: |\n  gtoken').settings.auth.secretToken?.reveal()).toBe('gtoken');
    expect(at.read('apm-server.auth.secret_token: >-\n  gtoken\n').settings.auth.secretToken?.reveal()).toBe('gtoken');
  });

  test('is not there, is no file, or is too large', () => {
    const nowhere = join(at.folder, 'nowhere.yml');
    expect(() => readServerFile(realHost(), nowhere)).toThrow(`There is no file "${nowhere}".`);
    mkdirSync(join(at.folder, 'folder.yml'), { recursive: true });
    expect(() => readServerFile(realHost(), join(at.folder, 'folder.yml'))).toThrow(/folder/);
    expect(at.mistake(`# ${'x'.repeat(1024 * 1024)}`)).toEqual({
      message: 'apm-server.yml:1:1: This file is larger than any settings file.',
      fix: 'Name the apm-server.yml.',
    });
  });

  test.each([
    ['"0.0.0.0:9200"', 9200, 'it listens on loopback and not on 0.0.0.0 (add `--host 0.0.0.0` for that)'],
    ['"[::1]:9201"', 9201, null],
    ['localhost', 8200, null],
    ['":9202"', 9202, null],
    ['example.com', 8200, 'not on example.com (add'],
    ['unix:/run/apm.sock', null, 'it listens on loopback and not on unix:/run/apm.sock;'],
    ['""', null, null],
  ])('host %s', (host, port, exception) => {
    const file = at.read(`apm-server.host: ${host}`);

    expect(file.port).toBe(port);
    if (exception === null) expect(file.summary).not.toContain('it listens on loopback');
    else expect(file.summary).toContain(exception);
  });

  test("takes the token by its name of before 8.0 with a note, and today's name wins", () => {
    const old = at.read('apm-server:\n  secret_token: gold');
    expect([old.settings.auth.secretToken?.reveal(), old.notes]).toEqual([
      'gold',
      [
        'apm-server.yml:2:3: "secret_token" is a name that APM Server knew before 8.0 and passes over since; here it is taken as "auth.secret_token".',
      ],
    ]);
    const both = at.read('apm-server: {secret_token: gold, auth.secret_token: gnew}');
    expect([both.settings.auth.secretToken?.reveal(), both.notes.join()]).toEqual([
      'gnew',
      expect.stringContaining('it is passed over, because "auth.secret_token" is set too'),
    ]);
    expect(at.read('apm-server.secret_token: "$'.concat('{TOKEN}"')).settings.auth.secretToken?.reveal()).toBe(
      'g-token',
    );
    expect(at.read('apm-server.rum.event_rate: {limit: 7, lru_size: 8}').settings.auth.anonymous.rateLimit).toEqual({
      eventLimit: 7,
      ipLimit: 8,
    });
  });
});

describe('a mistake', () => {
  const VALUES: readonly (readonly [text: string, place: string, what: string])[] = [
    ['apm-server: 5', '1:13', '"apm-server" is a section, and here is a single value'],
    ['apm-server: [a]', '1:13', '"apm-server" is a section, and here is a list'],
    ['apm-server:\n  rum: true', '2:8', '"rum" is a section, and here is a single value'],
    ['- a', '1:1', 'The file holds no settings, but a single value or a list'],
    ['processors: []', '1:1', 'The real server refuses "processors" here (libbeat processors are not supported)'],
    ['apm-server.host: "a:b:c"', '1:18', '"host" is no address'],
    ['apm-server.host: "a:70000"', '1:18', '"host" is no address'],
    ['apm-server.expvar.url: vars', '1:24', '"expvar.url" must begin with a slash'],
    [
      'apm-server.agent.config.cache.expiration: 0',
      '1:43',
      '"agent.config.cache.expiration" takes whole seconds, one at least',
    ],
    [
      'apm-server.agent.config.cache.expiration: 999ms',
      '1:43',
      '"agent.config.cache.expiration" takes whole seconds, one at least',
    ],
    [
      'apm-server.agent.config.cache.expiration: 1500ms',
      '1:43',
      '"agent.config.cache.expiration" takes whole seconds, one at least',
    ],
    [
      'apm-server.auth.anonymous.rate_limit.event_limit: -1',
      '1:51',
      '"auth.anonymous.rate_limit.event_limit" must be 0 at least',
    ],
    [
      'apm-server.auth.anonymous.rate_limit.ip_limit: 0',
      '1:48',
      '"auth.anonymous.rate_limit.ip_limit" must be 1 at least',
    ],
    ['apm-server.auth.secret_token: [gsecret]', '1:31', '"auth.secret_token" takes a text, and here is a list'],
    [
      'apm-server.rum.allow_origins: {a: gsecret}',
      '1:31',
      '"rum.allow_origins" takes a list of texts, and here is a section',
    ],
    [
      'apm-server.rum.allow_origins: [[gsecret]]',
      '1:32',
      '"rum.allow_origins" takes a list of texts, and here is a list of lists or sections',
    ],
    [
      'apm-server.response_headers: gsecret',
      '1:30',
      '"response_headers" takes a section of header names and values, and here is something else',
    ],
    ['apm-server:\n  response_headers:\n    "X Y": gsecret', '3:5', 'A header of "response_headers" cannot be sent'],
    [
      'apm-server:\n  response_headers:\n    X: "gsecret\\r\\nY: 1"',
      '3:5',
      'A header of "response_headers" cannot be sent',
    ],
    ['apm-server.rum: {enabled: true, library_pattern: "["}', '1:50', '"rum.library_pattern" is no regular expression'],
    ['apm-server:\n  a: [1\n', '3:1', 'The indentation does not fit'],
    ['a: "gsecret\nb: 1', '2:5', 'A quote, bracket or colon is missing'],
    ['apm-server:\n\tmax_event_size: 1\n', '2:1', 'A tab stands where spaces must'],
    ['apm-server:\n  auth.secret_token: *gsecret\n', '2:22', 'This alias (`*`) has no anchor before it'],
    [
      'apm-server:\n  rum.enabled: true\n  rum: {enabled: false}\n',
      '3:9',
      '"enabled" is set twice (the first time in line 2)',
    ],
    ['a: b: gsecret', '1:4', 'A second colon stands in this line'],
    ['a: @gsecret', '1:4', 'A value cannot begin with this character'],
    ['a: 1\n---\nb: 2', '2:1', 'A second document begins here'],
    ['? [a]\n: b', '1:1', 'A setting has no name'],
    ['a:\n  <<: gsecret', '2:7', 'A merge key (`<<`) takes sections alone'],
  ];

  test.each(VALUES)('%j is one at %s', (text, place, what) => {
    const { message, fix } = at.mistake(text);

    expect(message).toBe(`apm-server.yml:${place}: ${what}.`);
    expect(fix).toMatch(/^[A-Z].*[.)]$/);
    expect(message + fix).not.toContain('gsecret');
  });

  test.each(ofKind('integer'))('%s refuses what is no whole number of 64 bits, and takes any size', (key) => {
    for (const value of ['many', 'true', '1.5h', '"1e3"', '1e400', '9223372036854775808', '.inf', '[1]'])
      expect(at.mistake(`${setting(key)}: ${value}`).message).toMatch(
        new RegExp(`^apm-server\\.yml:2:\\d+: "${key.replaceAll('.', '\\.')}" takes a whole number, and here is `),
      );
    for (const value of ['9223372036854775807', '0x10', '"0x10"', '1_000', '1e3', '7.9'])
      expect(() => at.read(`${setting(key)}: ${value}`)).not.toThrow();
  });

  test.each(ofKind('duration'))('%s takes seconds and spans, and no others', (key) => {
    for (const value of ['"10"', '1d', '1 s', '1m 30s', 'true', 'soon', '""', '[1s]'])
      expect(at.mistake(`${setting(key)}: ${value}`).message).toMatch(
        /^apm-server\.yml:2:\d+: .* takes a span of time/,
      );
    for (const value of ['10', '1m30s', '"2s"', '3600s'])
      expect(() => at.read(`${setting(key)}: ${value}`)).not.toThrow();
  });

  test.each(ofKind('boolean'))('%s takes true and false, and no others', (key) => {
    for (const value of ['perhaps', '1', '"yes"', '[true]'])
      expect(at.mistake(`${setting(key)}: ${value}`).message).toMatch(/^apm-server\.yml:2:\d+: .* takes true or false/);
    // False ones, because an ssl section that is switched on needs a certificate.
    for (const value of ['false', 'off', '"false"', '"0"', 'f'])
      expect(() => at.read(`${setting(key)}: ${value}`)).not.toThrow();
  });

  test('in a pattern is one only where RUM is on, because else the real server never looks at it', () => {
    expect(at.read('apm-server.rum.library_pattern: "["').settings.rum.libraryPattern).toBe('[');
  });

  test('a limit of connections below nothing is none, and a header may be as long as by default', () => {
    const { settings } = at.read('apm-server: {max_connections: -1, max_header_size: 0}');
    expect([settings.maxConnections, settings.maxHeaderSize]).toEqual([0, DEFAULT_SERVER_SETTINGS.maxHeaderSize]);
  });

  test('a header whose name has a dot is not sent, and that is said', () => {
    const { settings, notes } = at.read('apm-server.response_headers: {X-A: 1, X.B: 2}');
    expect(settings.responseHeaders).toEqual({ 'X-A': ['1'], X: [] });
    expect(notes).toEqual([expect.stringContaining('apm-server.yml:1:39: "response_headers": APM Server splits')]);
  });
});

describe('the keystore', () => {
  const reference = 'apm-server.auth.secret_token: "$'.concat('{K}"');

  test('is where the file says, relative to its folder', () => {
    const other = serverFolder({ K: 'g-elsewhere' });
    try {
      const read = (text: string): string | undefined =>
        at.read(`${text}\n${reference}`).settings.auth.secretToken?.reveal();
      expect(read(`keystore.path: ${join(other.folder, 'data', 'apm-server.keystore')}`)).toBe('g-elsewhere');
      expect(read(`path.data: ${join(other.folder, 'data')}`)).toBe('g-elsewhere');
      expect(read(`path: {home: ${other.folder}}`)).toBe('g-elsewhere');
      expect(at.mistake(reference).message).toContain('stands for nothing');
    } finally {
      other.remove();
    }
  });

  test('that cannot be read is said by its path, and how to mend it', () => {
    at.write('broken/apm-server.keystore', 'v1AAAA');
    const fails = (): unknown => at.read(`path.data: broken\n${reference}`);
    expect(fails).toThrow(/^The keystore .*broken\/apm-server\.keystore cannot be used: /);
  });
});
