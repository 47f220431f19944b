import { describe, expect, test } from 'vitest';
import { decodeExport, type OtlpSignal } from '../../../main/core/endpoint/otlp/decode-export.ts';
import type { IncomingEvent } from '../../../main/core/events/ports.ts';
import {
  attributes,
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

/* What becomes of OTLP spans and resources: events by the real server's rules. */

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
    expect(JSON.parse(JSON.stringify(event?.document))).toMatchObject({
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
    expect(JSON.parse(JSON.stringify(events[1]?.document)).exception).toEqual({
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
