import { setImmediate } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { noCounts } from './event-kinds.ts';
import { type IntakeSession, openSession } from './intake-session.ts';
import type { IntakeMessage, IntakeReport, WorkerStart, WriterCalls } from './messages.ts';
import type { IntakeOutcome } from './ports.ts';
import { openStoreCore } from './store-core.ts';
import { serveCalls } from './worker-calls.ts';

/* The worker thread that decodes intake bodies and is the only writer of the store. */

if (parentPort === null) throw new Error('intake-worker.ts runs as a worker thread only');
const port = parentPort;
const start: WorkerStart = workerData;

const report = (message: IntakeReport): void => port.postMessage(message);
const store = openStoreCore(start.path, Date.now, (notice) => report({ kind: 'notice', notice }));
const streams = new Map<number, Current>();
let isClosing = false;

interface Current {
  readonly session: IntakeSession;
  work: Promise<void>;
  isOver: boolean;
  /** Goes on with a body that waits to hear whether its next batch may come in. */
  admit: ((isAdmitted: boolean) => void) | null;
}

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
  if (message.kind === 'admitted') {
    current.admit?.(message.isAdmitted);
    return;
  }
  if (message.kind === 'abort') {
    current.session.abandon();
    current.admit?.(false);
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
  const { stream, contentEncoding, receivedUs, maxEventSize, durable, admission } = message;
  const session = openSession({
    contentEncoding,
    receivedUs,
    maxEventSize,
    store: (source, batches) => store.store(source, batches, durable),
    admission: admission === null ? null : { ...admission, take: (events) => ask(stream, events) },
    didIdentify: (metadata) => report({ kind: 'identified', stream, metadata }),
    didStore: (counts) => report({ kind: 'stored', stream, counts }),
  });
  streams.set(stream, { session, work: Promise.resolve(), isOver: false, admit: null });
}

/** The allowance is kept by the main thread, which also takes from it for what never gets here. */
function ask(stream: number, events: number): Promise<boolean> {
  const current = streams.get(stream);
  if (current === undefined) return Promise.resolve(false);
  report({ kind: 'ask', stream, events });
  return new Promise((resolve) => {
    current.admit = resolve;
  });
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
