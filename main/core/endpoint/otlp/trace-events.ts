import type { IncomingEvent } from '../../events/ports.ts';
import { type Attributes, objectOf, readAttributes } from './attributes.ts';
import type { Scope, Span, SpanEvent } from './definitions.ts';
import { exceptionDocument, exceptionOf } from './exception.ts';
import { durationMs, idOf, type Moments } from './moment.ts';
import { spanTypeOf, transactionTypeOf } from './span-type.ts';

const KINDS = ['UNSPECIFIED', 'INTERNAL', 'SERVER', 'CLIENT', 'PRODUCER', 'CONSUMER'];
const SERVER = 2;
const CONSUMER = 5;

/**
 * The events of one span, by the real server's rules: a root, a server's or a consumer's span is a transaction, every other a span; its own events
 * follow, exceptions as errors, the rest as log lines.
 */
export function eventsOfSpan(span: Span, scope: Scope | null, moments: Moments): IncomingEvent[] {
  const attributes = readAttributes(span.attributes);
  const parentId = idOf(span.parentSpanId);
  const isTransaction = parentId === null || span.kind === SERVER || span.kind === CONSUMER;
  const traceId = idOf(span.traceId);
  const id = idOf(span.spanId);
  const outcome = outcomeOf(span, attributes, isTransaction);
  const duration = durationMs(span.startTimeUnixNano, span.endTimeUnixNano);
  const timestampUs = moments.at(span.startTimeUnixNano);
  const document = {
    id,
    trace_id: traceId,
    ...(parentId === null ? {} : { parent_id: parentId }),
    name: span.name,
    ...(isTransaction ? transactionMembers(span, attributes) : spanTypeOf(span.kind, attributes)),
    timestamp: timestampUs,
    duration,
    outcome,
    ...(span.links.length === 0 ? {} : { links: linksOf(span) }),
    otel: {
      span_kind: KINDS[span.kind] ?? 'UNSPECIFIED',
      ...(attributes.isEmpty ? {} : { attributes: attributes.values }),
      ...scopeMember(scope),
    },
  };
  const own: IncomingEvent = {
    kind: isTransaction ? 'transaction' : 'span',
    service: null,
    timestampUs,
    name: span.name,
    traceId,
    id,
    parentId,
    durationMs: duration,
    outcome,
    document,
  };
  return [own, ...span.events.map((event) => eventOfSpanEvent(event, { traceId, id }, moments))];
}

/** The scope that a signal came through, for the documents of its events. */
export function scopeMember(scope: Scope | null): {
  readonly scope?: { readonly name: string; readonly version: string };
} {
  return scope === null || scope.name === '' ? {} : { scope: { name: scope.name, version: scope.version } };
}

function transactionMembers(span: Span, attributes: Attributes): Record<string, unknown> {
  return { type: transactionTypeOf(attributes), result: resultOf(span, attributes), sampled: true };
}

function linksOf({ links }: Span): unknown[] {
  return links.map((link) => ({ trace_id: idOf(link.traceId), span_id: idOf(link.spanId) }));
}

/** The status decides, then an HTTP status: a server fails from 500 on, a client from 400 on. */
function outcomeOf({ status }: Span, attributes: Attributes, isTransaction: boolean): string {
  if (status?.code === 1) return 'success';
  if (status?.code === 2) return 'failure';
  const http = httpStatusOf(attributes);
  if (http === null) return 'unknown';
  return http >= (isTransaction ? 500 : 400) ? 'failure' : 'success';
}

function resultOf({ status }: Span, attributes: Attributes): string | null {
  const http = httpStatusOf(attributes);
  if (http !== null) return http >= 100 && http < 600 ? `HTTP ${Math.floor(http / 100)}xx` : `HTTP ${http}`;
  return status?.code === 1 ? 'Success' : status?.code === 2 ? 'Error' : null;
}

function httpStatusOf(attributes: Attributes): number | null {
  const status = attributes.number('http.response.status_code', 'http.status_code');
  return status !== null && status > 0 ? status : null;
}

function eventOfSpanEvent(
  event: SpanEvent,
  parent: { readonly traceId: string | null; readonly id: string | null },
  moments: Moments,
): IncomingEvent {
  const exception = event.name === 'exception' ? exceptionOf(readAttributes(event.attributes)) : null;
  const timestampUs = moments.at(event.timeUnixNano);
  const document = {
    trace_id: parent.traceId,
    parent_id: parent.id,
    timestamp: timestampUs,
    ...(exception === null ? { message: event.name } : exceptionDocument(exception)),
    ...(event.attributes.length === 0 ? {} : { otel: { attributes: objectOf(event.attributes) } }),
  };
  return {
    kind: exception === null ? 'log' : 'error',
    service: null,
    timestampUs,
    name: exception === null ? event.name : exception.message,
    traceId: parent.traceId,
    id: null,
    parentId: parent.id,
    durationMs: null,
    outcome: null,
    document,
  };
}
