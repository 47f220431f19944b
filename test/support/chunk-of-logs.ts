import { beginBatch, countEvent } from '../../main/core/endpoint/decode/batch.ts';
import { type Chunk, chunksOf } from '../../main/core/events/chunk.ts';

/** A chunk of log events with these fields. */
export function chunkOfLogs(logs: readonly Readonly<Record<string, unknown>>[]): Chunk {
  const batch = beginBatch();
  for (const log of logs) {
    countEvent(batch, 'log', null, 1);
    batch.pieces.push(Buffer.from(`${JSON.stringify({ log })}\n`));
  }
  const [chunk] = chunksOf([batch], 1);
  if (chunk === undefined) throw new Error('no chunk of no logs');
  return chunk;
}
