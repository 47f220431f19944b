import { describe, expect, test } from 'vitest';
import { decodeExport, type OtlpSignal } from '../../../main/core/endpoint/otlp/decode-export.ts';
import type { IncomingEvent } from '../../../main/core/events/ports.ts';
import {
  attributes,
  logsRequest,
  metricsRequest,
  PARENT_ID,
  resourceOf,
  SPAN_ID,
  START_NS,
  START_US,
  spanField,
  TRACE_ID,
  tracesRequest,
} from '../../support/otlp-requests.ts';
import { type ProtoField, proto } from '../../support/protobuf.ts';

/* What becomes of OTLP messages: events by the real server's rules. */

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
  return JSON.parse(eventsOf(signal, body)[0]?.document ?? '');
}

describe('spans', () => {
  const kindOf = (kind: number, parentId?: string) =>
    eventsOf(
      'traces',
      tracesRequest(['shop'], [spanField({ kind, ...(parentId === undefined ? {} : { parentId }) })]),
    )[0]?.kind;

  test.each([
    ['a root of any kind', 1, undefined, 'transaction'],
    ['a root whose parent is all zeros', 3, '0000000000000000', 'transaction'],
    ['a server', 2, PARENT_ID, 'transaction'],
    ['a consumer', 5, PARENT_ID, 'transaction'],
    ['a client', 3, PARENT_ID, 'span'],
    ['a producer', 4, PARENT_ID, 'span'],
    ['something internal', 1, PARENT_ID, 'span'],
  ])('%s becomes a transaction or a span', (_name, kind, parentId, expected) => {
    expect(kindOf(kind, parentId)).toBe(expected);
  });

  test('keep name, ids, time, duration and outcome', () => {
    const [event] = eventsOf('traces', tracesRequest(['shop'], [spanField({ parentId: PARENT_ID, status: 2 })]));

    expect(event).toMatchObject({
      name: 'GET /orders',
      traceId: TRACE_ID,
      id: SPAN_ID,
      parentId: PARENT_ID,
      timestampUs: START_US,
      durationMs: 12.5,
      outcome: 'failure',
    });
    expect(JSON.parse(event?.document ?? '')).toMatchObject({
      trace_id: TRACE_ID,
      type: 'unknown',
      result: 'Error',
      otel: { span_kind: 'SERVER', scope: { name: 'scope' } },
    });
  });

  test.each([
    ['server', 2, 404, 'success', 'HTTP 4xx'],
    ['server', 2, 503, 'failure', 'HTTP 5xx'],
    ['client', 3, 404, 'failure', undefined],
    ['client', 3, 302, 'success', undefined],
  ])('without a status, a %s of kind %d that answered %d is a %s', (_who, kind, code, outcome, result) => {
    const document = onlyDocument(
      'traces',
      tracesRequest(
        ['shop'],
        [spanField({ kind, parentId: PARENT_ID, attributes: { 'http.response.status_code': code } })],
      ),
    );

    expect(document.outcome).toBe(outcome);
    expect(document.result).toBe(result);
  });

  test.each([
    [
      { 'db.system': 'postgresql', 'http.method': 'GET' },
      { type: 'db', subtype: 'postgresql' },
    ],
    [{ 'messaging.system': 'kafka' }, { type: 'messaging', subtype: 'kafka', action: 'send' }],
    [{ 'rpc.system': 'grpc' }, { type: 'external', subtype: 'grpc' }],
    [{ 'http.request.method': 'GET' }, { type: 'external', subtype: 'http' }],
    [{ anything: 1 }, { type: 'unknown' }],
  ])('with %o are of %o', (given, expected) => {
    const spans = [spanField({ kind: 4, parentId: PARENT_ID, attributes: given })];

    expect(onlyDocument('traces', tracesRequest(['shop'], spans))).toMatchObject(expected);
  });

  test('give their exceptions as errors and their other events as log lines', () => {
    const exception: ProtoField = [
      11,
      [
        [1, { fixed64: START_NS }],
        [2, 'exception'],
        ...attributes(3, { 'exception.type': 'TypeError', 'exception.message': 'no such order' }),
      ],
    ];
    const note: ProtoField = [
      11,
      [
        [1, { fixed64: START_NS }],
        [2, 'cache miss'],
      ],
    ];

    const events = eventsOf('traces', tracesRequest(['shop'], [spanField({ events: [exception, note] })]));

    expect(events.map(({ kind, name, parentId }) => ({ kind, name, parentId }))).toEqual([
      { kind: 'transaction', name: 'GET /orders', parentId: null },
      { kind: 'error', name: 'no such order', parentId: SPAN_ID },
      { kind: 'log', name: 'cache miss', parentId: SPAN_ID },
    ]);
    expect(JSON.parse(events[1]?.document ?? '').exception).toEqual({
      message: 'no such order',
      type: 'TypeError',
      handled: true,
    });
  });

  test('keep attributes of every kind, also negative and nested ones', () => {
    const list: ProtoField = [
      9,
      [
        [1, 'list'],
        [
          2,
          [
            [
              5,
              [
                [1, [[1, 'a']]],
                [1, [[3, -2n]]],
              ],
            ],
          ],
        ],
      ],
    ];
    const map: ProtoField = [
      9,
      [
        [1, 'map'],
        [
          2,
          [
            [
              6,
              [
                [
                  1,
                  [
                    [1, 'k'],
                    [2, [[2, 1]]],
                  ],
                ],
              ],
            ],
          ],
        ],
      ],
    ];
    const raw: ProtoField = [
      9,
      [
        [1, 'bytes'],
        [2, [[7, Buffer.from([1, 2, 255])]]],
      ],
    ];
    const body = proto([
      1,
      [resourceOf('shop'), [2, [[2, [[5, 'x'], list, map, raw, ...attributes(9, { d: 0.5, __proto__x: 'y' })]]]]],
    ]);

    expect(onlyDocument('traces', body).otel).toMatchObject({
      attributes: { list: ['a', -2], map: { k: true }, bytes: 'AQL/', d: 0.5 },
    });
  });

  test('without a time are of the moment they came', () => {
    expect(eventsOf('traces', tracesRequest(['shop'], [[2, [[5, 'x']]]]))[0]?.timestampUs).toBe(RECEIVED_US);
  });
});

