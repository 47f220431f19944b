import type { StoredEvent } from '../../contract/index.ts';
import type { ReaderQuery, StoredRange } from './messages.ts';

const TELL_EVERY_MS = 250;
const MOST_TOLD = 100;

/** What the feed asks and whom it tells. */
export interface LiveFeedParts {
  /** Sequence of the newest event that is not new: what an earlier run stored is never told. */
  readonly begin: number;
  /** Newest first. */
  query(wanted: ReaderQuery): Promise<StoredEvent[]>;
  count(range: StoredRange): Promise<number>;
  /** New events, oldest first. */
  didStore(events: readonly StoredEvent[]): void;
  /** So many further ones that `didStore` is not told. */
  didSkip(events: number): void;
}

export interface LiveFeed {
  /** Something was stored. */
  didStore(): void;
  close(): void;
}

/** Tells of new events at most four times a second and a hundred at once, however fast they come, and how many it left out. */
export function createLiveFeed({ begin, query, count, ...told }: LiveFeedParts): LiveFeed {
  let timer: NodeJS.Timeout | null = null;
  let last = begin;
  let isClosed = false;
  let hasMore = false;

  const tell = async (): Promise<void> => {
    const found = await query({ limit: MOST_TOLD, after: last });
    const isNothing = found.length === 0;
    // Nothing after something was stored: all of it is gone again, or a new store has taken the place of a damaged one and counts from its beginning.
    const events = isNothing ? await query({ limit: MOST_TOLD }) : found;
    const newest = events[0]?.sequence;
    if (newest === undefined || newest === last || (isNothing && newest > last)) return;
    const after = isNothing ? -1 : last;
    const skipped = events.length === MOST_TOLD ? (await count({ after, upTo: newest })) - events.length : 0;
    last = newest;
    if (isClosed) return;
    if (skipped > 0) told.didSkip(skipped);
    told.didStore(events.toReversed());
  };

  // One question at a time: two at once would tell the same events twice.
  const tellSoon = (): void => {
    timer ??= setTimeout(async () => {
      hasMore = false;
      // What a question that failed would have told is told with the next commit.
      await tell().catch(() => undefined);
      timer = null;
      if (hasMore && !isClosed) tellSoon();
    }, TELL_EVERY_MS).unref();
  };

  return {
    didStore() {
      if (isClosed) return;
      hasMore = true;
      tellSoon();
    },
    close() {
      isClosed = true;
      if (timer !== null) clearTimeout(timer);
    },
  };
}
