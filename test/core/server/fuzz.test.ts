import { randomBytes } from 'node:crypto';
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { SealwireError, Secret } from '../../../main/contract/index.ts';
import { realHost } from '../../../main/core/host/real-host.ts';
import { parseExpression } from '../../../main/core/server/expression.ts';
import { goDurationMs } from '../../../main/core/server/go-duration.ts';
import { goNumber, goNumberText } from '../../../main/core/server/go-number.ts';
import { goTrimmed, goUnquoted } from '../../../main/core/server/go-text.ts';
import { readKeystore } from '../../../main/core/server/keystore-file.ts';
import { sealKeystore } from '../../../main/core/server/keystore-format.ts';
import { SETTINGS } from '../../../main/core/server/known-settings.ts';
import { FROM_ENVIRONMENT, FROM_KEYSTORE, FROM_TEXT, parseValue } from '../../../main/core/server/parse-value.ts';
import { type ServerFolder, serverFolder } from '../../support/server-file.ts';
import { createTestAuthority, type TestAuthority } from '../../support/test-authority.ts';

/* Whatever stands in a settings file, in its variables, its keystore or its certificates: it is read, or refused in one sentence with a place and a next step. */

const SECRET = 'gsecretg';
const isLong = process.env.SEALWIRE_LONG === '1';
const RUNS = isLong ? 30_000 : 300;
if (isLong) vi.setConfig({ testTimeout: 3_600_000 });

let at: ServerFolder;
let authority: TestAuthority;
beforeAll(() => {
  at = serverFolder({ SECRET });
  authority = createTestAuthority();
});
afterAll(() => {
  at.remove();
  authority.remove();
});

/** Reads, and looks at what is said where that fails. True where it was read. */
function isReadOrRefused(text: string, env: Readonly<Record<string, string>> = {}): boolean {
  try {
    const { notes, summary } = at.read(text, env);
    expect(JSON.stringify([notes, summary])).not.toContain(SECRET);
    return true;
  } catch (error) {
    if (!(error instanceof SealwireError)) throw error;
    const { message, fix } = error;
    if (error.code === 'SERVER_FILE_WRONG') {
      const [, line, column] = /^\S+\.yml:(\d+):(\d+): \S/.exec(message) ?? [];
      expect(Number(line)).toBeGreaterThan(0);
      expect(Number(line)).toBeLessThanOrEqual(text.split(/\r\n|\r|\n/).length + 1);
      expect(Number(column)).toBeGreaterThan(0);
    } else expect(error.code).toBe('KEYSTORE_UNUSABLE');
    expect(message).toMatch(/\.$/s);
    expect(fix).toMatch(/\S/);
    expect(message + fix).not.toContain(SECRET);
    return false;
  }
}

const REFERENCE = '$'.concat('{SECRET}');
const word = fc.constantFrom(
  ...[
    'apm-server',
    ':',
    ': ',
    '\n',
    '\n  ',
    '  ',
    '- ',
    '[',
    ']',
    '{',
    '}',
    ', ',
    '"',
    "'",
    '*a',
    '&a ',
    '|',
    '>',
    '|\n    ',
  ],
  ...['0x', '#', '---', '\t', '!', '!!int ', '?', '? ', '<<', '%', '@', '`', '\\', '\\u0041', '\u0085', '\ufeff', '\0'],
  ...[
    '$',
    '$'.concat('{'),
    REFERENCE,
    `${REFERENCE},`,
    ':?',
    ':+',
    'path.home',
    'keystore.path',
    'null',
    '~',
    'on',
    '1e400',
    '.inf',
  ],
  ...SETTINGS.map(({ key }) => key),
  ...['ssl', 'auth', 'rum', 'output', 'processors', 'secret_token'],
);
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(word, { maxLength: 40 }).map((words) => words.join('')),
);

test('any text of a settings file', () => {
  fc.assert(
    fc.property(text, (written) => {
      isReadOrRefused(written);
    }),
    { numRuns: RUNS },
  );
});

test('any value of any setting, written as it is, quoted, or behind a variable', () => {
  let read = 0;
  fc.assert(
    fc.property(fc.constantFrom(...SETTINGS), text, fc.nat(2), ({ key }, value, how) => {
      const written = how === 0 ? value : how === 1 ? JSON.stringify(value) : '$'.concat('{X}');
      const isRead = isReadOrRefused(`apm-server.${key}: ${written}\n`, how === 2 ? { X: value } : {});
      if (isRead) read += 1;
    }),
    { numRuns: RUNS },
  );
  // A generator that only ever makes mistakes would not show that values are taken.
  expect(read).toBeGreaterThan(RUNS / 20);
});

