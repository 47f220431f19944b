import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { EVENT_KINDS } from './event-kinds.ts';
import type { ReaderQuery, StoredRow } from './messages.ts';

/** Every block of the index over trace ids, which is ordered by blocks first (`TRACE_INDEX`). */
const IN_ANY_BLOCK = `events.sequence >> 10 IN (
  WITH RECURSIVE block (number) AS (
    SELECT (SELECT MIN(sequence) FROM events) >> 10
    UNION ALL SELECT number + 1 FROM block WHERE number < (SELECT MAX(sequence) FROM events) >> 10
  ) SELECT number FROM block)`;

/** Stored events that match all of `query`, newest first. Text is looked for in name, ids and document, without regard to case for ASCII letters. */
export function queryEvents(database: DatabaseSync, query: ReaderQuery): StoredRow[] {
  const conditions: string[] = [];
  const values: SQLInputValue[] = [];
  const where = (condition: string, ...given: SQLInputValue[]): void => {
    conditions.push(condition);
    values.push(...given);
  };
  if (query.after !== undefined) where('events.sequence > ?', query.after);
  if (query.service !== undefined) {
    where('events.service_id = (SELECT id FROM service_names WHERE name = ?)', query.service);
  }
  if (query.kind !== undefined) where('events.kind = ?', EVENT_KINDS.indexOf(query.kind));
  if (query.trace !== undefined) where(`events.trace_id = ? AND ${IN_ANY_BLOCK}`, query.trace);
  if (query.since !== undefined) where('events.at_us >= ?', Date.parse(query.since) * 1000);
  if (query.text !== undefined && query.text !== '') {
    const pattern = `%${query.text.replace(/[\\%_]/g, '\\$&')}%`;
    where("(events.name LIKE ? ESCAPE '\\' OR events.document LIKE ? ESCAPE '\\')", pattern, pattern);
  }
  const rows = database
    .prepare(
      `SELECT events.sequence, service_names.name AS service, events.kind, events.at_us, events.name, events.trace_id, events.event_id,
         events.parent_id, events.duration_ms, events.outcome, events.document
       FROM events JOIN service_names ON service_names.id = events.service_id
       ${conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`}
       ORDER BY events.sequence DESC LIMIT ?`,
    )
    .all(...values, query.limit);
  return rows.map((row) => ({
    sequence: Number(row.sequence),
    service: String(row.service),
    kind: Number(row.kind),
    atUs: Number(row.at_us),
    name: textOrNull(row.name),
    traceId: textOrNull(row.trace_id),
    id: textOrNull(row.event_id),
    parentId: textOrNull(row.parent_id),
    durationMs: typeof row.duration_ms === 'number' ? row.duration_ms : null,
    outcome: textOrNull(row.outcome),
    document: String(row.document),
  }));
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
