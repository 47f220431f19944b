import { dirname } from 'node:path';
import { fail, type Notice, type StoredEvent } from '../../contract/index.ts';
import type { Host } from '../host/host.ts';
import { isDamage } from './damage.ts';
import { EVENT_KINDS } from './event-kinds.ts';
import {
  type IntakeMessage,
  type IntakeReport,
  type ReaderCalls,
  type ReaderQuery,
  type StoredRow,
  UNWRITABLE,
  type WorkerStart,
  type WriterCalls,
} from './messages.ts';
import type { EventStore, Intake, Retention } from './ports.ts';
import { openWorker, type WorkerLink } from './worker-calls.ts';
import { createWorkerIntake } from './worker-intake.ts';

export interface EventStoreOptions {
  readonly host: Pick<Host, 'disk'>;
  /** `events.sqlite` of the data folder; made, mode 0600, where it is missing. */
  readonly path: string;
  /** How much to keep; asked for again at each clean-up. */
  retention(): Retention;
  /** Newly stored events for a live list, the newest last: a sample of at most a hundred, four times a second. */
  didStore?(events: readonly StoredEvent[]): void;
}

const CLEAN_UP_EVERY_MS = 30_000;
const TELL_EVERY_MS = 250;
const MOST_TOLD = 100;

/** The store together with the intake that fills it. */
export interface OpenedEventStore extends EventStore {
  readonly intake: Intake;
  /** Damage that was found and recovered from, writes that fail. */
  notices(): Notice[];
  /** Begins a clean-up now, as it also happens every half a minute. */
  keepWithinRetention(): void;
}

/**
 * Opens the event database in a worker thread, which decodes intake bodies and is the only writer; queries run in a second one, started by the
 * first query. Rejects with `DISK_FAILED` where the file cannot be had. A damaged file is kept aside and said in `notices`.
 */
export async function openEventStore(options: EventStoreOptions): Promise<OpenedEventStore> {
  const { host, path } = options;
  const notices = new Map<string, Notice>();
  host.disk.makeFolder(dirname(path), 0o700);

  const intake = createWorkerIntake((message, transfer) => writer.tell(message, transfer));
  const start: WorkerStart = { path };
  const writer = await openWorker<WriterCalls, IntakeMessage, IntakeReport>({
    name: 'intake-worker',
    start,
    didReport: (report) => {
      if (report.kind === 'stored') {
        notices.delete(UNWRITABLE);
        live?.didStore();
      }
      if (report.kind === 'notice') notices.set(report.notice.id, report.notice);
      else intake.hear(report);
    },
    didDie: (error) => {
      intake.shut();
      const notice = stoppedNotice(error);
      notices.set(notice.id, notice);
    },
  }).catch((error: unknown) => {
    throw openingFailed(path, error);
  });
  let reader: Promise<WorkerLink<ReaderCalls, never>> | null = null;

  const openReader = (): Promise<WorkerLink<ReaderCalls, never>> => {
    reader ??= openWorker<ReaderCalls, never, never>({
      name: 'query-worker',
      start,
      didReport: () => undefined,
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

  const query = async (wanted: ReaderQuery): Promise<StoredEvent[]> => {
    const rows = await (await openReader()).call('query', wanted);
    return rows.map(storedEvent);
  };

  const live = options.didStore === undefined ? null : createLiveFeed(query, options.didStore);
  const keepWithinRetention = (): void => {
    // A clean-up that fails is tried again; a store that cannot write at all says so at the next event.
    writer.call('keepWithin', options.retention()).catch(() => undefined);
  };
  const cleanUp = setInterval(keepWithinRetention, CLEAN_UP_EVERY_MS).unref();

  return {
    intake,
    notices: () => [...notices.values()],
    keepWithinRetention,
    async query(wanted) {
      try {
        return await query(wanted);
      } catch (error) {
        if (!isDamage(error)) throw error;
        await closeReader();
        await writer.call('startAnew', null);
        return query(wanted);
      }
    },
    async purge() {
      const removed = await writer.call('purge', null);
      // Gives the freed pages back, so that nothing of the events stays in the file.
      await writer.call('keepWithin', options.retention());
      return removed;
    },
    remember: (state) => {
      // What could not be remembered now is in the next state; a store that refuses has said so in a notice.
      writer.call('remember', state).catch(() => undefined);
    },
    forgetService: (service, environment) => {
      writer.call('forgetService', { service, environment }).catch(() => undefined);
    },
    recall: (attempts) => writer.call('recall', attempts),
    async close() {
      clearInterval(cleanUp);
      live?.close();
      await closeReader();
      intake.shut();
      await writer.close();
    },
  };
}

/** Tells of new events at most four times a second, however fast they come. */
function createLiveFeed(
  query: (wanted: ReaderQuery) => Promise<StoredEvent[]>,
  didStore: (events: readonly StoredEvent[]) => void,
): { didStore(): void; close(): void } {
  let timer: NodeJS.Timeout | null = null;
  let last: number | null = null;
  let isClosed = false;
  const tell = async (): Promise<void> => {
    const events = await query({ limit: MOST_TOLD, ...(last === null ? {} : { after: last }) });
    last = events[0]?.sequence ?? last;
    if (!isClosed && events.length > 0) didStore(events.reverse());
  };
  return {
    didStore() {
      if (isClosed) return;
      timer ??= setTimeout(() => {
        timer = null;
        // The next commit asks again.
        tell().catch(() => undefined);
      }, TELL_EVERY_MS).unref();
    },
    close() {
      isClosed = true;
      if (timer !== null) clearTimeout(timer);
    },
  };
}

function storedEvent(row: StoredRow): StoredEvent {
  return {
    sequence: row.sequence,
    service: row.service,
    kind: EVENT_KINDS[row.kind] ?? 'transaction',
    at: new Date(row.atUs / 1000).toISOString(),
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
  return fail(
    'DISK_FAILED',
    { action: 'open', path, why, fix: 'Make that folder writable or free some space, then try again.' },
    { cause: error },
  );
}

function stoppedNotice(error: Error): Notice {
  return {
    id: 'events-stopped',
    level: 'failed',
    title: 'Events are no longer stored',
    text: `The part that stores events has ended (${error.message}). Restart Sealwire.`,
    screen: null,
  };
}
