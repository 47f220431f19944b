import {
  bytes,
  double,
  fixed64,
  integer,
  type MessageType,
  maybeBoolean,
  maybeDouble,
  maybeInteger,
  maybeSignedFixed64,
  maybeText,
  message,
  nested,
  type Read,
  repeated,
  repeatedFixed64,
  text,
} from './message.ts';
import { readDouble, readFixed64 } from './wire.ts';

/* The messages of OTLP that are looked at, by the field numbers of opentelemetry-proto 1.x; what is not listed is passed over. */

/** A value of an attribute: at most one of its fields is set. */
export interface AnyValue {
  readonly stringValue: string | null;
  readonly boolValue: boolean | null;
  readonly intValue: number | null;
  readonly doubleValue: number | null;
  readonly arrayValue: { readonly values: readonly AnyValue[] } | null;
  readonly kvlistValue: { readonly values: readonly KeyValue[] } | null;
  readonly bytesValue: Buffer | null;
}

export interface KeyValue {
  readonly key: string;
  readonly value: AnyValue | null;
}

const arrayValue = message({ values: repeated(1, () => anyValue) });
const keyValueList = message({ values: repeated(1, () => keyValue) });

const anyValue: MessageType<AnyValue> = message({
  stringValue: maybeText(1),
  boolValue: maybeBoolean(2),
  intValue: maybeInteger(3),
  doubleValue: maybeDouble(4),
  arrayValue: nested(5, () => arrayValue),
  kvlistValue: nested(6, () => keyValueList),
  bytesValue: bytes(7),
});

const keyValue: MessageType<KeyValue> = message({ key: text(1), value: nested(2, () => anyValue) });

const attributes = (number: number) => repeated(number, () => keyValue);

const resource = message({ attributes: attributes(1) });
const scope = message({ name: text(1), version: text(2), attributes: attributes(3) });

const status = message({ message: text(2), code: integer(3) });
const spanEvent = message({ timeUnixNano: fixed64(1), name: text(2), attributes: attributes(3) });
const spanLink = message({ traceId: bytes(1), spanId: bytes(2), attributes: attributes(4) });

const span = message({
  traceId: bytes(1),
  spanId: bytes(2),
  traceState: text(3),
  parentSpanId: bytes(4),
  name: text(5),
  kind: integer(6),
  startTimeUnixNano: fixed64(7),
  endTimeUnixNano: fixed64(8),
  attributes: attributes(9),
  events: repeated(11, () => spanEvent),
  links: repeated(13, () => spanLink),
  status: nested(15, () => status),
});

const scopeSpans = message({ scope: nested(1, () => scope), spans: repeated(2, () => span) });
const resourceSpans = message({ resource: nested(1, () => resource), scopeSpans: repeated(2, () => scopeSpans) });

const numberDataPoint = message({
  timeUnixNano: fixed64(3),
  asDouble: maybeDouble(4),
  asInt: maybeSignedFixed64(6),
  attributes: attributes(7),
});

const histogramDataPoint = message({
  timeUnixNano: fixed64(3),
  bucketCounts: repeatedFixed64(6, readFixed64),
  explicitBounds: repeatedFixed64(7, readDouble),
  attributes: attributes(9),
});

const summaryDataPoint = message({
  timeUnixNano: fixed64(3),
  count: fixed64(4),
  sum: double(5),
  attributes: attributes(7),
});

/** Exponential histograms are only counted, to be refused: the real server cannot take them either. */
const uncountedDataPoint = message({});

const numbers = message({ dataPoints: repeated(1, () => numberDataPoint) });
const histograms = message({ dataPoints: repeated(1, () => histogramDataPoint) });
const exponentialHistograms = message({ dataPoints: repeated(1, () => uncountedDataPoint) });
const summaries = message({ dataPoints: repeated(1, () => summaryDataPoint) });

const metric = message({
  name: text(1),
  unit: text(3),
  gauge: nested(5, () => numbers),
  sum: nested(7, () => numbers),
  histogram: nested(9, () => histograms),
  exponentialHistogram: nested(10, () => exponentialHistograms),
  summary: nested(11, () => summaries),
});

const scopeMetrics = message({ scope: nested(1, () => scope), metrics: repeated(2, () => metric) });
const resourceMetrics = message({ resource: nested(1, () => resource), scopeMetrics: repeated(2, () => scopeMetrics) });

const logRecord = message({
  timeUnixNano: fixed64(1),
  severityNumber: integer(2),
  severityText: text(3),
  body: nested(5, () => anyValue),
  attributes: attributes(6),
  traceId: bytes(9),
  spanId: bytes(10),
  observedTimeUnixNano: fixed64(11),
  eventName: text(12),
});

const scopeLogs = message({ scope: nested(1, () => scope), logRecords: repeated(2, () => logRecord) });
const resourceLogs = message({ resource: nested(1, () => resource), scopeLogs: repeated(2, () => scopeLogs) });

export const exportTraces = message({ resourceSpans: repeated(1, () => resourceSpans) });
export const exportMetrics = message({ resourceMetrics: repeated(1, () => resourceMetrics) });
export const exportLogs = message({ resourceLogs: repeated(1, () => resourceLogs) });

export type Span = Read<typeof span>;
export type SpanEvent = Read<typeof spanEvent>;
export type Metric = Read<typeof metric>;
export type NumberDataPoint = Read<typeof numberDataPoint>;
export type HistogramDataPoint = Read<typeof histogramDataPoint>;
export type SummaryDataPoint = Read<typeof summaryDataPoint>;
export type LogRecord = Read<typeof logRecord>;
export type Scope = Read<typeof scope>;
export type Resource = Read<typeof resource>;
