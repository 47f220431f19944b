import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { linesOf } from './chunk.ts';
import { CHUNKS_A_BLOCK } from './chunk-rows.ts';
import { EVENT_KINDS } from './event-kinds.ts';
import { intakeBodyOf } from './intake-body.ts';
import { matchingEvents } from './matching-events.ts';
import type { ReaderQuery, StoredRow } from './messages.ts';
import type { BodyQuery, StoredBodies } from './ports.ts';
import { traceNumber } from './trace-number.ts';
import type { WordIndex } from './word-index.ts';

/** Events that one chunk can hold at the most, so that chunk and place in it make one number that grows. */
export const EVENTS_A_CHUNK = 65_536;

/** Every block of the index over trace numbers, which is ordered by blocks first (`chunk-rows.ts`). */
const IN_ANY_BLOCK = `block IN (
  WITH RECURSIVE each_block (number) AS (
    SELECT (SELECT MIN(id) FROM chunks) / ${CHUNKS_A_BLOCK}
    UNION ALL SELECT number + 1 FROM each_block WHERE number < (SELECT MAX(id) FROM chunks) / ${CHUNKS_A_BLOCK}
  ) SELECT number FROM each_block)`;

/**
 * Stored events that match all of `query`, newest first. Text is looked for in the line of an event, without regard to case: chunks that `words` knows are found
 * by its words, where the last one may be cut short; newer ones, and texts without any word, are read through.
 */
export function queryEvents(database: DatabaseSync, query: ReaderQuery, words: WordIndex | null): StoredRow[] {
  const found: StoredRow[] = [];
  for (const row of chunksFor(database, query, words)) {
    const chunk = Number(row.id);
    const lines = linesOf(row.lines instanceof Uint8Array ? row.lines : new Uint8Array(0));
    const base = chunk * EVENTS_A_CHUNK;
    const after = query.after === undefined ? -1 : query.after - base;
    const matching = matchingEvents(lines, query, Number(row.received_us)).filter(({ place }) => place > after);
    for (const { place, event } of matching.reverse()) {
      found.push({
        ...event,
        sequence: base + place,
        service: event.service ?? String(row.service),
        kind: EVENT_KINDS.indexOf(event.kind),
        atUs: event.timestampUs,
        document: JSON.stringify(event.document),
      });
      if (found.length === query.limit) return found;
    }
  }
  return found;
}

/**
 * Stored events as bodies of the intake protocol, oldest first: those behind chunk `after` that hold events of the service, `limit` at the most. `next` is where to go on, null where that was all.
 */
export function queryBodies(database: DatabaseSync, { after, limit, service, since }: BodyQuery): StoredBodies {
  const conditions = ['chunks.id > ?'];
  const values: SQLInputValue[] = [after];
  if (service !== undefined) {
    conditions.push('service_names.name = ?');
    values.push(service);
  }
  if (since !== undefined) {
    conditions.push('chunks.newest_us >= ?');
    values.push(Date.parse(since) * 1000);
  }
  const rows = database
    .prepare(
      `SELECT chunks.id, chunks.received_us, service_names.name AS service, sources.metadata, chunk_lines.lines
      FROM chunks JOIN service_names ON service_names.id = chunks.service_id JOIN sources ON sources.id = chunks.source_id
      JOIN chunk_lines ON chunk_lines.chunk = chunks.id WHERE ${conditions.join(' AND ')} ORDER BY chunks.id LIMIT ?`,
    )
    .all(...values, limit);
  const bodies = rows.map((row) => ({
    service: String(row.service),
    ...intakeBodyOf(
      String(row.metadata),
      linesOf(row.lines instanceof Uint8Array ? row.lines : new Uint8Array(0)),
      Number(row.received_us),
    ),
  }));
  return { bodies, next: rows.length < limit ? null : Number(rows.at(-1)?.id) };
}

type Row = Record<string, SQLInputValue>;

/** Rows of the chunks that may hold events of the query, newest first, read one at a time. */
function* chunksFor(database: DatabaseSync, query: ReaderQuery, words: WordIndex | null): Iterable<Row> {
  const { conditions, values } = conditionsOf(query);
  const select = (more: readonly string[]): string => {
    const all = [...conditions, ...more];
    return `SELECT chunks.id, chunks.received_us, service_names.name AS service, chunk_lines.lines
      FROM chunks JOIN service_names ON service_names.id = chunks.service_id JOIN chunk_lines ON chunk_lines.chunk = chunks.id
      ${all.length === 0 ? '' : `WHERE ${all.join(' AND ')}`} ORDER BY chunks.id DESC`;
  };
  const candidates = query.text === undefined ? null : (words?.chunksWith(query.text, query.kind) ?? null);
  if (words === null || candidates === null) {
    yield* database.prepare(select([])).iterate(...values);
    return;
  }
  yield* database.prepare(select(['chunks.id > ?'])).iterate(...values, words.readUpTo());
  const one = database.prepare(select(['chunks.id = ?']));
  for (const chunk of candidates) {
    const row = one.get(...values, chunk);
    if (row !== undefined) yield row;
  }
}

function conditionsOf(query: ReaderQuery): { readonly conditions: string[]; readonly values: SQLInputValue[] } {
  const conditions: string[] = [];
  const values: SQLInputValue[] = [];
  const where = (condition: string, ...given: SQLInputValue[]): void => {
    conditions.push(condition);
    values.push(...given);
  };
  if (query.after !== undefined) where('chunks.id >= ?', Math.floor(query.after / EVENTS_A_CHUNK));
  if (query.service !== undefined) {
    where('chunks.service_id = (SELECT id FROM service_names WHERE name = ?)', query.service);
  }
  if (query.kind !== undefined) where('chunks.kinds & ? <> 0', 1 << EVENT_KINDS.indexOf(query.kind));
  if (query.trace !== undefined) {
    where(`chunks.id IN (SELECT chunk FROM traces WHERE trace = ? AND ${IN_ANY_BLOCK})`, traceNumber(query.trace));
  }
  if (query.since !== undefined) where('chunks.newest_us >= ?', Date.parse(query.since) * 1000);
  return { conditions, values };
}
