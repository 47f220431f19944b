import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readLog } from '../../main/cli/log-reader.ts';

const PHRASES = ['certificate verify failed', 'ECONNREFUSED', 'é 401'];

test('finds the first line of each phrase however the bytes are cut, one after the other', async () => {
  const line = fc.oneof(
    fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll('\n', '')),
    fc.constantFrom(
      'ssl: certificate verify failed (x)',
      'connect ECONNREFUSED ::1',
      'HTTP é 401',
      'ECONNREFUSED, é 401',
    ),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(line), fc.array(fc.integer({ min: 1, max: 9 })), async (lines, cuts) => {
      const found: string[] = [];
      let isTelling = false;
      const reader = readLog(PHRASES, async (each) => {
        expect(isTelling).toBe(false);
        isTelling = true;
        await Promise.resolve();
        found.push(each);
        isTelling = false;
      });

      for (const chunk of cut(Buffer.from(lines.join('\n')), cuts)) reader.readAlong('stderr', chunk);
      await reader.finish();

      expect(found).toEqual(firstLines(lines));
    }),
  );
});

test('keeps no more than a line of what never ends', async () => {
  const found: string[] = [];
  const reader = readLog(PHRASES, async (line) => void found.push(line));

  for (let count = 0; count < 1000; count++) reader.readAlong('stdout', Buffer.alloc(65_536, 'x'));
  reader.readAlong('stdout', Buffer.from('\nECONNREFUSED\n'));
  await reader.finish();

  expect(found).toEqual(['ECONNREFUSED']);
});

test('does not take two streams for one line', async () => {
  const found: string[] = [];
  const reader = readLog(PHRASES, async (line) => void found.push(line));

  reader.readAlong('stdout', Buffer.from('ECONN'));
  reader.readAlong('stderr', Buffer.from('REFUSED\n'));
  await reader.finish();

  expect(found).toEqual([]);
});

function cut(bytes: Buffer, sizes: readonly number[]): Buffer[] {
  const chunks: Buffer[] = [];
  for (let at = 0, turn = 0; at < bytes.length; turn++) {
    const size = sizes[turn % Math.max(1, sizes.length)] ?? bytes.length;
    chunks.push(bytes.subarray(at, at + size));
    at += size;
  }
  return chunks;
}

/** The lines that hold a phrase which no line before them held. */
function firstLines(lines: readonly string[]): string[] {
  const seen = new Set<string>();
  return lines.filter((line) => {
    const held = PHRASES.filter((phrase) => line.includes(phrase) && !seen.has(phrase));
    for (const phrase of held) seen.add(phrase);
    return held.length > 0;
  });
}
