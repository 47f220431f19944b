/**
 * `chunks` is narrow, because a search that has no better index reads all of it; what the events are is in `chunk_lines`, packed (`chunk.ts`). `store` tells
 * this store from another that takes its place, for what is kept about it elsewhere.
 */
export const CHUNK_TABLES = `
  CREATE TABLE store (id TEXT NOT NULL);
  INSERT INTO store VALUES (hex(randomblob(8)));
  CREATE TABLE chunks (
    id INTEGER PRIMARY KEY AUTOINCREMENT, service_id INTEGER NOT NULL, source_id INTEGER NOT NULL, kinds INTEGER NOT NULL,
    events INTEGER NOT NULL, newest_us INTEGER NOT NULL, received_us INTEGER NOT NULL, stored_ms INTEGER NOT NULL
  );
  CREATE INDEX chunks_by_service ON chunks (service_id);
  CREATE TABLE chunk_lines (chunk INTEGER PRIMARY KEY, lines BLOB NOT NULL);
  CREATE TABLE traces (
    block INTEGER NOT NULL, trace INTEGER NOT NULL, chunk INTEGER NOT NULL, PRIMARY KEY (block, trace, chunk)
  ) WITHOUT ROWID;
`;

/** Services are rows of their own; sources keep the metadata that the lines of events leave out. */
export const SCHEMA = `
  CREATE TABLE service_names (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
  CREATE TABLE sources (
    id INTEGER PRIMARY KEY, service_id INTEGER NOT NULL, environment TEXT, metadata TEXT NOT NULL UNIQUE, seen_ms INTEGER NOT NULL
  );
  ${CHUNK_TABLES}
  CREATE TABLE attempts (id TEXT PRIMARY KEY, at TEXT NOT NULL, attempt TEXT NOT NULL, facts TEXT NOT NULL);
  CREATE INDEX attempts_by_time ON attempts (at);
  CREATE TABLE services (key TEXT PRIMARY KEY, service TEXT NOT NULL);
`;
