import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { frameOf, frameReader, MOST_FRAME_BYTES } from '../../main/transport/frames.ts';

describe('frames', () => {
  test('come out as they went in, wherever the stream is cut', () => {
    const message = fc.jsonValue();

    fc.assert(
      fc.property(
        fc.array(message, { maxLength: 8 }),
        fc.infiniteStream(fc.integer({ min: 1, max: 40 })),
        (all, cuts) => {
          const stream = Buffer.concat(all.map((each) => frameOf(each) ?? Buffer.alloc(0)));
          const read = frameReader(() => MOST_FRAME_BYTES);
          const out: unknown[] = [];

          for (let at = 0; at < stream.length; ) {
            const length = cuts.next().value;
            out.push(...read(stream.subarray(at, at + length)));
            at += length;
          }

          expect(out).toEqual(all.map((each) => JSON.parse(JSON.stringify(each))));
        },
      ),
      { numRuns: 200 },
    );
  });

  test('that are anything else end the stream, at the same place wherever it is cut', () => {
    const good = fc.jsonValue().map((value) => frameOf(value) ?? Buffer.alloc(0));
    const bad = fc.uint8Array({ maxLength: 64 }).map((bytes) => Buffer.from(bytes));

    fc.assert(
      fc.property(fc.array(fc.oneof(good, bad), { maxLength: 6 }), (pieces) => {
        const whole = Buffer.concat(pieces);

        expect(decode([...whole].map((byte) => Buffer.from([byte])))).toEqual(decode([whole]));
      }),
      { numRuns: 300 },
    );
    expect(decode([Buffer.from([0, 0, 0, 1, 0x31, 0, 0, 0, 0])])).toEqual([1, 'RangeError']);
    expect(decode([Buffer.from([0, 0, 0, 1, 0x31, 0, 0, 0, 1, 0x7b])])).toEqual([1, 'SyntaxError']);
    expect(decode([Buffer.from([0, 0, 0, 1, 0x31, 0, 0, 0, 1, 0xff])])).toEqual([1, 'TypeError']);
    expect(decode([Buffer.from([0, 0, 0, 1, 0x31, 0, 0, 0, 9, 0x31])])).toEqual([1]);
  });

  test('are bounded on both ends', () => {
    const fitting = 'x'.repeat(MOST_FRAME_BYTES - 2);

    expect(frameOf(fitting)).toHaveLength(MOST_FRAME_BYTES + 4);
    expect(frameOf(`${fitting}x`)).toBeNull();
    const read = frameReader(() => 10);
    expect([...read(frameOf('12345678') ?? Buffer.alloc(0))]).toEqual(['12345678']);
    expect(() => [...read(Buffer.from([0, 0, 0, 11]))]).toThrow(RangeError);
  });

  test('obey a bound that changes between two of them', () => {
    let most = 4;
    const read = frameReader(() => most);
    const stream = Buffer.concat([frameOf(1) ?? Buffer.alloc(0), frameOf('123456') ?? Buffer.alloc(0)]);

    const out: unknown[] = [];
    for (const message of read(stream)) {
      out.push(message);
      most = 16;
    }

    expect(out).toEqual([1, '123456']);
  });
});

/** The messages of a stream, and the kind of error that ended it. */
function decode(chunks: readonly Buffer[]): unknown[] {
  const read = frameReader(() => 4_096);
  const out: unknown[] = [];
  try {
    for (const chunk of chunks) for (const message of read(chunk)) out.push(message);
  } catch (error) {
    out.push(error instanceof Error ? error.constructor.name : error);
  }
  return out;
}
