import { setImmediate } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { noCounts } from './event-kinds.ts';
import { type IntakeSession, openSession, type SessionOptions } from './intake-session.ts';
import type { IntakeMessage, IntakeReport, WorkerStart, WriterCalls } from './messages.ts';
import { openOtlpSession } from './otlp-session.ts';
import type { IntakeOutcome } from './ports.ts';
import { openStoreCore } from './store-core.ts';
import { serveCalls } from './worker-calls.ts';

/* The worker thread that decodes intake bodies and is the only writer of the store. */

if (parentPort === null) throw new Error('intake-worker.ts runs as a worker thread only');
const port = parentPort;
const start: WorkerStart = workerData;

const report = (message: IntakeReport): void => port.postMessage(message);
const store = openStoreCore(start.path, Date.now, (notice) => report({ kind: 'notice', notice }));
const streams = new Map<number, { readonly session: IntakeSession; work: Promise<void>; isOver: boolean }>();
const otlpMemory = { heldBytes: 0 };
let isClosing = false;

serveCalls<WriterCalls, IntakeMessage>(
  port,
  {
    purge: () => store.purge(),
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
      while (!isClosing && store.keepWithin(retention)) await setImmediate();
      return null;
    },
    startAnew: () => {
      store.mend();
      return null;
    },
    close: async () => {
      await Promise.all([...streams.values()].map(({ work }) => work));
      isClosing = true;
      store.close();
      return null;
    },
  },
  hear,
);

function hear(message: IntakeMessage): void {
  if (message.kind === 'begin') {
    begin(message);
    return;
  }
  const { stream } = message;
  const current = streams.get(stream);
  if (current === undefined) return;
  if (message.kind === 'abort') {
    current.session.abandon();
    streams.delete(stream);
    return;
  }
  current.work = current.work.then(async () => {
    if (current.isOver || streams.get(stream) !== current) return;
    const outcome = message.kind === 'body' ? await current.session.write(message.bytes) : await current.session.end();
    if (message.kind === 'body') report({ kind: 'taken', stream });
    if (outcome !== null) finish(stream, outcome);
  });
  current.work = current.work.catch((error: unknown) => finish(stream, panicOf(error)));
}

function begin(message: Extract<IntakeMessage, { kind: 'begin' }>): void {
  const { stream, contentEncoding, receivedUs, maxEventSize, durable, otlp } = message;
  const common: Omit<SessionOptions, 'maxEventSize'> = {
    contentEncoding,
    receivedUs,
    store: (source, batches) => store.store(source, batches, durable),
    didIdentify: (metadata) => report({ kind: 'identified', stream, metadata }),
    didStore: (counts) => report({ kind: 'stored', stream, counts }),
  };
  const session =
    otlp === null ? openSession({ ...common, maxEventSize }) : openOtlpSession({ ...common, otlp, memory: otlpMemory });
  streams.set(stream, { session, work: Promise.resolve(), isOver: false });
}

function finish(stream: number, outcome: IntakeOutcome): void {
  const current = streams.get(stream);
  if (current !== undefined) current.isOver = true;
  streams.delete(stream);
  report({ kind: 'outcome', stream, outcome });
}

/** A fault of ours in one body must not take the store down with it. */
function panicOf(error: unknown): IntakeOutcome {
  const message = `cannot handle stream: ${error instanceof Error ? error.message : String(error)}`;
  return { accepted: 0, counts: noCounts(), errors: [{ message }], status: 500, metadata: null };
}
