import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { type Ask, askOn, confirmed, newPassphrase } from '../../main/cli/ask.ts';
import type { Given } from '../../main/cli/given.ts';

/** A person who types each line as soon as a question is there. */
function person(...lines: readonly string[]): { ask: Ask; shown: () => string } {
  const input = new PassThrough();
  const output = new PassThrough();
  const left = [...lines];
  let shown = '';
  output.on('data', (chunk: Buffer) => {
    shown += chunk.toString();
    const isQuestion = /(\]|:) $/.test(shown);
    if (!isQuestion) return;
    const line = left.shift();
    if (line === undefined) input.end();
    else input.write(line);
  });
  return { ask: askOn({ input, output }), shown: () => shown };
}

const given = (yes: boolean | null): Given => ({
  words: [],
  rest: [],
  flag: (name) => (name === 'yes' ? yes : null),
  value: () => undefined,
  values: () => [],
});

describe('asking', () => {
  test.each([
    ['y\r', true],
    ['YES\r', true],
    ['n\r', false],
    ['\r', false],
    ['yesterday\r', false],
  ])('takes %j for %s', async (line, answer) => {
    expect(await person(line).ask.confirm('Delete it?')).toBe(answer);
  });

  test('never shows a passphrase, not even its length', async () => {
    const { ask, shown } = person('correct horse\r');

    const passphrase = await ask.passphrase('Passphrase');

    expect(passphrase.reveal()).toBe('correct horse');
    expect(shown()).toBe('Passphrase: \n');
  });

  test('sets a passphrase that was typed twice the same, and no other', async () => {
    expect((await newPassphrase(person('one\r', 'one\r').ask)).reveal()).toBe('one');
    await expect(newPassphrase(person('one\r', 'two\r').ask)).rejects.toMatchObject({ code: 'USAGE' });
    await expect(newPassphrase(person('\r').ask)).rejects.toMatchObject({
      message: 'An empty passphrase protects nothing.',
    });
  });

  test.each([
    ['Ctrl+C', '\u0003'],
    ['Ctrl+D', '\u0004'],
  ])('%s leaves everything as it was', async (_key, typed) => {
    await expect(person(typed).ask.passphrase('Passphrase')).rejects.toMatchObject({
      code: 'USAGE',
      message: 'The question was not answered, so nothing was done.',
    });
  });

  test('is left out with --yes, and refused where nobody can be asked', async () => {
    expect(await confirmed({ given: given(true), ask: null }, 'Delete it?')).toBe(true);
    await expect(confirmed({ given: given(null), ask: null }, 'Delete it?')).rejects.toMatchObject({
      fix: 'Add --yes to go ahead.',
    });
    expect(await confirmed({ given: given(null), ask: person('n\r').ask }, 'Delete it?')).toBe(false);
  });
});
