import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isDamage } from '../../../main/core/events/damage.ts';
import type { ReaderCalls, ReaderMessage } from '../../../main/core/events/messages.ts';
import { openWorker, type WorkerLink } from '../../../main/core/events/worker-calls.ts';

/* The thread that reads the store, where the file is no database any more: it is asked, it is told of new events, and it is closed so that the file can be replaced. */

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sealwire-damaged-reader-'));
  writeFileSync(
    join(folder, 'events.sqlite'),
    'no database at all, but longer than the hundred bytes of a header. '.repeat(20),
  );
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function openReader(deaths: Error[]): Promise<WorkerLink<ReaderCalls, ReaderMessage>> {
  return openWorker<ReaderCalls, ReaderMessage, never>({
    name: 'query-worker',
    start: { path: join(folder, 'events.sqlite'), words: join(folder, 'words.sqlite') },
    didReport: () => undefined,
    didDie: (error) => deaths.push(error),
  });
}

describe('a reader of a damaged store', () => {
  test('lives on when it is told of new events, and says of each question that the file is damaged', async () => {
    const deaths: Error[] = [];
    const reader = await openReader(deaths);

    reader.tell({ kind: 'stored' });
    const failures = [];
    for (const limit of [1, 2]) failures.push(await reader.call('query', { limit }).catch((error: unknown) => error));
    await reader.close();

    expect(failures.map(isDamage)).toEqual([true, true]);
    expect(deaths).toEqual([]);
  });

  test('closes, whatever it was told just before', async () => {
    const reader = await openReader([]);

    reader.tell({ kind: 'stored' });

    await expect(reader.close()).resolves.toBeUndefined();
  });
});
