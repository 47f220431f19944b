import { Writable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { type Output, outputOn } from '../../main/cli/output.ts';
import { facts, plain, table } from '../../main/cli/table.ts';
import { fail } from '../../main/contract/errors.ts';

/** A stream that keeps what it gets, and breaks like a pipe whose reader has gone after `lines` writes. */
class Kept extends Writable {
  text = '';
  isTTY = false;
  writes = 0;
  readonly lines: number;

  constructor(lines = Number.POSITIVE_INFINITY) {
    super();
    this.lines = lines;
  }

  override _write(chunk: Buffer, _encoding: string, done: (error?: Error) => void): void {
    this.writes += 1;
    const hasReader = this.writes <= this.lines;
    if (hasReader) this.text += chunk.toString();
    done(hasReader ? undefined : Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }));
  }
}

const open = (
  isJson: boolean,
  stdout = new Kept(),
  env: Record<string, string> = {},
): { output: Output; stdout: Kept; stderr: Kept } => {
  const stderr = new Kept();
  return { output: outputOn({ stdout, stderr }, { isJson, env }), stdout, stderr };
};

describe('output', () => {
  test('is one JSON document, or lines for a person', async () => {
    const script = open(true);
    const person = open(false);

    for (const { output } of [script, person]) {
      output.answer({ tokens: 2 }, ({ tokens }) => [`${tokens} tokens`, 'and that is all']);
      output.note('on its way');
      await output.flushed();
    }

    expect([script.stdout.text, script.stderr.text]).toEqual(['{"tokens":2}\n', '']);
    expect([person.stdout.text, person.stderr.text]).toEqual(['2 tokens\nand that is all\n', 'on its way\n']);
  });

  test('tells a failure on stderr, as a sentence with its fix or as JSON', async () => {
    const error = fail('NOT_RUNNING', { home: '/home/me/sealwire' });
    const script = open(true);
    const person = open(false);

    script.output.failed(error);
    person.output.failed(error);
    await Promise.all([script.output.flushed(), person.output.flushed()]);

    expect(JSON.parse(script.stderr.text)).toEqual({
      error: { code: 'NOT_RUNNING', message: error.message, fix: error.fix },
    });
    expect(person.stderr.text).toBe('No Sealwire is running for /home/me/sealwire.\nStart one with `sealwire up`.\n');
    expect(script.stdout.text + person.stdout.text).toBe('');
  });

  test('goes quiet when its reader has gone, and says so', async () => {
    const { output } = open(false, new Kept(1));

    output.answer('first', (text) => [text]);
    output.answer('second', (text) => [text]);
    await output.flushed();
    output.answer('third', (text) => [text]);
    await output.flushed();

    expect(output.gone.aborted).toBe(true);
  });

  test('has colours on a terminal alone, and not where NO_COLOR is set', () => {
    const terminal = (): Kept => Object.assign(new Kept(), { isTTY: true });

    expect(open(false, terminal()).output.paint.good('ok')).toBe('\u001b[32mok\u001b[39m');
    expect(open(false, terminal(), { NO_COLOR: '1' }).output.paint.good('ok')).toBe('ok');
    expect(open(false, terminal(), { TERM: 'dumb' }).output.paint.good('ok')).toBe('ok');
    expect(open(false).output.paint.good('ok')).toBe('ok');
  });
});

describe('tables', () => {
  test('line up by what is seen, without trailing spaces', () => {
    expect(
      table(
        ['ID', 'STATE'],
        [
          ['a', '\u001b[32mok\u001b[39m'],
          ['long-id', '-'],
        ],
      ),
    ).toEqual(['ID       STATE', 'a        \u001b[32mok\u001b[39m', 'long-id  -']);
    expect(
      facts([
        ['Endpoint', 'https://localhost:8200'],
        ['CA', '/ca.pem'],
        ['None', null],
      ]),
    ).toEqual(['Endpoint  https://localhost:8200', 'CA        /ca.pem']);
  });

  test('let no name from outside move the cursor, break a line or ring the bell', () => {
    const hostile = 'shop\u001b[2J\u001b]0;title\u0007\r\nfake\trow\u009b31m';

    const lines = [...table(['NAME'], [[hostile]]), ...facts([['Name', hostile]]), plain(hostile)];

    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not be there.
    for (const line of lines) expect(line).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
  });
});
