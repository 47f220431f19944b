import type { DatabaseSync } from 'node:sqlite';
import { CHUNKS_A_BLOCK } from './chunk-rows.ts';
import { SOURCE_SLACK_MS } from './chunk-writer.ts';
import { sizeOf } from './database.ts';
import type { Retention } from './ports.ts';
import { transact } from './transact.ts';

const DAY_MS = 86_400_000;
/** Chunks a step may delete and pages it may give back: some milliseconds of work. */
const CHUNKS_PER_STEP = 100;
const PAGES_PER_STEP = 256;

/** The last of the oldest chunks to go: all that are too old, or as many as weigh the bytes that are too many. */
const LAST_TO_GO = `
  SELECT MAX(id) AS last FROM (
    SELECT id, stored_ms, SUM(bytes) OVER (ORDER BY id) - bytes AS before
    FROM (
      SELECT chunks.id, chunks.stored_ms, LENGTH(chunk_lines.lines) AS bytes
      FROM chunks JOIN chunk_lines ON chunk_lines.chunk = chunks.id ORDER BY chunks.id LIMIT ${CHUNKS_PER_STEP}
    )
  ) WHERE stored_ms < ? OR before < ?`;

/** A block of trace numbers goes with the last of its chunks; what of a block still points to chunks that are gone finds nothing. */
const FORGET_TRACES = `DELETE FROM traces WHERE block < (SELECT COALESCE(MIN(id), ?) FROM chunks) / ${CHUNKS_A_BLOCK}`;

/** Metadata that no event left can belong to; how fresh its `seen_ms` is, see `chunk-writer.ts`. */
const FORGET_SOURCES = `
  DELETE FROM sources WHERE seen_ms < COALESCE((SELECT stored_ms FROM chunks ORDER BY id LIMIT 1), 0) - ?`;

/**
 * One short step towards what the retention allows: deletes some of the oldest chunks where they are too old or too many bytes are in use, else
 * gives freed pages back to the disk. False when there is nothing left to do.
 */
export function retentionStep(database: DatabaseSync, retention: Retention, nowMs: number): boolean {
  const excess = sizeOf(database) - retention.megabytes * 1024 * 1024;
  const { last } = database.prepare(LAST_TO_GO).get(nowMs - retention.days * DAY_MS, Math.max(0, excess)) ?? {};
  if (typeof last !== 'number') return vacuumStep(database);
  transact(database, () => {
    database.prepare('DELETE FROM chunk_lines WHERE chunk <= ?').run(last);
    database.prepare('DELETE FROM chunks WHERE id <= ?').run(last);
    database.prepare(FORGET_TRACES).run(last + 1);
    database.prepare(FORGET_SOURCES).run(SOURCE_SLACK_MS);
  });
  return true;
}

/** Gives up to 1 MiB of free pages back; false when no more can be given. */
export function vacuumStep(database: DatabaseSync): boolean {
  const before = freePages(database);
  if (before === 0) return false;
  database.exec(`PRAGMA incremental_vacuum(${PAGES_PER_STEP})`);
  const after = freePages(database);
  return after > 0 && after < before;
}

function freePages(database: DatabaseSync): number {
  return Number(database.prepare('PRAGMA freelist_count').get()?.freelist_count ?? 0);
}
