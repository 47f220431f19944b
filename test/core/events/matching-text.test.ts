import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchingEvents } from '../../../main/core/events/matching-events.ts';

/* A text that is searched for is no pattern, whatever stands in it. */

function logLine(message: string): string {
  return JSON.stringify({ log: { message } });
}

const message = fc.oneof(
  fc.string({ minLength: 1 }),
  fc.string({ minLength: 1, unit: 'binary' }),
  fc.stringMatching(/^[\\^$.*+?()[\]{}|/aZ-]{1,12}$/),
);

test('any part of a line is found in it, in any case', () => {
  fc.assert(
    fc.property(message, fc.nat(), fc.nat(), fc.boolean(), (text, from, length, isUpper) => {
      const line = logLine(text);
      // Nobody types half of a character.
      const characters = [...line];
      const start = from % characters.length;
      const part = characters.slice(start, start + 1 + (length % (characters.length - start))).join('');
      const wanted = isUpper ? part.replace(/[a-z]/g, (letter) => letter.toUpperCase()) : part;
      expect(matchingEvents([line], { text: wanted, limit: 9 }, 0)).toHaveLength(1);
    }),
  );
});

test('what is not in a line is not found in it', () => {
  fc.assert(
    fc.property(message, message, (text, wanted) => {
      const line = logLine(text);
      fc.pre(!line.toUpperCase().includes(wanted.toUpperCase()) && !line.toLowerCase().includes(wanted.toLowerCase()));
      expect(matchingEvents([line], { text: wanted, limit: 9 }, 0)).toEqual([]);
    }),
  );
});
