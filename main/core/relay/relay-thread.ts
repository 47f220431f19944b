import { parentPort, workerData } from 'node:worker_threads';
import { Secret } from '../../contract/secret.ts';
import { serveCalls } from '../events/worker-calls.ts';
import type { RelayCalls, RelayReport, RelayStart } from './messages.ts';
import { openRelayQueue } from './relay-queue.ts';
import { createRelaySender } from './relay-sender.ts';
import { openUpstream } from './upstream.ts';

/* The thread that keeps the queue of the relay and sends it on, so that neither the disk nor the server behind holds up whoever takes requests in. */

/** Somebody waits for Sealwire to stop. */
const FAREWELL_MS = 2000;

if (parentPort === null) throw new Error('relay-thread.ts runs as a worker thread only');
const port = parentPort;
const start: RelayStart = workerData;
const { credential } = start.target;
const queue = openRelayQueue(start.path, start.target.origin, start.isDurable);
const upstream = openUpstream({
  ...start.target,
  // A secret does not cross to another thread as one.
  credential: credential === null ? null : { ...credential, value: new Secret(credential.value) },
});
const report = (): void => port.postMessage({ state: sender.state(), size: queue.size() } satisfies RelayReport);
let isReporting = false;
const sender = createRelaySender({
  queue,
  upstream,
  nowMs: Date.now,
  after: (milliseconds, run) => {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
  random: Math.random,
  didChange: () => reportSoon(),
});

/** Many changes in one turn are told once. */
function reportSoon(): void {
  if (isReporting) return;
  isReporting = true;
  setImmediate(() => {
    isReporting = false;
    report();
  });
}

let together: { readonly input: RelayCalls['put']['input']; done(error: unknown): void }[] = [];

/** Requests that came in the same turn are committed together. */
function commit(): void {
  const batch = together;
  together = [];
  let failure: unknown = null;
  try {
    queue.put(batch.map(({ input }) => input));
  } catch (error) {
    failure = error;
  }
  for (const { done } of batch) done(failure);
  sender.wake();
  reportSoon();
}

serveCalls<RelayCalls, never>(
  port,
  {
    put: (input) =>
      new Promise((resolve, reject) => {
        if (together.length === 0) setImmediate(commit);
        together.push({ input, done: (error) => (error === null ? resolve(null) : reject(error)) });
      }),
    ask: ({ head, body, timeoutMs }) => upstream.ask(head, body, timeoutMs),
    opened: () => ({ size: queue.size(), keptAside: queue.keptAside, forOthers: [...queue.forOthers()] }),
    async close() {
      const closed = sender.close();
      // What the server behind has in hand may be answered still, and is not sent twice then.
      const timer = setTimeout(upstream.close, FAREWELL_MS);
      await closed;
      clearTimeout(timer);
      upstream.close();
      queue.close();
      return null;
    },
  },
  () => undefined,
);
sender.greet();
sender.wake();
