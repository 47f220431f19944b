import { type MessagePort, parentPort, threadId, workerData } from 'node:worker_threads';
import { openListenerHost } from '../listeners/listener-host.ts';
import { openBodyDesk, type StoreChunks } from './body-desk.ts';
import { openCommitQueue } from './commit-queue.ts';
import { committedWord } from './committed-word.ts';
import type { DecoderCalls, DecoderStart, IntakeMessage, IntakeReport, StoreAnswer, StoreRequest } from './messages.ts';
import { openSideWriter } from './side-writer.ts';
import { serveCalls } from './worker-calls.ts';
import { writeTurns } from './write-turns.ts';

/* A worker thread that decodes intake bodies, or listens for agents itself, beside the one that keeps the store. It writes by itself what it can, and has that one store the rest. */

const NO_WRITER = 'the thread that writes has ended';

if (parentPort === null) throw new Error('decode-worker.ts runs as a worker thread only');
const port = parentPort;
const start: DecoderStart = workerData;
const side = start.beside && openSideWriter(start.beside.path, writeTurns(start.beside.turns, threadId), Date.now);
const queue = side && openCommitQueue(side.store);
const committed = committedWord((message: IntakeReport) => port.postMessage(message));
let store: StoreLink | null = null;
let requests = 0;

interface StoreLink {
  readonly port: MessagePort;
  readonly waiting: Map<number, PromiseWithResolvers<void>>;
}

/** What was sent to a writer that died is lost with it, and said so; until there is a new one nothing can be stored. */
function storeBy(port: MessagePort): void {
  const link: StoreLink = { port, waiting: new Map() };
  // The port to a writer that died before it took it never closes by itself.
  store?.port.close();
  store = link;
  port.on('message', ({ number, failure }: StoreAnswer) => {
    const request = link.waiting.get(number);
    link.waiting.delete(number);
    if (failure === null) request?.resolve();
    else request?.reject(new Error(failure));
  });
  port.once('close', () => {
    if (store === link) store = null;
    for (const { reject } of link.waiting.values()) reject(new Error(NO_WRITER));
    link.waiting.clear();
  });
  // The port alone must not keep a thread that was told to close.
  port.unref();
}

const haveStored: StoreChunks = (storing, durable) => {
  if (store === null) return Promise.reject(new Error(NO_WRITER));
  requests += 1;
  const request = Promise.withResolvers<void>();
  store.waiting.set(requests, request);
  const message: StoreRequest = { number: requests, storing, durable };
  store.port.postMessage(message);
  return request.promise;
};

/** An fsync is shared with the bodies of the writer. */
const storeChunks: StoreChunks = async (storing, durable) => {
  if (durable || queue === null) return haveStored(storing, durable);
  try {
    await queue.store(storing, durable);
  } catch {
    // Another program holds the file, it is damaged, the disk is full: the writer meets the same, and knows what to do.
    return haveStored(storing, durable);
  }
  committed.soon();
};

storeBy(start.store);
const desk = openBodyDesk(port, storeChunks);
const listener = openListenerHost(storeChunks);

serveCalls<DecoderCalls, IntakeMessage>(
  port,
  {
    close: async () => {
      await Promise.all([desk.idle(), listener.close()]);
      store?.port.close();
      side?.close();
      committed.now();
      return null;
    },
  },
  (message) => {
    if (message.kind === 'writer') storeBy(message.store);
    else if (message.kind === 'listener') listener.open(message);
    else if (message.kind !== 'decoder') desk.hear(message);
  },
);
