import { dirname, join } from 'node:path';
import { fail, type Notice, type StoredEvent } from '../../contract/index.ts';
import type { Host } from '../host/host.ts';
import type { ListenerThreads } from '../listeners/spread-endpoint.ts';
import { isDamage, isNewerDatabase } from './damage.ts';
import { EVENT_KINDS } from './event-kinds.ts';
import { openIntakeThreads } from './intake-threads.ts';
import { createLiveFeed } from './live-feed.ts';
import {
  type ReaderCalls,
  type ReaderMessage,
  type ReaderQuery,
  type ReaderReport,
  type StoredRow,
  UNWRITABLE,
  type WorkerStart,
} from './messages.ts';
import { momentText } from './moment-text.ts';
import { newestStored } from './newest-stored.ts';
import type { EventStore, Intake, Retention } from './ports.ts';
import { openWorker, type WorkerLink } from './worker-calls.ts';

export interface EventStoreOptions {
  readonly host: Pick<Host, 'disk'>;
  /** `events.sqlite` of the data folder; made, mode 0600, where it is missing. */
  readonly path: string;
  /** File of the words that occur in it; `words.sqlite` beside it where it is left out. */
  readonly words?: string;
  /** How much to keep; asked for again at each clean-up. */
  retention(): Retention;
  /** Newly stored events for a live list, the newest last: a sample of at most a hundred, four times a second. */
  didStore?(events: readonly StoredEvent[]): void;
  /** So many events were stored and are not told by `didStore`, because more came than are told at once. */
  didSkip?(events: number): void;
}

const CLEAN_UP_EVERY_MS = 30_000;
/** Times that one query has the store looked at for damage. */
const MOST_MENDED = 3;

/** The store together with the intake that fills it. */
export interface OpenedEventStore extends EventStore, ListenerThreads {
  readonly intake: Intake;
  /** Damage that was found and recovered from, writes that fail. */
  notices(): Notice[];
  /** Begins a clean-up now, as it also happens every half a minute. */
  keepWithinRetention(): void;
}

/**
 * Opens the event database in a worker thread, which decodes intake bodies and keeps the file; queries run in a second one, started by the
 * first query. Rejects with `DISK_FAILED` where the file cannot be had. A damaged file is kept aside and said in `notices`.
 */
