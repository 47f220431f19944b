import type { DatabaseSync } from 'node:sqlite';
import { beginBatch } from '../endpoint/decode/batch.ts';
import { countLine } from '../endpoint/decode/count-line.ts';
import { isRecord } from '../endpoint/decode/is-record.ts';
import { chunksOf } from './chunk.ts';
import { createChunkRows } from './chunk-rows.ts';
import { EVENT_KINDS } from './event-kinds.ts';
import { CHUNK_TABLES } from './schema.ts';

const EVENTS_A_CHUNK = 100;

/** From version 1, in which each event was a row with its document, to chunks of packed lines. Order, source and time of storing stay. */
export function packEvents(database: DatabaseSync): void {
  database.exec(CHUNK_TABLES);
  const rows = createChunkRows(database);
  const events = database.prepare(
    'SELECT sequence, service_id, source_id, kind, at_us, stored_ms, document FROM events WHERE sequence > ? ORDER BY sequence LIMIT ?',
  );
  for (let after = 0; ; ) {
    const next = events.all(after, EVENTS_A_CHUNK);
    const [first] = next;
    if (first === undefined) break;
    // One chunk has one source, and one time of storing.
    const end = next.findIndex((row) => row.source_id !== first.source_id || row.stored_ms !== first.stored_ms);
    const together = end === -1 ? next : next.slice(0, end);
    const receivedUs = Number(first.stored_ms) * 1000;
    const batch = beginBatch();
    for (const row of together) {
      const type = EVENT_KINDS[Number(row.kind)] ?? 'log';
      const value: unknown = JSON.parse(String(row.document));
      if (!isRecord(value)) continue;
      const dated = 'timestamp' in value || type === 'log' ? value : { ...value, timestamp: Number(row.at_us) };
      if (countLine(batch, type, dated, receivedUs))
        batch.pieces.push(Buffer.from(`{"${type}":${JSON.stringify(dated)}}\n`));
    }
    const ids = { serviceId: Number(first.service_id), sourceId: Number(first.source_id) };
    for (const chunk of chunksOf([batch], receivedUs)) rows.insert(ids, chunk, Number(first.stored_ms));
    after = Number(together.at(-1)?.sequence);
  }
  database.exec('DROP TABLE events');
}
