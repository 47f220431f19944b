/* biome-ignore-all lint/suspicious/noTemplateCurlyInString: references are written so in the file that is read. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ServerFolder, serverFolder } from '../../support/server-file.ts';

/*
 * What becomes of a text on its way into a setting. The values are those that elastic-agent-libs 0.46 with go-ucfg 0.8.5 and yaml.v2 gave for the same texts, the
 * libraries by which the real server reads its settings. Null is a refusal.
 */

const TEXTS: readonly (readonly [
  text: string,
  keystore: string | null,
  environment: string | null,
  file: string | null,
])[] = [
  ['1e400', '1e400', '1e400', '1e400'],
  ['18446744073709551616', '1.8446744073709552e+19', '1.8446744073709552e+19', '1.8446744073709552e+19'],
  ['18446744073709551615', '18446744073709551615', '18446744073709551615', '18446744073709551615'],
  ['+18446744073709551615', '1.8446744073709552e+19', '1.8446744073709552e+19', '1.8446744073709552e+19'],
  ['9223372036854775808', '9223372036854775808', '9223372036854775808', '9223372036854775808'],
  ['-9223372036854775809', '-9.223372036854776e+18', '-9.223372036854776e+18', '-9.223372036854776e+18'],
  ['null', 'null', 'null', ''],
  ['Null', 'Null', 'Null', ''],
  ['~', '~', '~', ''],
  ['[]', '[]', 'null', null],
  ['0x1p-2', '0.25', '0.25', '0x1p-2'],
  ['0x_1P3', '8', '8', '0x_1P3'],
  ['0x1.8', '0x1.8', '0x1.8', '0x1.8'],
  ['0x1p', '0x1p', '0x1p', '0x1p'],
  ['1e5', '100000', '100000', '100000'],
  ['1e6', '1e+06', '1e+06', '1e+06'],
  ['999999.5', '999999.5', '999999.5', '999999.5'],
  ['1000000.5', '1.0000005e+06', '1.0000005e+06', '1.0000005e+06'],
  ['123456789.0', '1.23456789e+08', '1.23456789e+08', '1.23456789e+08'],
  ['1e20', '1e+20', '1e+20', '1e+20'],
  ['1e-4', '0.0001', '0.0001', '0.0001'],
  ['0.00001', '1e-05', '1e-05', '1e-05'],
  ['1e-400', '0', '0', '0'],
  ['1_000', '1000', '1000', '1000'],
  ['1__000', '1__000', '1__000', '1000'],
  ['1_0.5', '10.5', '10.5', '10.5'],
  ['1_.5', '1_.5', '1_.5', '1.5'],
  ['1e1_0', '1e+10', '1e+10', '1e+10'],
  ['_1', '_1', '_1', '_1'],
  ['.5', '0.5', '0.5', '0.5'],
  ['5.', '5', '5', '5'],
  ['.', '.', '.', '.'],
  ['1.50', '1.5', '1.5', '1.5'],
  ['-0', '0', '0', '0'],
  ['-0.0', '-0', '-0', '-0'],
  ['+1', '1', '1', '1'],
  ['-0x10', '-16', '-16', '-16'],
  ['0b11', '3', '3', '3'],
  ['0o17', '15', '15', '15'],
  ['0123', '83', '83', '83'],
  ['08', '8', '8', '8'],
  ['0_8', '8', '8', '8'],
  ['00', '0', '0', '0'],
  ['inf', '+Inf', '+Inf', 'inf'],
  ['-Infinity', '-Inf', '-Inf', '-Infinity'],
  ['+nan', '+nan', '+nan', '+nan'],
  ['nan', 'NaN', 'NaN', 'nan'],
  ['.inf', '.inf', '.inf', '+Inf'],
  ['-.INF', '-.INF', '-.INF', '-Inf'],
  ['.NaN', '.NaN', '.NaN', 'NaN'],
  ['on', 'true', 'true', 'true'],
  ['On', 'On', 'On', 'true'],
  ['t', 'true', 'true', 't'],
  ['y', 'y', 'y', 'true'],
  ['yes', 'yes', 'yes', 'true'],
  ['TRUE', 'true', 'true', 'true'],
  ['tRuE', 'tRuE', 'tRuE', 'tRuE'],
  ['"a\\x41\\u00e9"', '"a\\x41\\u00e9"', 'aAé', 'aAé'],
  ['"a\\q"', '"a\\q"', null, null],
  ["'a\\n'", "'a\\n'", 'a\\n', 'a\\n'],
  ['a b', 'a b', 'a b', 'a b'],
  [' padded ', 'padded', 'padded', 'padded'],
  ['[a, b]', '[a, b]', null, null],
  ['a,b', 'a,b', null, 'a,b'],
  ['{a: b}', '{a: b}', '{a: b}', null],
  ['5s', '5s', '5s', '5s'],
  ['2001-01-01', '2001-01-01', '2001-01-01', '2001-01-01'],
  ['1:30', '1:30', '1:30', '1:30'],
  ['-', '-', '-', null],
  ['Zg-x_9', 'Zg-x_9', 'Zg-x_9', 'Zg-x_9'],
];

const keys = new Map(TEXTS.map(([text], index) => [text, `K${index}`]));
let at: ServerFolder;
beforeAll(() => {
  at = serverFolder({
    ...Object.fromEntries([...keys].map(([text, key]) => [key, text])),
    A: 'ks',
    C: 'a,b',
    P: 'A',
    E: '',
    SECRET: 'gsecret',
  });
});
afterAll(() => at.remove());

