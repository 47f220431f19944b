import { setImmediate } from 'node:timers/promises';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { openListenerHost } from '../listeners/listener-host.ts';
import { openBodyDesk, type StoreChunks } from './body-desk.ts';
import { openCommitQueue } from './commit-queue.ts';
import type { IntakeMessage, IntakeReport, StoreAnswer, StoreRequest, WorkerStart, WriterCalls } from './messages.ts';
import { openStoreCore } from './store-core.ts';
import { serveCalls } from './worker-calls.ts';

/*
 * The worker thread that is the only writer of the store. It decodes intake bodies too, or listens for agents itself; `decode-worker.ts` does the same beside it and has
 * this one store.
 */

const TELL_AFTER_MS = 20;

if (parentPort === null) throw new Error('intake-worker.ts runs as a worker thread only');
const port = parentPort;
const start: WorkerStart = workerData;

const report = (message: IntakeReport): void => port.postMessage(message);
let telling: NodeJS.Timeout | null = null;
const store = openStoreCore(start, Date.now, (notice) => {
  // What was committed before must not be told after it: it would take back that nothing can be stored.
  if (telling !== null) sayCommitted();
  report({ kind: 'notice', notice });
});
const queue = openCommitQueue(store.store);
let isClosing = false;

const sayCommitted = (): void => {
  if (telling !== null) clearTimeout(telling);
  telling = null;
  report({ kind: 'committed' });
};
/** Told a little later, so that a busy thread tells it once for many. */
const tellCommitted = (): void => {
  telling ??= setTimeout(sayCommitted, TELL_AFTER_MS).unref();
};
const storeChunks: StoreChunks = async (source, chunks, durable) => {
  await queue.store(source, chunks, durable);
  tellCommitted();
};
const desk = openBodyDesk(port, storeChunks);
const listener = openListenerHost(storeChunks);

serveCalls<WriterCalls, IntakeMessage>(
  port,
  {
    purge: () => {
      queue.flush();
      return store.purge();
    },
    remember: (state) => {
      store.memory.remember(state);
      return null;
    },
    recall: (attempts) => store.memory.recall(attempts),
    forgetService: ({ service, environment }) => {
      store.memory.forgetService(service, environment);
      return null;
    },
    keepWithin: async (retention) => {
      // Short steps with the event loop between them, so that no body waits for a clean-up.
      const share = store.shareOf(retention);
      while (!isClosing && store.keepWithin(share)) await setImmediate();
      return { hasGoneWords: !isClosing && store.hasGoneWords() };
    },
    startAnew: () => {
      store.mend();
      return null;
    },
    close: async () => {
      await Promise.all([desk.idle(), listener.close()]);
      isClosing = true;
      queue.flush();
      store.close();
      return null;
    },
  },
  (message) => {
    if (message.kind === 'decoder') serveDecoder(message.store);
    else if (message.kind === 'listener') listener.open(message);
    else if (message.kind !== 'writer') desk.hear(message);
  },
);

/** Stores what another thread has decoded. */
function serveDecoder(decoder: MessagePort): void {
  decoder.on('message', ({ number, source, chunks, durable }: StoreRequest) => {
    storeChunks(source, chunks, durable).then(
      () => decoder.postMessage({ number, failure: null } satisfies StoreAnswer),
      (error: unknown) => {
        const failure = error instanceof Error ? error.message : String(error);
        decoder.postMessage({ number, failure } satisfies StoreAnswer);
      },
    );
  });
  // A decoder alone must not keep this thread that was told to close.
  decoder.unref();
}
