import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Chunk, linesOf } from '../../../main/core/events/chunk.ts';
import { createChunkWriter } from '../../../main/core/events/chunk-writer.ts';
import { openDatabase } from '../../../main/core/events/database.ts';
import { chunkOfLogs } from '../../support/chunk-of-logs.ts';

/* What a kill leaves of the event store: everything that was accepted, and never part of a batch. */

const SEED = Number(process.env.SEALWIRE_SEED ?? 20_261_124);
const KILLS = process.env.SEALWIRE_LONG === '1' ? 200 : 12;
const SCRIPT = resolve(import.meta.dirname, '../../support/storing-until-killed.ts');

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sealwire-kill-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function chunk(name: string, count: number): Chunk {
  return chunkOfLogs(
    Array.from({ length: count }, () => ({ message: name, filler: randomBytes(150).toString('hex') })),
  );
}

function countByName(database: DatabaseSync): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { lines } of database.prepare('SELECT lines FROM chunk_lines').all()) {
    for (const line of linesOf(lines as Uint8Array)) {
      const name: string = JSON.parse(line).log.message;
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  return counts;
}

describe('a write-ahead log that ends anywhere', () => {
  /** What write(2) has finished is what a killed process leaves, so each prefix of the log is a kill at one moment. */
  test('holds every transaction that was complete and no part of any other', { timeout: 60_000 }, () => {
    const path = join(folder, 'events.sqlite');
    const { database } = openDatabase(path);
    database.exec('PRAGMA wal_checkpoint(TRUNCATE); PRAGMA wal_autocheckpoint = 0');
    const writer = createChunkWriter(database, () => 1);
    const sizes: number[] = [];
    for (let body = 0; body < 20; body += 1) {
      const source = { service: `service ${body % 3}`, environment: null, document: `{"pid":${body}}` };
      writer.store(
        [10, 10].map((count) => ({ source, chunk: chunk(`${body}`, count) })),
        false,
      );
      sizes.push(readFileSync(`${path}-wal`).length);
    }
    const log = readFileSync(`${path}-wal`);

    const cuts = Array.from({ length: 190 }, (_, at) => Math.round((at * log.length) / 189));
    let checked = 0;
    for (const cut of [...cuts, ...sizes.flatMap((size) => [size - 1, size])]) {
      const copy = join(folder, 'copy.sqlite');
      copyFileSync(path, copy);
      writeFileSync(`${copy}-wal`, log.subarray(0, cut));
      rmSync(`${copy}-shm`, { force: true });
      const reopened = openDatabase(copy);

      const complete = sizes.filter((size) => size <= cut).length;
      expect(reopened.notice).toBeNull();
      expect(countByName(reopened.database)).toEqual(
        new Map(Array.from({ length: complete }, (_, body) => [`${body}`, 20])),
      );
      reopened.database.close();
      checked += 1;
    }
    database.close();
    expect(checked).toBe(230);
  });
});

describe('a process killed at a random moment', () => {
  test(`keeps all that it accepted, ${KILLS} times (seed ${SEED})`, { timeout: KILLS * 5000 }, async () => {
    const path = join(folder, 'events.sqlite');
    const random = seeded(SEED);
    const accepted: string[] = [];
    for (let kill = 0; kill < KILLS; kill += 1) accepted.push(...(await runAndKill(path, kill, random)));

    const { database, notice } = openDatabase(path);

    const counts = countByName(database);
    expect(notice).toBeNull();
    expect(accepted.length).toBeGreaterThan(KILLS);
    expect(accepted.filter((body) => counts.get(`body ${body}`) !== 30)).toEqual([]);
    expect([...counts].filter(([, count]) => count % 10 !== 0)).toEqual([]);
    database.close();
  });
});

/** Runs the storing process on the one store and kills it a random number of acceptances and milliseconds later. */
function runAndKill(path: string, run: number, random: () => number): Promise<string[]> {
  return new Promise((resolve_) => {
    const child = spawn(process.execPath, [SCRIPT, path, String(run)], { stdio: ['ignore', 'pipe', 'inherit'] });
    const acceptances = 1 + Math.floor(random() * 20);
    const delayMs = random() * 4;
    let output = '';
    let isDoomed = false;
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (isDoomed || output.split('\n').length <= acceptances) return;
      isDoomed = true;
      setTimeout(() => child.kill('SIGKILL'), delayMs);
    });
    // A number that the kill cut in half was accepted all the same, but cannot be told from another.
    child.on('close', () => resolve_(output.split('\n').slice(0, -1)));
  });
}

/** A small generator with a seed (mulberry32), so that a failing run can be had again. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
