import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textOfBytes } from '../../../main/core/endpoint/decode/byte-text.ts';
import { decodeLine } from '../../../main/core/endpoint/decode/decode-line.ts';
import { goQuote } from '../../../main/core/endpoint/decode/go-quote.ts';
import { createInflater, InflateError } from '../../../main/core/endpoint/decode/inflate.ts';
import { createLineSplitter } from '../../../main/core/endpoint/decode/line-splitter.ts';
import { readModel } from '../../../main/core/endpoint/decode/read-model.ts';
import { createStreamDecoder } from '../../../main/core/endpoint/decode/stream-decoder.ts';
import { cleanPath, parseQuery, splitTarget } from '../../../main/core/endpoint/http/clean-path.ts';
import { goJson } from '../../../main/core/endpoint/http/go-json.ts';
import { maskTarget } from '../../../main/core/endpoint/http/mask.ts';
import { LINE_MODELS } from '../../../main/core/endpoint/model/model.ts';
import { problemOf } from '../../../main/core/endpoint/model/validate.ts';
import { scanLine } from '../../../main/core/endpoint/scan/scan-line.ts';
import { readClientHello } from '../../../main/core/endpoint/tls/client-hello.ts';
import { eventsOfBatches } from '../../support/events-of-batches.ts';

/* Everything that reads what strangers send: it never throws, never hangs, and says the same however the bytes arrive. */

const RUNS = { numRuns: process.env.SEALWIRE_LONG === '1' ? 20_000 : 300 };

/** A small but whole ClientHello: TLS 1.3, one cipher, the server name `localhost`. */
const HELLO = helloOf('002b0003020304' + '0000000e000c0000096c6f63616c686f7374');

function helloOf(extensions: string): Buffer {
  const body = Buffer.concat([
    Buffer.from('0303', 'hex'),
    Buffer.alloc(32, 7),
    Buffer.from('0000021301' + '0100', 'hex'),
    Buffer.from((extensions.length / 2).toString(16).padStart(4, '0') + extensions, 'hex'),
  ]);
  const message = Buffer.concat([Buffer.from([1, 0, 0, body.length]), body]);
  return Buffer.concat([Buffer.from([22, 3, 1, 0, message.length]), message]);
}

describe('the ClientHello reader', () => {
  test('takes any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.boolean(), (bytes, isTls) => {
        const input = isTls ? Buffer.concat([Buffer.from('160301', 'hex'), bytes]) : Buffer.from(bytes);
        const hello = readClientHello(input);
        if (hello !== null && hello !== 'partial') expect(hello.sni ?? 'a').toMatch(/^[\w.:-]+$/);
      }),
      RUNS,
    );
  });

  test('takes a real one with any byte changed', () => {
    fc.assert(
      fc.property(fc.nat(HELLO.length - 1), fc.nat(255), (at, value) => {
        const changed = Buffer.from(HELLO);
        changed[at] = value;
        expect(() => readClientHello(changed)).not.toThrow();
      }),
      RUNS,
    );
  });

  test('asks for more of a real one until it is whole, in however many records it comes', () => {
    const body = HELLO.subarray(5);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: body.length - 1 }), { maxLength: 5 }), (cuts) => {
        const edges = [...new Set([0, ...cuts, body.length])].sort((one, other) => one - other);
        const records = edges.slice(1).map((end, index) => {
          const piece = body.subarray(edges[index], end);
          return Buffer.concat([Buffer.from([22, 3, 1, piece.length >> 8, piece.length & 0xff]), piece]);
        });
        const whole = Buffer.concat(records);
        expect(readClientHello(whole)).toEqual({ sni: 'localhost', alpn: [], suites: [0x1301], versions: ['TLSv1.3'] });
        for (let end = 0; end < whole.length; end += 1) expect(readClientHello(whole.subarray(0, end))).toBe('partial');
      }),
      { numRuns: 20 },
    );
  });
});

const METADATA = '{"metadata":{"service":{"name":"s","agent":{"name":"a","version":"1"}}}}\n';

/** Lines that look like events and are not quite. */
const almostEvent = fc
  .tuple(
    fc.constantFrom('transaction', 'span', 'error', 'metricset', 'log', 'e', 'x', 'nope'),
    fc.json({ maxDepth: 4 }),
    fc.string({ maxLength: 3 }),
  )
  .map(([type, json, tail]) => `{"${type}":${json}}${tail}`);
const anyStream = fc
  .array(fc.oneof(almostEvent, fc.string({ maxLength: 40 }), fc.json(), fc.constant('')), { maxLength: 30 })
  .map((lines) => Buffer.from(METADATA + lines.join('\n')));

function outcomeOf(pieces: readonly Uint8Array[], maxEventSize: number): unknown {
  const decoder = createStreamDecoder({ maxEventSize, receivedUs: 5 });
  const batches = [...pieces.flatMap((piece) => decoder.push(piece)), ...decoder.end()];
  return {
    events: eventsOfBatches(batches, 5),
    status: decoder.status,
    errors: decoder.errors,
    metadata: decoder.metadata,
  };
}

describe('the stream decoder', () => {
  test('takes any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.integer({ min: 1, max: 200 }), (bytes, limit) => {
        outcomeOf([Buffer.from(METADATA), bytes], limit);
        outcomeOf([bytes], 300);
      }),
      RUNS,
    );
  });

  test('comes to the same however a stream is cut into pieces', () => {
    fc.assert(
      fc.property(
        anyStream,
        fc.integer({ min: 1, max: 50 }),
        fc.integer({ min: 80, max: 400 }),
        (stream, size, limit) => {
          const pieces = Array.from({ length: Math.ceil(stream.length / size) }, (_, at) =>
            stream.subarray(at * size, (at + 1) * size),
          );
          expect(outcomeOf(pieces, limit)).toEqual(outcomeOf([stream], limit));
        },
      ),
      RUNS,
    );
  });

  test('never tells more than five bad events, and answers 400 exactly where it tells one', () => {
    fc.assert(
      fc.property(anyStream, (stream) => {
        const { status, errors } = outcomeOf([stream], 10_000) as { status: number; errors: unknown[] };
        expect(errors.length).toBeLessThanOrEqual(5);
        expect(status).toBe(errors.length === 0 ? 202 : 400);
      }),
      RUNS,
    );
  });
});

