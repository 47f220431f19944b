import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CommandMeta } from '../../main/cli/command.ts';
import { type Given, momentSince, timeSpan, wholeNumber } from '../../main/cli/given.ts';
import { readOptions } from '../../main/cli/read-options.ts';
import { SealwireError } from '../../main/contract/errors.ts';

const META: CommandMeta = {
  summary: 'A command',
  words: ['ID', '[MORE]'],
  options: {
    port: { kind: 'value', value: 'N', help: 'A port' },
    host: { kind: 'value', value: 'ADDR', many: true, help: 'Addresses' },
    auth: { kind: 'value', value: 'KIND', help: 'A choice', oneOf: ['token', 'none'] },
    since: { kind: 'value', value: 'TIME', help: 'A moment' },
    ui: { kind: 'flag', negatable: true, help: 'A switch' },
    durable: { kind: 'flag', help: 'A flag' },
  },
};

const read = (...args: string[]): Given => readOptions('thing', META, args, null);

const refusal = (act: () => unknown): SealwireError => {
  try {
    act();
  } catch (error) {
    if (error instanceof SealwireError) return error;
    throw error;
  }
  throw new Error('it was accepted');
};

describe('options', () => {
  test('are read wherever they stand, with = or a space', () => {
    const given = read('--port=8200', 'one', '--host', '10.0.0.1', '--host=10.0.0.2', '--ui', '--no-ui', '--json');

    expect(given.words).toEqual(['one']);
    expect(given.value('port')).toBe('8200');
    expect(given.values('host')).toEqual(['10.0.0.1', '10.0.0.2']);
    expect([given.flag('ui'), given.flag('json'), given.flag('durable')]).toEqual([false, true, null]);
  });

  test.each([
    [['one', '--prot', '1'], '"sealwire thing" has no option --prot.', 'Did you mean: --port'],
    [
      ['one', '--no-durable'],
      '"sealwire thing" has no option --no-durable.',
      'See what it takes: sealwire thing --help',
    ],
    [['one', '--port'], '--port needs a value.', 'Write it after the option: --port N'],
    [['one', '--port', '--json'], '--port needs a value.', 'Write it after the option: --port N'],
    [
      ['one', '--port', '1', '--port', '2'],
      '--port can be given once.',
      'Keep one of them. See what it takes: sealwire thing --help',
    ],
    [['one', '--durable=yes'], '--durable takes no value.', 'Write it alone: --durable'],
    [['one', '--auth', 'tokn'], '--auth cannot be "tokn".', 'Did you mean: --auth token'],
    [['one', '--auth', 'xyzzy'], '--auth cannot be "xyzzy".', 'One of: token, none.'],
    [[], '"sealwire thing" needs ID.', 'See what it takes: sealwire thing --help'],
    [
      ['1', '2', '3'],
      '"sealwire thing" does not know what to do with "3".',
      'See what it takes: sealwire thing --help',
    ],
  ])('refuses %j', (args, message, fix) => {
    const error = refusal(() => read(...args));

    expect([error.code, error.message, error.fix]).toEqual(['USAGE', message, fix]);
  });

  test('says to put two dashes before the command of run', () => {
    const error = refusal(() =>
      readOptions('run', { summary: 'Run', words: ['-- COMMAND…'] }, ['node', 'app.js'], null),
    );

    expect(error.fix).toBe('Put two dashes before the command: sealwire run -- node app.js');
  });

  test('keeps what follows two dashes as it is for a command that asks for it, and as words for others', () => {
    expect(readOptions('run', { summary: 'Run', words: ['-- COMMAND…'] }, [], ['node', '--json']).rest).toEqual([
      'node',
      '--json',
    ]);
    expect(readOptions('thing', META, [], ['--odd-id']).words).toEqual(['--odd-id']);
  });

  test('reads or refuses whatever is typed, and never fails otherwise', () => {
    const word = fc.oneof(fc.constantFrom('--port', '--ui', '--no-ui', '--json', '-x', '--', '--=', '-'), fc.string());

    fc.assert(
      fc.property(fc.array(word, { maxLength: 6 }), (args) => {
        try {
          expect(read(...args).words.length).toBeGreaterThan(0);
        } catch (error) {
          expect(error).toBeInstanceOf(SealwireError);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('values', () => {
  test('are whole numbers within bounds', () => {
    expect(wholeNumber(read('one', '--port', '0'), 'port', [0, 65535], 8200)).toBe(0);
    expect(wholeNumber(read('one'), 'port', [0, 65535], 8200)).toBeUndefined();
    for (const text of ['65536', '1.5', '1e3', 'x', '0x10', '99999999999999']) {
      const refused = refusal(() => wholeNumber(read('one', `--port=${text}`), 'port', [0, 65535], 8200));
      expect(refused).toMatchObject({ code: 'USAGE', fix: expect.stringMatching(/--port 8200$/) });
    }
  });

  test('are spans of time with a unit', () => {
    const span = (text: string): number | undefined => timeSpan(read('one', `--since=${text}`), 'since');

    expect(['500ms', '30s', '15m', '2h', '30d'].map(span)).toEqual([500, 30_000, 900_000, 7_200_000, 2_592_000_000]);
    for (const text of ['30', 's', '-3s', '1.5h', '3 s', 'soon']) expect(refusal(() => span(text)).code).toBe('USAGE');
  });

  test('are moments, or spans before now', () => {
    const now = new Date('2026-11-24T12:00:00Z');
    const since = (text: string): string | undefined => momentSince(read('one', `--since=${text}`), now);

    expect(since('15m')).toBe('2026-11-24T11:45:00.000Z');
    expect(since('2026-11-24T03:00:00Z')).toBe('2026-11-24T03:00:00.000Z');
    expect(refusal(() => since('yesterday')).code).toBe('USAGE');
  });
});
