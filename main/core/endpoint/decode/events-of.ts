import type { EventKind } from '../../../contract/index.ts';
import type { IncomingEvent } from '../../events/ports.ts';
import { isRecord } from './is-record.ts';
import { microsecondsOf } from './timestamp.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Samples by which the server knows its own metrics; a metricset of a transaction without any of them is dropped in silence (reference C). */
const INTERNAL_SAMPLES = ['span.self_time.count', 'span.self_time.sum.us'];

/**
 * The events that one accepted line holds: one, none for a metricset that the real server drops, several for a RUM v3 transaction with its
 * spans and metricsets. `receivedUs` is the time of those that carry none.
 */
export function eventsOf(type: string, value: Fields, receivedUs: number): IncomingEvent[] {
  switch (type) {
    case 'transaction':
      return [traced('transaction', value, receivedUs)];
    case 'span':
      return [traced('span', value, receivedUs)];
    case 'error':
      return [{ ...traced('error', value, receivedUs), name: errorName(value, 'exception', 'message', 'type') }];
    case 'log':
      return [logEvent(value, receivedUs)];
    case 'metricset':
      return isDroppedMetricset(value) ? [] : [metricset(value, receivedUs)];
    case 'e':
      return [rumError(value, receivedUs)];
    default:
      return rumTransaction(value, receivedUs);
  }
}

function event(kind: EventKind, timestampUs: number, document: unknown): IncomingEvent {
  return {
    kind,
    service: null,
    timestampUs,
    name: null,
    traceId: null,
    id: null,
    parentId: null,
    durationMs: null,
    outcome: null,
    document,
  };
}

function traced(kind: EventKind, value: Fields, receivedUs: number): IncomingEvent {
  return {
    ...event(kind, timeOf(value.timestamp) ?? receivedUs, value),
    name: text(value.name),
    traceId: text(value.trace_id),
    id: text(value.id),
    parentId: text(value.parent_id),
    durationMs: number(value.duration),
    outcome: text(value.outcome),
  };
}

function errorName(value: Fields, exceptionKey: string, messageKey: string, typeKey: string): string | null {
  const exception = record(value[exceptionKey]);
  return text(exception[messageKey]) ?? text(exception[typeKey]) ?? text(record(value.log)[messageKey]);
}

const LOGGED_ERROR = ['error.type', 'error.message', 'error.stack_trace'];

/** A log line that tells of an error is an error to the real server. */
function logEvent(value: Fields, receivedUs: number): IncomingEvent {
  const isError = LOGGED_ERROR.some((key) => typeof value[key] === 'string');
  return {
    ...event(isError ? 'error' : 'log', timeOf(value['@timestamp']) ?? receivedUs, value),
    name: text(value.message),
    traceId: text(value['trace.id']),
    id: text(value['span.id']),
    parentId: text(value['transaction.id']),
  };
}

/** A metricset of a transaction that has no span, or no sample that the server knows: it is neither counted nor told (reference C). */
export function isDroppedMetricset(value: Fields): boolean {
  if (!hasText(value.transaction, 'name', 'type')) return false;
  return !hasText(value.span, 'subtype', 'type') || !INTERNAL_SAMPLES.some((name) => name in record(value.samples));
}

function hasText(value: unknown, ...keys: readonly string[]): boolean {
  const object = record(value);
  return keys.some((key) => typeof object[key] === 'string');
}

function metricset(value: Fields, receivedUs: number): IncomingEvent {
  const names = Object.keys(record(value.samples));
  return { ...event('metricset', timeOf(value.timestamp) ?? receivedUs, value), name: names.slice(0, 3).join(', ') };
}

function rumError(value: Fields, receivedUs: number): IncomingEvent {
  return {
    ...event('error', timeOf(value.timestamp) ?? receivedUs, value),
    name: errorName(value, 'ex', 'mg', 't'),
    traceId: text(value.tid),
    id: text(value.id),
    parentId: text(value.pid),
  };
}

/** Spans and metricsets of RUM v3 travel inside their transaction and take trace and parent from it (reference D2, last paragraph). */
function rumTransaction(value: Fields, receivedUs: number): IncomingEvent[] {
  const traceId = text(value.tid);
  const id = text(value.id);
  const spans = list(value.y);
  const transaction = {
    ...event('transaction', receivedUs, value),
    name: text(value.n),
    traceId,
    id,
    parentId: text(value.pid),
    durationMs: number(value.d),
    outcome: text(value.o),
  };
  return [
    transaction,
    ...spans.map((span) => ({
      ...event('span', receivedUs + Math.round((number(span.s) ?? 0) * 1000), span),
      name: text(span.n),
      traceId,
      id: text(span.id),
      parentId: text(spans[number(span.pi) ?? -1]?.id) ?? id,
      durationMs: number(span.d),
      outcome: text(span.o),
    })),
    ...list(value.me)
      .filter(isKeptRumMetricset)
      .map((element) => ({ ...event('metricset', receivedUs, element), name: 'span.self_time' })),
  ];
}

/** A metricset of RUM is kept only where it also says which span it sums up; one without `y` is counted nowhere. */
function isKeptRumMetricset(element: Fields): boolean {
  return hasText(element.y, 'su', 't');
}

/** Microseconds since the epoch of a timestamp field; null where there is none. */
export function timeOf(value: unknown): number | null {
  return typeof value === 'string' ? microsecondsOf(value) : number(value);
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function number(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}

function record(value: unknown): Fields {
  return isRecord(value) ? value : {};
}

function list(value: unknown): readonly Fields[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}
