import { noCounts } from './event-kinds.ts';
import type { IntakeMessage, IntakeReport } from './messages.ts';
import type { Intake, IntakeBody, IntakeOutcome, IntakeStream } from './ports.ts';

/** Bytes of a body that may be with the worker before its sender has to wait. */
const MOST_IN_FLIGHT = 256 * 1024;

export interface WorkerIntake extends Intake {
  /** Takes a report of the worker. */
  hear(report: Exclude<IntakeReport, { kind: 'notice' }>): void;
  /** The worker is gone, or about to be: every open body ends with the real server's words for it, and so does each new one. */
  shut(): void;
}

interface OpenStream {
  readonly body: IntakeBody;
  readonly sent: number[];
  inFlight: number;
  free: (() => void) | null;
  settle(outcome: IntakeOutcome): void;
}

/** The main thread's side of the intake worker: streams by number, with back-pressure. */
export function createWorkerIntake(
  tell: (message: IntakeMessage, transfer?: readonly ArrayBuffer[]) => void,
): WorkerIntake {
  const streams = new Map<number, OpenStream>();
  let lastStream = 0;
  let isShut = false;

  const finish = (stream: number, outcome: IntakeOutcome): void => {
    const open = streams.get(stream);
    streams.delete(stream);
    open?.settle(outcome);
    open?.free?.();
  };

  const begin = (body: IntakeBody): IntakeStream => {
    lastStream += 1;
    const stream = lastStream;
    const outcome = Promise.withResolvers<IntakeOutcome>();
    if (isShut) return shutStream;
    const open: OpenStream = { body, sent: [], inFlight: 0, free: null, settle: outcome.resolve };
    streams.set(stream, open);
    const { contentEncoding, receivedUs, maxEventSize, durable, otlp = null } = body;
    tell({ kind: 'begin', stream, contentEncoding, receivedUs, maxEventSize, durable, otlp });
    return {
      outcome: outcome.promise,
      write(bytes) {
        if (!streams.has(stream)) return Promise.resolve();
        // A copy of its own: what a socket delivers is a view into memory shared with other pieces, which cannot be transferred.
        const piece = Uint8Array.from(bytes);
        open.sent.push(piece.length);
        open.inFlight += piece.length;
        tell({ kind: 'body', stream, bytes: piece }, [piece.buffer]);
        if (open.inFlight <= MOST_IN_FLIGHT) return Promise.resolve();
        return new Promise((resolve) => {
          open.free = resolve;
        });
      },
      end() {
        if (streams.has(stream)) tell({ kind: 'end', stream });
      },
      abort() {
        if (!streams.has(stream)) return;
        tell({ kind: 'abort', stream });
        finish(stream, shuttingDown);
      },
    };
  };

  return {
    begin,
    hear(report) {
      const open = streams.get(report.stream);
      if (report.kind === 'identified') open?.body.didIdentify(report.metadata);
      else if (report.kind === 'stored') open?.body.didStore(report.counts);
      else if (report.kind === 'outcome') finish(report.stream, report.outcome);
      else if (open !== undefined) {
        open.inFlight -= open.sent.shift() ?? 0;
        if (open.inFlight > MOST_IN_FLIGHT) return;
        open.free?.();
        open.free = null;
      }
    },
    shut() {
      isShut = true;
      for (const stream of [...streams.keys()]) finish(stream, shuttingDown);
    },
  };
}

/** What the real server says while it stops (reference A2). */
const shuttingDown: IntakeOutcome = {
  accepted: 0,
  counts: noCounts(),
  errors: [{ message: 'server is shutting down' }],
  status: 503,
  metadata: null,
};

const shutStream: IntakeStream = {
  outcome: Promise.resolve(shuttingDown),
  write: () => Promise.resolve(),
  end: () => undefined,
  abort: () => undefined,
};
