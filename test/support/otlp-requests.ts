import { type ProtoField, proto } from './protobuf.ts';

/** 2026-01-02T03:04:05.678901Z in nanoseconds and microseconds. */
export const START_NS = 1_767_323_045_678_901_000n;
export const START_US = 1_767_323_045_678_901;

export const TRACE_ID = '0af7651916cd43dd8448eb211c80319c';
export const SPAN_ID = 'b7ad6b7169203331';
export const PARENT_ID = '00f067aa0ba902b7';

type Value = string | number | boolean;

/** Attributes as field `number` of their message. */
export function attributes(number: number, values: Readonly<Record<string, Value>>): ProtoField[] {
  return Object.entries(values).map(
    ([key, value]): ProtoField => [
      number,
      [
        [1, key],
        [2, [anyValue(value)]],
      ],
    ],
  );
}

function anyValue(value: Value): ProtoField {
  if (typeof value === 'string') return [1, value];
  if (typeof value === 'boolean') return [2, value ? 1 : 0];
  return Number.isInteger(value) ? [3, BigInt(value)] : [4, { fixed64: value }];
}

const NODE = {
  'telemetry.sdk.name': 'opentelemetry',
  'telemetry.sdk.language': 'nodejs',
  'telemetry.sdk.version': '2.1.0',
};

/** A resource as an SDK describes its process. */
export function resourceOf(service: string, more: Readonly<Record<string, Value>> = {}): ProtoField {
  return [1, attributes(1, { 'service.name': service, ...NODE, ...more })];
}

export interface SpanWishes {
  readonly name?: string;
  readonly kind?: number;
  readonly parentId?: string;
  readonly attributes?: Readonly<Record<string, Value>>;
  readonly status?: number;
  readonly events?: readonly ProtoField[];
}

/** A span of 12.5 ms as a field of `ScopeSpans`. */
export function spanField(wishes: SpanWishes = {}): ProtoField {
  const { name = 'GET /orders', kind = 2, parentId, status, events = [] } = wishes;
  return [
    2,
    [
      [1, Buffer.from(TRACE_ID, 'hex')],
      [2, Buffer.from(SPAN_ID, 'hex')],
      ...(parentId === undefined ? [] : [[4, Buffer.from(parentId, 'hex')] as const]),
      [5, name],
      [6, kind],
      [7, { fixed64: START_NS }],
      [8, { fixed64: START_NS + 12_500_000n }],
      ...attributes(9, wishes.attributes ?? {}),
      ...events,
      ...(status === undefined ? [] : [[15, [[3, status]]] as const]),
    ],
  ];
}

/** An export request for traces: one resource a service, each with the same spans. */
export function tracesRequest(services: readonly string[], spans: readonly ProtoField[] = [spanField()]): Buffer {
  return proto(
    ...services.map((service): ProtoField => [1, [resourceOf(service), [2, [[1, [[1, 'scope']]], ...spans]]]]),
  );
}

export function metricsRequest(service: string, metrics: readonly ProtoField[]): Buffer {
  return proto([1, [resourceOf(service), [2, metrics]]]);
}

export function logsRequest(service: string, records: readonly ProtoField[]): Buffer {
  return proto([1, [resourceOf(service), [2, records]]]);
}
