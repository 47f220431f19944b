import { describe, expect, test } from 'vitest';
import { decodeExport, type OtlpSignal } from '../../../main/core/endpoint/otlp/decode-export.ts';
import type { IncomingEvent } from '../../../main/core/events/ports.ts';
import {
  attributes,
  logsRequest,
  metricsRequest,
  SPAN_ID,
  START_NS,
  START_US,
  TRACE_ID,
} from '../../support/otlp-requests.ts';
import { type ProtoField, proto } from '../../support/protobuf.ts';

/* What becomes of OTLP metrics and log records: events by the real server's rules. */

const RECEIVED_US = 1_800_000_000_000_000;

function decode(signal: OtlpSignal, body: Buffer) {
  const decoded = decodeExport(signal, body, RECEIVED_US);
  if ('problem' in decoded) throw new Error(decoded.problem);
  return decoded;
}

function eventsOf(signal: OtlpSignal, body: Buffer): readonly IncomingEvent[] {
  return decode(signal, body).resources.flatMap(({ events }) => events);
}

function onlyDocument(signal: OtlpSignal, body: Buffer): Record<string, unknown> {
  return JSON.parse(JSON.stringify(eventsOf(signal, body)[0]?.document));
}

describe('metrics', () => {
  const point = (value: ProtoField, more: Record<string, string> = {}): ProtoField => [
    1,
    [[3, { fixed64: START_NS }], value, ...attributes(7, more)],
  ];
  const int: ProtoField = [6, { fixed64: 5n }];

  test('of one time and the same attributes are one metricset', () => {
    const body = metricsRequest('shop', [
      [
        2,
        [
          [1, 'requests'],
          [3, '1'],
          [7, [point(int), point(int, { route: '/' })]],
        ],
      ],
      [
        2,
        [
          [1, 'heap'],
          [5, [point([4, { fixed64: 1.5 }])]],
        ],
      ],
    ]);

    const events = eventsOf('metrics', body).map(({ kind, name, document }) => ({
      kind,
      name,
      ...JSON.parse(JSON.stringify(document)),
    }));

    expect(events).toMatchObject([
      {
        kind: 'metricset',
        name: 'requests, heap',
        timestamp: START_US,
        samples: { requests: { type: 'counter', value: 5, unit: '1' }, heap: { type: 'gauge', value: 1.5 } },
      },
      { name: 'requests', tags: { route: '/' } },
    ]);
  });

  test('as histograms keep the middles of their buckets, and as summaries count and sum', () => {
    const counts = Buffer.concat([1n, 0n, 2n, 3n].map((count) => proto([6, { fixed64: count }]).subarray(1)));
    const bounds = [10, 20, 30].map((bound): ProtoField => [7, { fixed64: bound }]);
    const body = metricsRequest('shop', [
      [
        2,
        [
          [1, 'latency'],
          [9, [[1, [[3, { fixed64: START_NS }], [6, counts], ...bounds]]]],
        ],
      ],
      [
        2,
        [
          [1, 'size'],
          [
            11,
            [
              [
                1,
                [
                  [3, { fixed64: START_NS }],
                  [4, { fixed64: 2n }],
                  [5, { fixed64: 9.5 }],
                ],
              ],
            ],
          ],
        ],
      ],
    ]);

    expect(onlyDocument('metrics', body).samples).toEqual({
      latency: { type: 'histogram', values: [5, 25, 30], counts: [1, 2, 3] },
      size: { type: 'summary', count: 2, sum: 9.5 },
    });
  });

  test('that the data model has no place for are counted', () => {
    const body = metricsRequest('shop', [
      [
        2,
        [
          [1, 'exponential'],
          [
            10,
            [
              [1, []],
              [1, []],
            ],
          ],
        ],
      ],
      [
        2,
        [
          [1, 'no bounds'],
          [9, [[1, []]]],
        ],
      ],
      [
        2,
        [
          [1, 'not a number'],
          [5, [point([4, { fixed64: Number.NaN }]), point([4, { fixed64: Number.POSITIVE_INFINITY }])]],
        ],
      ],
      [
        2,
        [
          [1, 'nothing'],
          [5, [[1, []]]],
        ],
      ],
      [
        2,
        [
          [1, 'good'],
          [5, [point(int)]],
        ],
      ],
    ]);

    const { rejected, resources } = decode('metrics', body);

    expect(rejected).toBe(6);
    expect(resources[0]?.events.map(({ name }) => name)).toEqual(['good']);
  });
});

describe('log records', () => {
  const record = (...fields: ProtoField[]): Buffer => logsRequest('shop', [[2, fields]]);

  test('keep message, level, time and trace', () => {
    const body = record(
      [1, { fixed64: START_NS }],
      [2, 17],
      [3, 'ERROR'],
      [5, [[1, 'no such order']]],
      [9, Buffer.from(TRACE_ID, 'hex')],
      [10, Buffer.from(SPAN_ID, 'hex')],
    );

    expect(eventsOf('logs', body)).toMatchObject([
      { kind: 'log', name: 'no such order', timestampUs: START_US, traceId: TRACE_ID, parentId: SPAN_ID },
    ]);
    expect(onlyDocument('logs', body)).toMatchObject({ 'log.level': 'ERROR', message: 'no such order' });
  });

  test('without a time are of the one at which they were observed', () => {
    expect(eventsOf('logs', record([11, { fixed64: START_NS }]))[0]?.timestampUs).toBe(START_US);
  });

  test('with an exception are errors', () => {
    const both = attributes(6, { 'exception.type': 'TypeError', 'exception.message': 'boom' });

    expect(eventsOf('logs', record(...both))[0]).toMatchObject({ kind: 'error', name: 'boom' });
    expect(eventsOf('logs', record(...both.slice(0, 1)))[0]?.kind).toBe('log');
  });

  test('with a body that is no text have it as JSON', () => {
    expect(
      eventsOf(
        'logs',
        record([
          5,
          [
            [
              6,
              [
                [
                  1,
                  [
                    [1, 'k'],
                    [2, [[3, 1]]],
                  ],
                ],
              ],
            ],
          ],
        ]),
      )[0]?.name,
    ).toBe('{"k":1}');
  });
});
