import type { Batch } from '../../main/core/endpoint/decode/batch.ts';
import { chunksOf, linesOf } from '../../main/core/events/chunk.ts';
import { eventsOfLine } from '../../main/core/events/chunk-events.ts';
import type { IncomingEvent } from '../../main/core/events/ports.ts';

/** The events of each batch, read back from what would be stored of it. */
export function eventsOfBatches(batches: readonly Batch[], receivedUs: number): (readonly IncomingEvent[])[] {
  return batches.map((batch) =>
    chunksOf([batch], receivedUs).flatMap(({ lines }) =>
      linesOf(lines).flatMap((line) => eventsOfLine(line, receivedUs)),
    ),
  );
}
