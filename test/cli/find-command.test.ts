import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findCommand } from '../../main/cli/find-command.ts';
import { SealwireError } from '../../main/contract/errors.ts';

const NAMES = ['attempts list', 'attempts show', 'help', 'run', 'status', 'token list', 'token show', 'up', 'version'];

const usageOf = (argv: readonly string[]): SealwireError => {
  try {
    findCommand(argv, NAMES);
  } catch (error) {
    if (error instanceof SealwireError) return error;
    throw error;
  }
  throw new Error('it was accepted');
};

describe('finding the command', () => {
  test('takes a command of one word and leaves the rest to it', () => {
    expect(findCommand(['status', '--fail-within', '30d'], NAMES)).toEqual({
      kind: 'command',
      name: 'status',
      args: ['--fail-within', '30d'],
      rest: null,
    });
  });

  test('takes a command of two words, with global options before and between them', () => {
    expect(findCommand(['--json', '--home', 'token', 'token', '--yes', 'show'], NAMES)).toEqual({
      kind: 'command',
      name: 'token show',
      args: ['--json', '--home', 'token', '--yes'],
      rest: null,
    });
  });

  test('hands on what follows two dashes untouched', () => {
    expect(findCommand(['run', '--', 'node', '--help'], NAMES)).toEqual({
      kind: 'command',
      name: 'run',
      args: [],
      rest: ['node', '--help'],
    });
  });

  test.each([
    [[], ''],
    [['--help'], ''],
    [['-h'], ''],
    [['token', '--help'], 'token'],
    [['token', 'show', '--help'], 'token show'],
    [['status', '-h'], 'status'],
  ])('shows help for %j', (argv, topic) => {
    expect(findCommand(argv, NAMES)).toEqual({ kind: 'help', topic });
  });

  test.each([
    [['stauts'], 'Did you mean: sealwire status'],
    [['tokn', 'show'], 'Did you mean: sealwire token show'],
    [['token', 'shwo'], 'Did you mean: sealwire token show'],
    [['show', 'token'], 'Did you mean: sealwire token show'],
    [['list', 'attempt'], 'Did you mean: sealwire attempts list'],
    [['vers'], 'Did you mean: sealwire version'],
    [['token'], 'One of: token list, token show.'],
    [['xyzzy'], 'See them all: sealwire help'],
    [['--jsn', 'status'], 'See them all: sealwire help'],
  ])('refuses %j as wrong usage: %s', (argv, fix) => {
    const error = usageOf(argv);

    expect(error.code).toBe('USAGE');
    expect(error.exit).toBe(2);
    expect(error.fix).toBe(fix);
  });

  test('answers or refuses whatever is typed, and never fails otherwise', () => {
    const word = fc.oneof(
      fc.constantFrom(...NAMES.join(' ').split(' '), '--json', '--home', '--', '-h', '--help', ''),
      fc.string(),
    );

    fc.assert(
      fc.property(fc.array(word, { maxLength: 6 }), (argv) => {
        try {
          const asked = findCommand(argv, NAMES);
          if (asked.kind === 'command') expect(NAMES).toContain(asked.name);
        } catch (error) {
          expect(error).toBeInstanceOf(SealwireError);
        }
      }),
      { numRuns: 500 },
    );
  });
});
