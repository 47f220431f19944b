import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readLines } from '../../../renderer/bridge/read-lines.ts';

test('lines come whole, wherever the stream was cut, also within a character', async () => {
  const line = fc
    .string({ unit: 'grapheme', minLength: 1 })
    .filter((text) => !text.includes('\n') && text.trim() !== '');

  await fc.assert(
    fc.asyncProperty(fc.array(line), fc.array(fc.nat(64)), async (lines, cuts) => {
      const bytes = new TextEncoder().encode(lines.map((text) => `${text}\n`).join('\n'));

      expect(await collect(streamOf(bytes, cuts))).toEqual(lines);
    }),
    { numRuns: 150 },
  );
});

test('an unfinished last line is left out', async () => {
  expect(await collect(streamOf(new TextEncoder().encode('one\ntw'), []))).toEqual(['one']);
});

async function collect(stream: ReadableStream<Uint8Array>): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of readLines(stream)) lines.push(line);
  return lines;
}

/** The bytes in pieces of these lengths, the rest in one. */
function streamOf(bytes: Uint8Array, cuts: readonly number[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      let from = 0;
      for (const length of cuts) {
        controller.enqueue(bytes.slice(from, from + length));
        from += length;
      }
      controller.enqueue(bytes.slice(from));
      controller.close();
    },
  });
}
