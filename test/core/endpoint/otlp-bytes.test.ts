import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeExport, type OtlpSignal } from '../../../main/core/endpoint/otlp/decode-export.ts';
import { spanField, tracesRequest } from '../../support/otlp-requests.ts';
import { type ProtoField, proto, varint } from '../../support/protobuf.ts';

/* Bytes that claim to be OTLP messages: read to the last bit, or refused in the real server's words. */

const RUNS = { numRuns: process.env.SEALWIRE_LONG === '1' ? 20_000 : 400 };
const RECEIVED_US = 1_800_000_000_000_000;

function decode(body: Buffer) {
  const decoded = decodeExport('traces', body, RECEIVED_US);
  if ('problem' in decoded) throw new Error(decoded.problem);
  return decoded;
}

function problemOf(body: Buffer, signal: OtlpSignal = 'traces'): string | null {
  const decoded = decodeExport(signal, body, RECEIVED_US);
  return 'problem' in decoded ? decoded.problem : null;
}

function eventsOf(body: Buffer) {
  return decode(body).resources.flatMap(({ events }) => events);
}

describe('bytes that are no message', () => {
  test.each([
    ['JSON', '{"resourceSpans":[]}', 'unexpected EOF'],
    ['a length beyond the end', '\x0a\x05', 'unexpected EOF'],
    ['a number where a message belongs', '\x08\x00', 'proto: wrong wireType = 0 for field ResourceSpans'],
    [
      'a number where text belongs',
      '\x0a\x08\x12\x06\x12\x04\x28\x01\x28\x01',
      'proto: wrong wireType = 0 for field Name',
    ],
    ['the end of a group that never began', '\x7c\x00', 'proto: unexpected end of group'],
    ['a wire type that does not exist', '\x7f\x00', 'proto: illegal wireType 7'],
    ['field 0', '\x02\x00', 'proto: Link: illegal field=0 (tag=2, pos=1)'],
    ['a number of eleven bytes', `\x78${'\x80'.repeat(10)}\x01`, 'proto: integer overflow'],
    ['a negative length', `\x0a${'\xff'.repeat(9)}\x01`, 'proto: negative length found during unmarshaling'],
    ['a group without end', '\x7b', 'unexpected EOF'],
  ])('%s is refused in the real server’s words', (_name, bytes, problem) => {
    expect(problemOf(Buffer.from(bytes, 'latin1'))).toBe(problem);
  });

  test('fields that nobody knows are passed over, whatever their type', () => {
    const unknown = Buffer.concat([
      proto([99, 1n], [98, 'text'], [97, { fixed64: 1n }]),
      Buffer.from([0x85, 0x06, 1, 2, 3, 4]),
      Buffer.from([0x7b, 0x7c]),
    ]);

    expect(eventsOf(Buffer.concat([unknown, tracesRequest(['shop'])]))).toHaveLength(1);
  });

  test('text that is not UTF-8 is taken', () => {
    const spans: ProtoField[] = [[2, [[5, Buffer.from([0x61, 0xff])]]]];

    expect(eventsOf(tracesRequest(['shop'], spans))[0]?.name).toBe('a\ufffd');
  });

  test('a value nested without end is refused, and no stack overflows', () => {
    let value = proto([1, 'deep']);
    for (let level = 0; level < 5000; level += 1) value = proto([5, proto([1, value])]);

    expect(
      problemOf(
        proto([
          1,
          [
            [
              1,
              [
                [
                  1,
                  [
                    [1, 'k'],
                    [2, value],
                  ],
                ],
              ],
            ],
          ],
        ]),
      ),
    ).toBe('proto: exceeded max recursion depth');
  });

  test('any bytes are decoded or refused', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 200 }),
        fc.constantFrom('traces' as const, 'metrics' as const, 'logs' as const),
        (bytes, signal) => {
          const problem = problemOf(Buffer.from(bytes), signal);
          if (problem !== null) expect(problem).toMatch(/^(?:unexpected EOF|proto: )/);
        },
      ),
      RUNS,
    );
  });

  test('a real request with bytes changed, cut or added is decoded or refused, and its documents are JSON', () => {
    const real = tracesRequest(
      ['shop', 'till'],
      [spanField({ attributes: { a: 'b', n: -3, d: 0.5, t: true }, status: 2 })],
    );
    fc.assert(
      fc.property(fc.nat(real.length - 1), fc.nat(255), fc.nat(real.length), (at, value, cut) => {
        const changed = Buffer.from(real);
        changed[at] = value;
        const decoded = decodeExport('traces', changed.subarray(0, cut), RECEIVED_US);
        if ('problem' in decoded) return;
        for (const { resource, events } of decoded.resources) {
          JSON.parse(resource.document);
          for (const { document, timestampUs } of events) {
            JSON.parse(JSON.stringify(document));
            expect(Number.isFinite(timestampUs)).toBe(true);
          }
        }
      }),
      RUNS,
    );
  });

  test('every integer comes back as the nearest number', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), (value) => {
        const body = proto([
          1,
          [
            [
              1,
              [
                [
                  1,
                  [
                    [1, 'n'],
                    [2, Buffer.concat([Buffer.from([0x18]), varint(value)])],
                  ],
                ],
              ],
            ],
          ],
        ]);
        const document = JSON.parse(decode(body).resources[0]?.resource.document ?? '');
        const read: number = document.otel.resource.n;
        expect(Math.abs(read - Number(value))).toBeLessThanOrEqual(Math.abs(Number(value)) * 2 ** -52);
        if (Number.isSafeInteger(Number(value))) expect(read).toBe(Number(value));
      }),
      RUNS,
    );
  });
});
