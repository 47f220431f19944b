import { setImmediate } from 'node:timers/promises';
import { type MessagePort, parentPort, threadId, workerData } from 'node:worker_threads';
import { openListenerHost } from '../listeners/listener-host.ts';
import { openBodyDesk, type StoreChunks } from './body-desk.ts';
import { openCommitQueue } from './commit-queue.ts';
import { committedWord } from './committed-word.ts';
import type { IntakeMessage, IntakeReport, StoreAnswer, StoreRequest, WriterCalls, WriterStart } from './messages.ts';
import { openStoreCore } from './store-core.ts';
import { serveCalls } from './worker-calls.ts';
import { writeTurns } from './write-turns.ts';

/*
 * The worker thread that keeps the store: opens, mends and cleans it. It decodes intake bodies too, or listens for agents itself; `decode-worker.ts` does the same beside it,
 * writes what it can by itself, and has this one store the rest.
 */

if (parentPort === null) throw new Error('intake-worker.ts runs as a worker thread only');
const port = parentPort;
const start: WriterStart = workerData;

const report = (message: IntakeReport): void => port.postMessage(message);
const committed = committedWord(report);
const store = openStoreCore(start, writeTurns(start.turns, threadId), Date.now, (notice) => {
  // What was committed before must not be told after it: it would take back that nothing can be stored.
  committed.now();
  report({ kind: 'notice', notice });
});
const queue = openCommitQueue(store.store);
let isClosing = false;

const storeChunks: StoreChunks = async (storing, durable) => {
  await queue.store(storing, durable);
  committed.soon();
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

/** Stores what another thread has decoded and could not store itself. */
function serveDecoder(decoder: MessagePort): void {
  decoder.on('message', ({ number, storing, durable }: StoreRequest) => {
    storeChunks(storing, durable).then(
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
