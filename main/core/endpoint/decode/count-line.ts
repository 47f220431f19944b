import { type BatchDraft, countEvent } from './batch.ts';
import { eventsOf, isDroppedMetricset, timeOf } from './events-of.ts';

/**
 * Counts the events of one accepted line of that type into a batch; false where the line holds none and need not be kept. What the events are in full is
 * found out by `eventsOf` when somebody asks for them.
 */
export function countLine(
  batch: BatchDraft,
  type: string,
  value: Readonly<Record<string, unknown>>,
  receivedUs: number,
): boolean {
  switch (type) {
    case 'transaction':
    case 'span':
    case 'error':
      countEvent(batch, type, textOf(value.trace_id), timeOf(value.timestamp) ?? receivedUs);
      return true;
    case 'metricset':
      if (isDroppedMetricset(value)) return false;
      countEvent(batch, type, null, timeOf(value.timestamp) ?? receivedUs);
      return true;
    default: {
      const events = eventsOf(type, value, receivedUs);
      for (const { kind, traceId, timestampUs } of events) countEvent(batch, kind, traceId, timestampUs);
      return events.length > 0;
    }
  }
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