function token(written: string, env: Readonly<Record<string, string>> = {}): string | null {
  const text = `self: \${self}\napm-server.auth.secret_token: ${written}\n`;
  let failure: unknown = null;
  try {
    return at.read(text, env).settings.auth.secretToken?.reveal() ?? '';
  } catch (error) {
    failure = error;
  }
  expect(String(failure)).toMatch(/apm-server\.yml:[12]:\d+: /);
  return null;
}

describe('a text as a token', () => {
  test.each(TEXTS)(
    '%j: from the keystore %j, from the environment %j, in the file itself %j',
    (text, keystore, environment, file) => {
      expect(token(`"\${${keys.get(text)}}"`)).toBe(keystore);
      expect(token('"${X}"', { X: text })).toBe(environment);
      expect(token(text)).toBe(file);
    },
  );

  test('a changed one is said, without it, and where it stands', () => {
    for (const [text, , environment] of TEXTS) {
      if (environment === null || environment === '') continue;
      const { notes } = at.read('apm-server.auth.secret_token: "${X}"', { X: text });
      expect(notes.length).toBe(environment === text ? 0 : 1);
      if (environment !== text) expect(notes[0]).toMatch(/^apm-server\.yml:1:31: this token looks like a number/);
    }
  });
});

describe('a reference', () => {
  test.each([
    ['${A}', 'ks'],
    ['p-${A}', 'p-ks'],
    ['${A}-${B}', 'ks-env'],
    ['${N:d}', 'd'],
    ['${N:}', ''],
    ['${N}', null],
    ['${A:d}', 'ks'],
    ['${A:+i}', 'i'],
    ['${N:+i}', ''],
    ['${A:?m}', 'ks'],
    ['${N:?m}', null],
    ['${${P}}', 'ks'],
    ['${${N}:d}', 'd'],
    ['${N:${A}}', 'ks'],
    ['${N:${N:deep}}', 'deep'],
    ['${N:a:b}', 'a:b'],
    ['${N::}', ':'],
    ['a$$b', 'a$b'],
    ['$${A}', '${A}'],
    ['a$}b', 'a}b'],
    ['a$', 'a$'],
    ['a$b', 'a$b'],
    ['${', null],
    ['${}', null],
    ['${A', null],
    ['x}y', 'x}y'],
    ['${E}', ''],
    ['${E:d}', 'd'],
    ['${C}', 'a,b'],
    ['p${C}', null],
    ['[${A}]', null],
    ['${N:[a]}', null],
    ['${N:"q"}', 'q'],
    ['${N:5}', '5'],
    ['${N:null}', 'null'],
    ['${self}', null],
    ['$$${A}', '$ks'],
    ['${A }', null],
  ])('%j is %j', (written, read) => {
    expect(token(JSON.stringify(written), { B: 'env', A: 'the keystore goes before' })).toBe(read);
  });

  test('is looked up in the file, then in the keystore, then in the environment', () => {
    const env = { A: 'environment', ONLY: 'environment', EMPTY: '' };
    const read = (text: string): string | undefined => at.read(text, env).settings.auth.secretToken?.reveal();
    expect(read('A: file\napm-server.auth.secret_token: ${A}')).toBe('file');
    expect(read('apm-server.auth.secret_token: ${A}')).toBe('ks');
    expect(read('apm-server.auth.secret_token: ${ONLY}')).toBe('environment');
    expect(at.mistake('apm-server.auth.secret_token: ${EMPTY}', env).message).toContain(
      '"${EMPTY}" stands for nothing',
    );
    expect(read('l: [a, b]\napm-server.auth.secret_token: ${l.1}')).toBe('b');
  });

  test('may stand for a whole section, and for a list', () => {
    const file = at.read(
      'common: {secret_token: q}\norigins: [a, b]\napm-server: {auth: "${common}", rum.allow_origins: "${origins}"}',
    );
    expect(file.settings.auth.secretToken?.reveal()).toBe('q');
    expect(file.settings.rum.allowOrigins).toEqual(['a', 'b']);
    expect(at.read('x: {max_event_size: 9}\napm-server: ${x}').settings.maxEventSize).toBe(9);
    expect(at.read('apm-server.auth: "{secret_token: ${A}, api_key.limit: 7}"').settings.auth).toMatchObject({
      apiKey: { limit: 7 },
    });
    expect(at.mistake('apm-server:\n  auth: ${A}').message).toBe(
      'apm-server.yml:2:9: "auth" is a section, and here is a single value.',
    );
  });

  test('needs a unit where a span of time is wanted, which a number in the file does not', () => {
    expect(at.read('apm-server.idle_timeout: 12').settings.idleTimeoutMs).toBe(12_000);
    expect(at.read('apm-server.idle_timeout: ${X}', { X: '12s' }).settings.idleTimeoutMs).toBe(12_000);
    expect(at.mistake('apm-server.idle_timeout: ${X}', { X: '12' }).message).toContain('takes a span of time');
  });

  test('that is broken is a mistake wherever it stands, and its secret is in no message', () => {
    expect(at.mistake('apm-server: {}\noutput:\n  a: "${b"').message).toBe(
      'apm-server.yml:3:6: This value cannot be read: a reference is not closed with }.',
    );
    for (const written of ['${${SECRET}}', '${N:?${SECRET}}', '[${SECRET}', '"${SECRET}']) {
      const { message, fix } = at.mistake(`apm-server.auth.secret_token: ${JSON.stringify(written)}`);
      expect(message + fix).not.toContain('gsecret');
    }
  });
});
