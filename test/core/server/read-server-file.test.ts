/* biome-ignore-all lint/suspicious/noTemplateCurlyInString: references are written so in the file that is read. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SealwireError, Secret } from '../../../main/contract/index.ts';
import { DEFAULT_SERVER_SETTINGS } from '../../../main/core/endpoint/server-settings.ts';
import { realHost } from '../../../main/core/host/real-host.ts';
import { writeKeystore } from '../../../main/core/server/keystore-file.ts';
import { ELSEWHERE, OTHER_SECTIONS, SETTINGS } from '../../../main/core/server/known-settings.ts';
import { readServerFile, type ServerFile } from '../../../main/core/server/read-server-file.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sealwire-config-'));
  mkdirSync(join(folder, 'data'));
  writeKeystore(
    realHost(),
    join(folder, 'data', 'apm-server.keystore'),
    new Map([
      ['TOKEN', new Secret('g-token')],
      ['OCTAL', new Secret('0123')],
      ['BOTH', new Secret('from-keystore')],
      ['COMMA', new Secret('a,b')],
    ]),
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function read(text: string, env: Readonly<Record<string, string>> = {}): ServerFile {
  const path = join(folder, 'apm-server.yml');
  writeFileSync(path, text);
  return readServerFile({ ...realHost(), env }, path);
}

function mistake(text: string): { message: string; fix: string } {
  try {
    read(text);
  } catch (error) {
    if (!(error instanceof SealwireError)) throw error;
    return { message: error.message.replace(`${folder}/`, ''), fix: error.fix };
  }
  throw new Error(`it was read: ${text}`);
}

const token = (text: string, env: Readonly<Record<string, string>> = {}): string | undefined =>
  read(`apm-server:\n  auth.secret_token: ${text}\n`, env).settings.auth.secretToken?.reveal();

describe('the settings', () => {
  test('an empty file is the real server as it comes, with TLS all the same', () => {
    const file = read('');

    expect(file.settings).toEqual(DEFAULT_SERVER_SETTINGS);
    expect([file.tls, file.port, file.notes]).toEqual([null, null, []]);
    expect(file.summary).toContain("TLS with Sealwire's certificate all the same");
  });

  test('each written with its default changes nothing', () => {
    const written = SETTINGS.filter(({ key }) => !key.startsWith('ssl.')).map(
      ({ key, standard }) => `apm-server.${key}: ${standard}`,
    );

    const file = read(written.join('\n'));

    expect(file.settings).toEqual(DEFAULT_SERVER_SETTINGS);
    expect(file.notes).toEqual([]);
  });

  test.each(SETTINGS.filter(({ kind }) => kind === 'integer').map(({ key, least = 0 }) => [key, least] as const))(
    '%s refuses a text, and less than %i',
    (key, least) => {
      expect(mistake(`apm-server:\n  ${key}: many\n`).message).toMatch(
        /^apm-server\.yml:2:\d+: .* takes a whole number, and here is "many"\.$/,
      );
      expect(mistake(`apm-server:\n  ${key}: ${least - 1}\n`).message).toContain(`must be from ${least} to`);
    },
  );

  test.each(SETTINGS.filter(({ kind }) => kind === 'duration').map(({ key }) => key))(
    '%s takes seconds and spans, and no others',
    (key) => {
      expect(() => read(`apm-server.${key}: 10`)).not.toThrow();
      expect(() => read(`apm-server.${key}: 1m30s`)).not.toThrow();
      expect(mistake(`apm-server.${key}: "10"`).message).toContain('takes a span of time');
    },
  );

  test.each(SETTINGS.filter(({ kind }) => kind === 'boolean').map(({ key }) => key))(
    '%s takes true and false',
    (key) => {
      expect(mistake(`apm-server.${key}: perhaps`).message).toContain('takes true or false, and here is "perhaps"');
    },
  );

  test('values arrive', () => {
    const { settings, port } = read(`
apm-server:
  host: "0.0.0.0:9200"
  idle_timeout: 500ms
  read_timeout: 12
  max_event_size: 1_000
  response_headers: {X-One: a, X-Two: [b, c]}
  auth: {api_key.enabled: yes, anonymous: {enabled: false, allow_agent: js}}
  rum: {enabled: true, allow_origins: ["https://*.example.com"]}
  expvar.url: /vars
`);

    expect(port).toBe(9200);
    expect(settings).toMatchObject({
      idleTimeoutMs: 500,
      readTimeoutMs: 12_000,
      maxEventSize: 1000,
      responseHeaders: { 'X-One': ['a'], 'X-Two': ['b', 'c'] },
      auth: { apiKey: { enabled: true, limit: 100 }, anonymous: { enabled: false, allowAgent: ['js'] } },
      rum: { enabled: true, allowOrigins: ['https://*.example.com'] },
      expvar: { enabled: false, url: '/vars' },
    });
  });
});

describe('references', () => {
  test('settings go before the keystore, and that before the environment', () => {
    expect(token('"${TOKEN}"')).toBe('g-token');
    expect(token('${BOTH}', { BOTH: 'from-environment' })).toBe('from-keystore');
    expect(token('${ONLY}', { ONLY: 'from-environment' })).toBe('from-environment');
    expect(token('${mine}\nmine: set', { mine: 'x' })).toBe('set');
  });

  test('defaults, alternatives, messages, escapes', () => {
    expect(token('"${MISSING:fallback}"')).toBe('fallback');
    expect(token('"${MISSING:${TOKEN}}"')).toBe('g-token');
    expect(token('"${TOKEN:+instead}"')).toBe('instead');
    expect(token('"p-${TOKEN}"')).toBe('p-g-token');
    expect(token('"a$$b"')).toBe('a$$b');
    expect(mistake('apm-server.auth.secret_token: "${MISSING:?ask the platform team}"').message).toContain(
      'ask the platform team',
    );
    expect(mistake('apm-server.auth.secret_token: ${MISSING}').message).toBe(
      'apm-server.yml:1:31: "${MISSING}" stands for nothing: no setting, keystore entry or environment variable has that name.',
    );
    expect(mistake('apm-server.auth.secret_token: "${apm-server.auth.secret_token}"').message).toContain(
      'stands for nothing',
    );
  });

  test('a token that looks like a number is read as one, and that is said without it', () => {
    for (const text of ['${OCTAL}', '0123']) {
      const file = read(`apm-server.auth.secret_token: ${text}`);
      expect(file.settings.auth.secretToken?.reveal()).toBe('83');
      expect(file.notes.join()).toMatch(/^apm-server\.yml:1:31: this token looks like a number/);
      expect(file.notes.join()).not.toMatch(/0123|83/);
    }
    expect(token('${COMMA}')).toBe('a,b');
    expect(mistake('apm-server.auth.secret_token: "p-${COMMA}"').message).toContain('takes a text');
  });
});

describe('what is not followed', () => {
  test('an unknown setting is said with its place and the nearest real one', () => {
    expect(read('apm-server:\n  idel_timeout: 3s\n').notes).toEqual([
      'apm-server.yml:2:3: APM Server has no setting "apm-server.idel_timeout", and it changes nothing; did you mean "apm-server.idle_timeout"?',
    ]);
    expect(read('ssl.enabled: true').notes.join()).toContain('has no setting "ssl"');
  });

  test('what means something elsewhere is named once, in one line', () => {
    const elsewhere = ['apm-server.ssl.enabled: false', ...ELSEWHERE.map((key) => `apm-server.${key}: {a: 1}`)];
    const other = OTHER_SECTIONS.map((key) => `${key}: {a: 1}`);

    const { notes } = read([...elsewhere, ...other].join('\n'));

    expect(notes).toHaveLength(1);
    for (const key of [...ELSEWHERE, ...OTHER_SECTIONS]) expect(notes[0]).toContain(key);
  });

  test('processors are refused', () => {
    expect(mistake('processors: []').message).toContain('libbeat processors are not supported');
  });

  test('the old name of the token works with a note, and yields to the new one', () => {
    const old = read('apm-server.secret_token: old');
    expect([old.settings.auth.secretToken?.reveal(), old.notes.join()]).toEqual([
      'old',
      expect.stringContaining('taken as "auth.secret_token"'),
    ]);
    const both = read('apm-server: {secret_token: old, auth.secret_token: new}');
    expect([both.settings.auth.secretToken?.reveal(), both.notes.join()]).toEqual([
      'new',
      expect.stringContaining('passed over, because'),
    ]);
  });

  test.each([
    ['apm-server:\n  a: [1\n', 3, 1],
    ['apm-server:\n\tmax_event_size: 1\n', 2, 1],
    ['apm-server:\n  auth.secret_token: *gsecret\n', 2, 22],
    ['apm-server:\n  rum.enabled: true\n  rum: {enabled: false}\n', 3, 9],
  ])('%j is a mistake at %i:%i that quotes no value', (text, line, column) => {
    const { message, fix } = mistake(text);
    expect(message).toMatch(new RegExp(`^apm-server\\.yml:${line}:${column}: `));
    expect(message + fix).not.toContain('gsecret');
  });
});

describe('properties', () => {
  const plain = SETTINGS.filter(({ kind, key }) => ['integer', 'duration'].includes(kind) && !key.startsWith('agent'));

  test('dotted, nested and mixed spellings mean the same', () => {
    const spelled = fc.record({
      chosen: fc.uniqueArray(fc.constantFrom(...plain), { minLength: 1, selector: ({ key }) => key }),
      cuts: fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
    });
    fc.assert(
      fc.property(spelled, ({ chosen, cuts }) => {
        const nest = (path: string, value: string): string => {
          const parts = path.split('.');
          const lines: string[] = [''];
          parts.forEach((part, index) => {
            const isLast = index === parts.length - 1;
            if (isLast || cuts[index % 8]) lines.push(`${lines.pop()}${part}${isLast ? `: ${value}` : ': {'}`);
            else lines.push(`${lines.pop()}${part}.`);
          });
          return (lines[0] ?? '') + '}'.repeat((lines[0] ?? '').split('{').length - 1);
        };
        const dotted = read(chosen.map(({ key }, index) => `apm-server.${key}: ${index + 7}`).join('\n'));
        const mixed = read(
          `apm-server:\n${chosen.map(({ key }, index) => `  ? "${key}"\n  : ${index + 7}`).join('\n')}`,
        );
        const single = chosen.map(({ key }, index) => read(nest(`apm-server.${key}`, String(index + 7))));
        expect(mixed.settings).toEqual(dotted.settings);
        if (chosen.length === 1) expect(single[0]?.settings).toEqual(dotted.settings);
      }),
      { numRuns: 60 },
    );
  });

  test('whatever the text, it is read or refused with a place in it', () => {
    const word = fc.constantFrom(
      'apm-server',
      ':',
      '\n',
      '  ',
      '- ',
      '[',
      ']',
      '{',
      '}',
      '"',
      "'",
      '${',
      '}',
      '*a',
      '&a',
      '|',
      '>',
      'auth.secret_token',
      'ssl',
      '0x',
      '#',
      '---',
      '\t',
      '!',
      '?',
      '<<',
      'rum',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(word).map((words) => words.join('')),
        ),
        (text) => {
          try {
            read(text);
          } catch (error) {
            if (!(error instanceof SealwireError)) throw error;
            const [, line] = /\.yml:(\d+):(\d+): /.exec(error.message) ?? [];
            expect(Number(line)).toBeGreaterThan(0);
            expect(Number(line)).toBeLessThanOrEqual(text.split(/\r\n|\r|\n/).length + 1);
          }
        },
      ),
      { numRuns: 600 },
    );
  });
});