export async function openEventStore(options: EventStoreOptions): Promise<OpenedEventStore> {
  const { host, path, words = join(dirname(options.path), 'words.sqlite') } = options;
  const notices = new Map<string, Notice>();
  host.disk.makeFolder(dirname(path), 0o700);

  const start: WorkerStart = { path, words };
  const threads = await openIntakeThreads(start, {
    didStore: () => {
      notices.delete(UNWRITABLE);
      live.didStore();
    },
    notify: (notice) => notices.set(notice.id, notice),
  }).catch((error: unknown) => {
    throw openingFailed(path, error);
  });
  let reader: Promise<WorkerLink<ReaderCalls, ReaderMessage>> | null = null;

  let isClosed = false;
  /** The store being looked at for damage, by one at a time; null when it is not. */
  let mending: Promise<void> | null = null;

  const openReader = async (): Promise<WorkerLink<ReaderCalls, ReaderMessage>> => {
    // One that opened the file while it is being replaced would read the old one, and remove the log of the new one when it closes.
    while (mending !== null) await mending.catch(() => undefined);
    // A question of the live list may be under way when the store is closed; a thread that was opened for it now would stay.
    if (isClosed) throw new Error('the store of events is closed');
    reader ??= openWorker<ReaderCalls, ReaderMessage, ReaderReport>({
      name: 'query-worker',
      start,
      didReport: ({ chunks }) => {
        if (chunks > 0) notices.set(BEHIND, behindNotice(chunks));
        else notices.delete(BEHIND);
      },
      didDie: () => {
        reader = null;
      },
    });
    return reader;
  };

  const closeReader = async (): Promise<void> => {
    const link = await reader?.catch(() => null);
    reader = null;
    await link?.close();
  };

  const mend = async (): Promise<void> => {
    await closeReader();
    await threads.call('startAnew', null);
  };
  const mendOnce = (): Promise<void> => {
    mending ??= mend().finally(() => {
      mending = null;
    });
    return mending;
  };

  const query = async (wanted: ReaderQuery): Promise<StoredEvent[]> => {
    const rows = await (await openReader()).call('query', wanted);
    return rows.map(storedEvent);
  };

  const unlessDamaged = async <T>(ask: () => Promise<T>): Promise<T> => {
    // The writer may look at the file just before or after it changes under both; what it then leaves is whole, or is met once more.
    for (let mended = 0; ; mended += 1) {
      try {
        return await ask();
      } catch (error) {
        if (!isDamage(error) || mended === MOST_MENDED) throw error;
        await mendOnce();
      }
    }
  };

  const live = createLiveFeed({
    // Nothing is stored before this function is done.
    begin: options.didStore === undefined ? -1 : newestStored(path),
    query: async (wanted) => {
      (await openReader()).tell({ kind: 'stored' });
      return options.didStore === undefined ? [] : query(wanted);
    },
    count: async (range) => (await openReader()).call('count', range),
    didStore: (events) => options.didStore?.(events),
    didSkip: (events) => options.didSkip?.(events),
  });
  const keepWithinRetention = (): void => {
    // A clean-up that fails is tried again; a store that cannot write at all says so at the next event.
    threads
      .call('keepWithin', options.retention())
      // What is gone from the store goes from the index of words too, also where an earlier run has not come to it; a reader is not started for nothing.
      .then(async ({ hasGoneWords }) => {
        if (hasGoneWords) (await openReader()).tell({ kind: 'stored' });
      })
      .catch(() => undefined);
  };
  const cleanUp = setInterval(keepWithinRetention, CLEAN_UP_EVERY_MS).unref();

  return {
    intake: threads.intake,
    listenIn: threads.listenIn,
    notices: () => [...notices.values()],
    keepWithinRetention,
    query: (wanted) => unlessDamaged(() => query(wanted)),
    bodies: (wanted) => unlessDamaged(async () => (await openReader()).call('bodies', wanted)),
    async purge() {
      const removed = await threads.call('purge', null);
      await (await openReader()).call('clearWords', null);
      // Gives the freed pages back, so that nothing of the events stays in the file.
      await threads.call('keepWithin', options.retention());
      return removed;
    },
    remember: (state) => {
      // What could not be remembered now is in the next state; a store that refuses has said so in a notice.
      threads.call('remember', state).catch(() => undefined);
    },
    forgetService: (service, environment) => {
      threads.call('forgetService', { service, environment }).catch(() => undefined);
    },
    recall: (attempts) => threads.call('recall', attempts),
    async close() {
      isClosed = true;
      clearInterval(cleanUp);
      live.close();
      await closeReader();
      await threads.close();
    },
  };
}

function storedEvent(row: StoredRow): StoredEvent {
  return {
    sequence: row.sequence,
    service: row.service,
    kind: EVENT_KINDS[row.kind] ?? 'transaction',
    at: momentText(row.atUs),
    name: row.name,
    traceId: row.traceId,
    id: row.id,
    parentId: row.parentId,
    durationMs: row.durationMs,
    outcome: row.outcome,
    document: JSON.parse(row.document),
  };
}

function openingFailed(path: string, error: unknown): Error {
  const why = error instanceof Error ? error.message : String(error);
  const fix = isNewerDatabase(error)
    ? 'Update Sealwire, or move that file away; it was not touched.'
    : 'Make that folder writable or free some space, then try again.';
  return fail('DISK_FAILED', { action: 'open', path, why, fix }, { cause: error });
}

const BEHIND = 'events-behind';

function behindNotice(chunks: number): Notice {
  return {
    id: BEHIND,
    level: 'attention',
    title: 'Search by text is catching up',
    text: `Events come faster than their words are read; ${chunks} parts are still to go. They are found all the same, only more slowly.`,
    screen: null,
  };
}
