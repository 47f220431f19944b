import type { Batch } from '../endpoint/decode/batch.ts';
import { beginBatch, countEvent } from '../endpoint/decode/batch.ts';
import type { IncomingEvent } from './ports.ts';

/** Opens the lines of events that did not come as lines of the intake protocol; no agent can send one. */
export const EVENT_LINE = 'event';

const EVENTS_A_BATCH = 100;

/** Events that were decoded from another form, as lines that the store keeps like those of the intake protocol. */
export function batchesOfEvents(events: readonly IncomingEvent[]): Batch[] {
  const batches: Batch[] = [];
  for (let from = 0; from < events.length; from += EVENTS_A_BATCH) {
    const batch = beginBatch();
    const lines = events.slice(from, from + EVENTS_A_BATCH).map((event) => {
      countEvent(batch, event.kind, event.traceId, event.timestampUs);
      return `{"${EVENT_LINE}":${JSON.stringify(event)}}\n`;
    });
    batch.pieces.push(Buffer.from(lines.join('')));
    batches.push(batch);
  }
  return batches;
}
