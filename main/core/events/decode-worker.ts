import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { openListenerHost } from '../listeners/listener-host.ts';
import { openBodyDesk, type StoreChunks } from './body-desk.ts';
import type { DecoderCalls, DecoderStart, IntakeMessage, StoreAnswer, StoreRequest } from './messages.ts';
import { serveCalls } from './worker-calls.ts';

/* A worker thread that decodes intake bodies, or listens for agents itself, beside the one that writes the store, and has that one store them. */

const NO_WRITER = 'the thread that writes has ended';

if (parentPort === null) throw new Error('decode-worker.ts runs as a worker thread only');
const start: DecoderStart = workerData;
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

const storeChunks: StoreChunks = (source, chunks, durable) => {
  if (store === null) return Promise.reject(new Error(NO_WRITER));
  requests += 1;
  const request = Promise.withResolvers<void>();
  store.waiting.set(requests, request);
  const message: StoreRequest = { number: requests, source, chunks, durable };
  store.port.postMessage(message);
  return request.promise;
};

storeBy(start.store);
const desk = openBodyDesk(parentPort, storeChunks);
const listener = openListenerHost(storeChunks);

serveCalls<DecoderCalls, IntakeMessage>(
  parentPort,
  {
    close: async () => {
      await Promise.all([desk.idle(), listener.close()]);
      store?.port.close();
      return null;
    },
  },
  (message) => {
    if (message.kind === 'writer') storeBy(message.store);
    else if (message.kind === 'listener') listener.open(message);
    else if (message.kind !== 'decoder') desk.hear(message);
  },
);
