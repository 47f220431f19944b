import type { Storing } from './chunk-writer.ts';
import { isLocked } from './damage.ts';

interface Waiting {
  readonly storing: readonly Storing[];
  readonly durable: boolean;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

export interface CommitQueue {
  /** Resolves when the chunks are committed, all in one transaction; rejects with the error that kept them from it. */
  store(storing: readonly Storing[], durable: boolean): Promise<void>;
  /** Commits what waits, at once. */
  flush(): void;
}

/**
 * Gathers what bodies have to store in one turn of the event loop into one transaction: a commit costs as much as the rows of three bodies, and an fsync as much as
 * those of a hundred. Where that transaction fails, each body is tried by itself, so that none pays for another; but not where the file is locked, because each would wait
 * for it all over again.
 */
export function openCommitQueue(commit: (storing: readonly Storing[], durable: boolean) => void): CommitQueue {
  let waiting: Waiting[] = [];
  let isScheduled = false;

  const commitAlone = ({ storing, durable, resolve, reject }: Waiting): void => {
    try {
      commit(storing, durable);
      resolve();
    } catch (error) {
      reject(error);
    }
  };

  const flush = (): void => {
    isScheduled = false;
    const group = waiting;
    waiting = [];
    if (group.length <= 1) {
      group.forEach(commitAlone);
      return;
    }
    try {
      commit(
        group.flatMap(({ storing }) => storing),
        group.some(({ durable }) => durable),
      );
    } catch (error) {
      // Whose fault it was shows when each is tried by itself.
      if (!isLocked(error)) group.forEach(commitAlone);
      else for (const { reject } of group) reject(error);
      return;
    }
    for (const { resolve } of group) resolve();
  };

  return {
    store: (storing, durable) =>
      new Promise((resolve, reject) => {
        waiting.push({ storing, durable, resolve, reject });
        if (isScheduled) return;
        isScheduled = true;
        setImmediate(flush);
      }),
    flush,
  };
}
