import { describe, expect, test } from 'vitest';
import { createStreamDecoder, type StreamDecoder } from '../../main/core/endpoint/decode/stream-decoder.ts';
import type { IncomingEvent } from '../../main/core/events/ports.ts';
import { eventsOfBatches } from '../support/events-of-batches.ts';
import { decodeVectors, streamVector, VECTORS, WHY_SKIPPED } from './vectors.ts';

/* T9: what the real decoder accepts and says, whole streams at a time. */

const unless = VECTORS === null ? ` (${WHY_SKIPPED})` : '';

function decode(body: Buffer): { readonly decoder: StreamDecoder; readonly events: readonly IncomingEvent[] } {
  const decoder = createStreamDecoder({ maxEventSize: 307_200, receivedUs: 1 });
  const batches = [...decoder.push(body), ...decoder.end()];
  return { decoder, events: eventsOfBatches(batches, 1).flat() };
}

/** The recording went through JSON, which made U+FFFD of every byte that is not UTF-8. */
function recorded(message: string): string {
  return message.replace(/[\udc80-\udcff]/g, '\ufffd');
}

describe.skipIf(VECTORS === null)(`recorded decode cases${unless}`, () => {
  for (const vector of decodeVectors()) {
    test(vector.name, () => {
      const { decoder, events } = decode(Buffer.from(vector.body));

      const streamError = vector.stream_error?.replace('cannot read metadata in stream: ', '');
      expect(decoder.status).toBe(vector.http_status);
      expect(events).toHaveLength(vector.accepted);
      expect(decoder.errors.map(({ message }) => recorded(message))).toEqual([
        ...(vector.event_errors ?? []),
        ...(streamError === undefined ? [] : [streamError]),
      ]);
    });
  }
});

describe.skipIf(VECTORS === null)(`recorded streams${unless}`, () => {
  const streams: readonly [string, number, Readonly<Record<string, number>>, readonly string[]][] = [
    ['intake-v2/errors', 202, { error: 5 }, []],
    ['intake-v2/errors_2', 202, { error: 4 }, []],
    ['intake-v2/events', 202, { transaction: 1, span: 1, metricset: 1, error: 1 }, []],
    ['intake-v2/heavy', 202, { transaction: 480, span: 480, metricset: 480, error: 480 }, []],
    [
      'intake-v2/invalid-event',
      400,
      { span: 1 },
      ['decode error: data read error: v2.transactionRoot.Transaction: v2.transaction.ID: ReadString: expects " or n,'],
    ],
    ['intake-v2/invalid-json-event', 400, { span: 1 }, ['did not recognize object type: "invalid-json"']],
    ['intake-v2/invalid-metadata', 400, {}, ["validation error: 'metadata' required"]],
    ['intake-v2/logs', 202, { log: 7 }, []],
    ['intake-v2/metadata', 202, {}, []],
    ['intake-v2/metricsets', 202, { metricset: 6 }, []],
    ['intake-v2/minimal', 202, { transaction: 1, span: 2, metricset: 1, error: 3 }, []],
    ['intake-v2/optional-timestamps', 202, { transaction: 1, span: 1, metricset: 1 }, []],
    ['intake-v2/ratelimit', 202, { error: 5, span: 5, transaction: 5, metricset: 4 }, []],
    ['intake-v2/transactions_spans', 202, { transaction: 4, span: 5 }, []],
    ['intake-v3/rum_errors', 202, { error: 1 }, []],
  ];

  test.each(streams)('%s', (name, status, counts, messages) => {
    const { decoder, events } = decode(streamVector(name));

    const counted: Record<string, number> = {};
    for (const { kind } of events) counted[kind] = (counted[kind] ?? 0) + 1;
    expect(decoder.status).toBe(status);
    expect(counted).toEqual(counts);
    expect(decoder.errors.map(({ message }) => message)).toEqual(messages);
  });
});
