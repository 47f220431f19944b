import { fail, type Push } from '../../contract/index.ts';

/** Pushes for one job, at most; more would only keep carriers busy. */
const MOST_PUSHES = 100;

/** Work that takes long enough to be watched and cancelled, under names that callers make up. */
export interface Jobs {
  /** Runs it and tells by `progress` how far it is. Rejects with `INPUT_INVALID` where a job of that name runs already. */
  run<T>(
    job: string,
    total: number,
    work: (signal: AbortSignal, did: (done: number) => void) => Promise<T>,
  ): Promise<T>;
  /** False where no job of that name runs. */
  cancel(job: string): boolean;
}

/** No job runs yet. */
export function openJobs(push: (push: Push) => void): Jobs {
  const running = new Map<string, AbortController>();
  return {
    run: async (job, total, work) => {
      if (running.has(job)) throw fail('INPUT_INVALID', { what: `A job named "${job}" runs already.` });
      const controller = new AbortController();
      running.set(job, controller);
      const step = Math.max(1, Math.ceil(total / MOST_PUSHES));
      try {
        return await work(controller.signal, (done) => {
          if (done % step === 0 || done === total) push({ topic: 'progress', job, done, total });
        });
      } finally {
        running.delete(job);
      }
    },
    cancel: (job) => {
      const controller = running.get(job);
      controller?.abort();
      return controller !== undefined;
    },
  };
}