test('any nesting of references', () => {
  const piece = fc.letrec<{ expression: string }>((tie) => ({
    expression: fc.oneof(
      { depthSize: 'medium' },
      fc.constantFrom('a', 'SECRET', 'X', 'self', '$$', '$}', ':', ' ', '', ',', '"'),
      fc
        .tuple(tie('expression'), fc.constantFrom('', ':', ':?', ':+'), tie('expression'))
        .map(([name, operator, right]) => '$'.concat(`{${name}${operator}${operator === '' ? '' : right}}`)),
      fc.tuple(tie('expression'), tie('expression')).map((parts) => parts.join('')),
    ),
  })).expression;
  fc.assert(
    fc.property(piece, fc.string({ maxLength: 12 }), (expression, variable) => {
      const written = `self: ${JSON.stringify(expression)}\napm-server.max_event_size: ${JSON.stringify(expression)}\n`;
      isReadOrRefused(written, { X: variable, a: '7' });
    }),
    { numRuns: RUNS },
  );
});

test('the parsers throw nothing but an Error that quotes nothing, and end', () => {
  fc.assert(
    fc.property(text, fc.constantFrom(FROM_KEYSTORE, FROM_ENVIRONMENT, FROM_TEXT), (written, syntax) => {
      for (const parse of [() => parseExpression(written), () => parseValue(written, syntax)]) {
        try {
          parse();
        } catch (error) {
          expect(error).toBeInstanceOf(Error);
          expect(error).not.toBeInstanceOf(RangeError);
          expect(error).not.toBeInstanceOf(TypeError);
          expect(String(error)).toMatch(/^Error: [a-z ${}]+$/);
        }
      }
    }),
    { numRuns: RUNS },
  );
});

test('what is long takes no longer than its length', () => {
  const LENGTH = 100_000;
  for (const part of ['1', '1_', ' ', '0', '.', '1e', '1s', '0x', 'a,', '[', '"', '\\', '$', '$'.concat('{')]) {
    const long = part.repeat(LENGTH / part.length);
    for (const written of [long, `${long}x`, `0x${long}`, `"${long}`, `-${long}.`]) {
      goNumber(written);
      goDurationMs(written);
      goTrimmed(`a${written}a`);
      goUnquoted(written);
      for (const parse of [() => parseExpression(written), () => parseValue(written, FROM_TEXT)]) {
        try {
          parse();
        } catch (error) {
          expect(error).toBeInstanceOf(Error);
          expect(error).not.toBeInstanceOf(RangeError);
        }
      }
    }
  }
});

test('a number that is printed is read back as the same number', () => {
  const number = fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.bigInt({ min: -(2n ** 63n), max: 2n ** 64n - 1n }),
    fc.integer().map((whole) => whole / 8),
  );
  fc.assert(
    fc.property(number, (value) => {
      expect(Number(goNumber(goNumberText(value))) === Number(value)).toBe(true);
    }),
    { numRuns: RUNS },
  );
});

test('any bytes of a keystore, and any change to a good one', () => {
  const path = join(at.folder, 'fuzzed.keystore');
  const good = sealKeystore(new Map([['A', new Secret(SECRET)]]), randomBytes);
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 300 }).map((raw) => Buffer.from(raw)),
    fc.uint8Array({ maxLength: 300 }).map((raw) => Buffer.from(`v1${Buffer.from(raw).toString('base64')}`)),
    fc
      .tuple(fc.nat(good.length), fc.nat(good.length), fc.string({ unit: 'binary', maxLength: 3 }))
      .map(([from, to, put]) => Buffer.from(good.slice(0, from) + put + good.slice(to))),
    fc.json().map((json) => Buffer.from(sealKeystore(new Map([['A', new Secret(json)]]), randomBytes))),
  );
  fc.assert(
    fc.property(bytes, (content) => {
      writeFileSync(path, content);
      chmodSync(path, 0o600);
      try {
        readKeystore(realHost(), path);
      } catch (error) {
        if (!(error instanceof SealwireError)) throw error;
        expect(error.code).toBe('KEYSTORE_UNUSABLE');
        expect(error.message).toContain(path);
        expect(error.message + error.fix).not.toContain(SECRET);
      }
    }),
    { numRuns: RUNS / 2 },
  );
});

test('any change to certificate, key and authorities', () => {
  const { chainPem, keyPem } = authority.issue(['localhost']);
  const files = { 'server.pem': chainPem, 'server.key': keyPem.reveal(), 'ca.pem': authority.caPem };
  const yaml =
    'apm-server.ssl: {certificate: server.pem, key: server.key, certificate_authorities: [ca.pem], key_passphrase: "'.concat(
      REFERENCE,
      '"}\n',
    );
  const name = fc.constantFrom('server.pem', 'server.key', 'ca.pem');
  const put = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 4 }),
    fc.constantFrom('-----BEGIN CERTIFICATE-----', '\n', 'DEK-Info: AES-256-CBC,00\n\n', 'ENCRYPTED ', '='),
  );
  let read = 0;
  fc.assert(
    fc.property(name, fc.nat(1000), fc.nat(3), put, (which, from, length, inserted) => {
      for (const [file, content] of Object.entries(files))
        at.write(file, file === which ? content.slice(0, from) + inserted + content.slice(from + length) : content);
      if (isReadOrRefused(yaml)) read += 1;
    }),
    { numRuns: RUNS / 2 },
  );
  expect(read).toBeGreaterThan(0);
});