describe('the fast way and the thorough way of decoding', () => {
  const field = fc.constantFrom(
    'id',
    'trace_id',
    'name',
    'type',
    'duration',
    'timestamp',
    'context',
    'span_count',
    'sampled',
    'ID',
    'links',
  );
  const value = fc.oneof(
    fc.json({ maxDepth: 2 }),
    fc.constantFrom(
      '"a"',
      '1',
      '1.0',
      '1e2',
      'null',
      '{"started":1}',
      '{"started":1.0}',
      '[{"span_id":"1","trace_id":"2"}]',
    ),
  );
  const line = fc
    .uniqueArray(fc.tuple(field, value), { selector: ([key]) => key.toLowerCase(), maxLength: 9 })
    .map((fields) => {
      const known = '"id":"1","trace_id":"2","type":"t","duration":1,"span_count":{"started":0}';
      const given = fields.map(([key, json]) => `"${key}":${json}`);
      const rest = known
        .split(/,(?=")/)
        .filter((each) => !fields.some(([key]) => each.startsWith(`"${key.toLowerCase()}"`)));
      return `{"transaction":{${[...given, ...rest].join(',')}}}`;
    });

  test('never accept a line that the other refuses', () => {
    const model = LINE_MODELS.get('transaction');
    if (model === undefined) throw new Error('the model of transactions is missing');
    fc.assert(
      fc.property(line, (text) => {
        const bytes = Buffer.from(text);
        const thorough = readModel(bytes, model);
        const decoded = decodeLine(bytes, 'transaction');
        const problem = 'error' in thorough ? null : problemOf(model, thorough.value);
        if ('error' in thorough) expect(decoded).toEqual(thorough);
        else if (problem !== null) expect(decoded).toEqual({ error: `validation error: ${problem}` });
        else expect(decoded).not.toHaveProperty('error');
        if ('error' in decoded) expect(scanLine(Buffer.from(`${text}\n`), 0)).toBeNull();
      }),
      RUNS,
    );
  });

  test('a line that nests deeper than any stack is refused, not fatal', () => {
    const deep = `{"transaction":{"id":"1","trace_id":"2","type":"t","duration":1,"span_count":{"started":0},"context":{"custom":{"a":${'['.repeat(50_000)}${']'.repeat(50_000)}}}}}`;

    expect(scanLine(Buffer.from(`${deep}\n`), 0)).toBeNull();
    expect(decodeLine(Buffer.from(deep), 'transaction')).toMatchObject({
      error: expect.stringContaining('incrementDepth: exceeded max depth'),
    });
  });
});

describe('texts and bodies', () => {
  test('bytes become a text that Go JSON can carry, and valid UTF-8 stays as it is', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), fc.string({ unit: 'binary' }), (bytes, text) => {
        const json = goJson(textOfBytes(bytes), false);
        expect(() => JSON.parse(json)).not.toThrow();
        expect(json).toBe(json.toWellFormed());
        expect(textOfBytes(Buffer.from(text))).toBe(text.toWellFormed());
        expect(goQuote(textOfBytes(bytes))).toMatch(/^".*"$/su);
      }),
      RUNS,
    );
  });

  test('lines come out the same however they are cut, and never longer than allowed', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'b', '\n'), maxLength: 200 }),
        fc.integer({ min: 1, max: 9 }),
        (text, size) => {
          const splitter = createLineSplitter(20);
          const bytes = Buffer.from(text);
          const lines = [];
          for (let at = 0; at < bytes.length; at += size) lines.push(...splitter.push(bytes.subarray(at, at + size)));
          const last = splitter.rest();
          const all = [...lines, ...(last === null ? [] : [last])].flatMap((line) => {
            expect(line.bytes()).toHaveLength(line.length);
            return Array.from({ length: line.times }, () => line.bytes().toString());
          });
          const parts = text.split('\n');
          if (parts.at(-1) === '') parts.pop();
          expect(all).toEqual(parts.map((part) => part.slice(0, part.length >= 20 ? 20 : 19)));
        },
      ),
      RUNS,
    );
  });

  test('a compressed body of any bytes ends in content or in an InflateError', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 100 }),
        fc.constantFrom('1f8b08', '789c', ''),
        async (bytes, magic) => {
          const inflater = createInflater(null, () => undefined);
          try {
            await inflater.write(Buffer.concat([Buffer.from(magic, 'hex'), bytes]));
            await inflater.end();
          } catch (error) {
            expect(error).toBeInstanceOf(InflateError);
          }
        },
      ),
      RUNS,
    );
  });

  test('request targets are cleaned once and for all, and queries never throw', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('/', '.', 'a', '?', '&', '=', '%', ';', 'token'), maxLength: 30 }),
        (target) => {
          const { path, query } = splitTarget(target);
          expect(cleanPath(cleanPath(path))).toBe(cleanPath(path));
          expect(cleanPath(path)).not.toMatch(/\/\/|\/\.\.?\//);
          parseQuery(query);
          expect(maskTarget(`${target}&secret_token=hunter2`)).not.toContain('hunter2');
        },
      ),
      RUNS,
    );
  });
});