describe('resources', () => {
  const identityOf = (more: Record<string, string | number>) =>
    decode('traces', proto([1, [resourceOf('shop', more)]])).resources[0]?.resource.identity;

  test('name service, environment, agent and language', () => {
    expect(identityOf({ 'deployment.environment': 'test', 'host.name': 'box', 'process.pid': 7 })).toMatchObject({
      service: 'shop',
      environment: 'test',
      agent: { name: 'opentelemetry/nodejs', version: '2.1.0' },
      language: 'nodejs',
      hostname: 'box',
      pid: 7,
    });
  });

  test('name a distribution with its own version, or none', () => {
    const given = { 'telemetry.distro.name': 'elastic', 'telemetry.distro.version': '1.6.0' };
    expect(identityOf(given)?.agent).toEqual({ name: 'opentelemetry/nodejs/elastic', version: '1.6.0' });
    expect(identityOf({ 'telemetry.distro.name': 'elastic' })?.agent.version).toBe('unknown');
  });

  test('prefer the newer name of the environment', () => {
    expect(identityOf({ 'deployment.environment': 'old', 'deployment.environment.name': 'new' })?.environment).toBe(
      'new',
    );
  });

  test('lose the characters that a service name may not have, and are unknown without one', () => {
    expect(identityOf({ 'service.name': 'unknown_service:node' })?.service).toBe('unknown_service_node');
    const none = decode('traces', proto([1, []])).resources[0]?.resource.identity;
    expect(none).toMatchObject({ service: 'unknown', agent: { name: 'otlp', version: 'unknown' }, language: null });
  });

  test('of one request are several services', () => {
    const { resources } = decode('traces', tracesRequest(['shop', 'till']));

    expect(resources.map(({ resource, events }) => [resource.identity.service, events.length])).toEqual([
      ['shop', 1],
      ['till', 1],
    ]);
  });

  test('that say when they were exported move their times to our clock', () => {
    const exportedNs = Number(START_NS) + 1_000_000_000;
    const resource = resourceOf('phone', { 'telemetry.sdk.elastic_export_timestamp': exportedNs });
    const [event] = eventsOf('traces', proto([1, [resource, [2, [spanField()]]]]));

    expect(Math.abs((event?.timestampUs ?? 0) - (RECEIVED_US - 1_000_000))).toBeLessThan(1000);
  });
});

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
      ...JSON.parse(document),
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
