import { parentPort, workerData } from 'node:worker_threads';
import { openBodyDesk } from './body-desk.ts';
import type { DecoderCalls, DecoderStart, IntakeMessage, StoreAnswer, StoreRequest } from './messages.ts';
import { serveCalls } from './worker-calls.ts';

/* A worker thread that decodes intake bodies beside the one that writes the store, and has that one store them. */

if (parentPort === null) throw new Error('decode-worker.ts runs as a worker thread only');
const { store }: DecoderStart = workerData;
const waiting = new Map<number, PromiseWithResolvers<void>>();
let requests = 0;

store.on('message', ({ number, failure }: StoreAnswer) => {
  const request = waiting.get(number);
  waiting.delete(number);
  if (failure === null) request?.resolve();
  else request?.reject(new Error(failure));
});
// The port alone must not keep a thread that was told to close.
store.unref();

const desk = openBodyDesk(parentPort, (source, chunks, durable) => {
  requests += 1;
  const request = Promise.withResolvers<void>();
  waiting.set(requests, request);
  const message: StoreRequest = { number: requests, source, chunks, durable };
  store.postMessage(message);
  return request.promise;
});

serveCalls<DecoderCalls, IntakeMessage>(
  parentPort,
  {
    close: async () => {
      await desk.idle();
      store.close();
      return null;
    },
  },
  desk.hear,
);
