import type { IncomingEvent } from '../../events/ports.ts';
import { jsonOf, readAttributes } from './attributes.ts';
import type { LogRecord, Scope } from './definitions.ts';
import { exceptionDocument, exceptionOf } from './exception.ts';
import { idOf, type Moments } from './moment.ts';
import { scopeMember } from './trace-events.ts';

/** One log record as an event: a log line, or an error where it holds an exception with type and message, as the real server has it. */
export function eventOfLog(record: LogRecord, scope: Scope | null, moments: Moments): IncomingEvent {
  const attributes = readAttributes(record.attributes);
  const exception =
    attributes.text('exception.type') !== null && attributes.text('exception.message') !== null
      ? exceptionOf(attributes)
      : null;
  const body = jsonOf(record.body);
  const message = body === null ? null : typeof body === 'string' ? body : JSON.stringify(body);
  const traceId = idOf(record.traceId);
  const parentId = idOf(record.spanId);
  const timestampUs = moments.at(record.timeUnixNano === 0n ? record.observedTimeUnixNano : record.timeUnixNano);
  const eventName = record.eventName === '' ? attributes.text('event.name') : record.eventName;
  const document = {
    '@timestamp': timestampUs,
    ...(message === null ? {} : { message }),
    ...(record.severityText === '' ? {} : { 'log.level': record.severityText }),
    ...(record.severityNumber === 0 ? {} : { 'event.severity': record.severityNumber }),
    ...(eventName === null ? {} : { 'event.action': eventName }),
    ...(traceId === null ? {} : { 'trace.id': traceId }),
    ...(parentId === null ? {} : { 'span.id': parentId }),
    ...(exception === null ? {} : exceptionDocument(exception)),
    otel: { ...(attributes.isEmpty ? {} : { attributes: attributes.values }), ...scopeMember(scope) },
  };
  return {
    kind: exception === null ? 'log' : 'error',
    service: null,
    timestampUs,
    name: exception?.message ?? message ?? eventName,
    traceId,
    id: null,
    parentId,
    durationMs: null,
    outcome: null,
    document,
  };
}
