import type { BodyFacts, IntakeMessage, IntakeReport } from './messages.ts';
import { SHUTTING_DOWN } from './outcomes.ts';
import type { Intake, IntakeBody, IntakeOutcome, IntakeStream } from './ports.ts';

/** Bytes of a body that may be with a worker before its sender has to wait. */
const MOST_IN_FLIGHT = 256 * 1024;

/** A worker that takes bodies. */
export interface Hand {
  tell(message: IntakeMessage, transfer?: readonly ArrayBuffer[]): void;
  /** Bodies that it is working on. */
  readonly open: number;
  /** When it last had one, on the steady clock. */
  readonly usedMs: number;
}

export interface IntakePool extends Intake {
  /** From now on bodies go to this worker too. */
  add(tell: Hand['tell']): Hand;
  /** The worker is gone, or about to be: its bodies end with the real server's words for it, and it gets no more. */
  remove(hand: Hand): void;
  /** Takes a report of any worker. */
  hear(report: Exclude<IntakeReport, { kind: 'notice' | 'committed' }>): void;
}

interface OpenBody {
  readonly body: IntakeBody;
  readonly hand: CountedHand;
  readonly isWhole: boolean;
  readonly sent: number[];
  inFlight: number;
  free: (() => void) | null;
  settle(outcome: IntakeOutcome): void;
}

interface CountedHand extends Hand {
  open: number;
  usedMs: number;
}

/**
 * The main thread's side of the intake workers: each body goes to the one with the least to do, in pieces with back-pressure or whole. `isCrowded` is called when a
 * body has to share a worker with another.
 */
export function createIntakePool(isCrowded: () => void): IntakePool {
  const hands: CountedHand[] = [];
  const bodies = new Map<number, OpenBody>();
  let lastStream = 0;

  const finish = (stream: number, outcome: IntakeOutcome): void => {
    const open = bodies.get(stream);
    if (open === undefined) return;
    bodies.delete(stream);
    open.hand.open -= 1;
    open.hand.usedMs = performance.now();
    if (open.isWhole) tellAtOnce(open.body, outcome);
    open.settle(outcome);
    open.free?.();
  };

  /** The last one that was added first: the writer of the store has more to do than to decode. */
  const idlest = (): CountedHand | undefined =>
    hands.reduceRight<CountedHand | undefined>(
      (best, hand) => (best === undefined || hand.open < best.open ? hand : best),
      undefined,
    );

  const opened = (
    body: IntakeBody,
    isWhole: boolean,
  ): { stream: number; hand: CountedHand; outcome: Promise<IntakeOutcome> } | null => {
    const hand = idlest();
    if (hand === undefined) return null;
    if (hand.open > 0) isCrowded();
    lastStream += 1;
    hand.open += 1;
    const { promise, resolve } = Promise.withResolvers<IntakeOutcome>();
    bodies.set(lastStream, { body, hand, isWhole, sent: [], inFlight: 0, free: null, settle: resolve });
    return { stream: lastStream, hand, outcome: promise };
  };

  /** A body that is gone is admitted nothing; nobody waits for it any more. */
  const admit = async (stream: number, events: number): Promise<void> => {
    const open = bodies.get(stream);
    if (open === undefined) return;
    const isAdmitted = await (open.body.admission?.take(events) ?? false);
    open.hand.tell({ kind: 'admitted', stream, isAdmitted });
  };

  return {
    add(tell) {
      const hand: CountedHand = { tell, open: 0, usedMs: performance.now() };
      hands.push(hand);
      return hand;
    },
    remove(hand) {
      const at = hands.indexOf(hand);
      if (at !== -1) hands.splice(at, 1);
      for (const [stream, open] of [...bodies]) if (open.hand === hand) finish(stream, SHUTTING_DOWN);
    },
    hear(report) {
      const open = bodies.get(report.stream);
      if (report.kind === 'identified') open?.body.didIdentify(report.metadata);
      else if (report.kind === 'stored') open?.body.didStore(report.counts);
      else if (report.kind === 'outcome') finish(report.stream, report.outcome);
      else if (report.kind === 'ask') void admit(report.stream, report.events);
      else if (open !== undefined) {
        open.inFlight -= open.sent.shift() ?? 0;
        if (open.inFlight > MOST_IN_FLIGHT) return;
        open.free?.();
        open.free = null;
      }
    },
    take(body, bytes) {
      const open = opened(body, true);
      if (open === null) return Promise.resolve(SHUTTING_DOWN);
      const whole = ownBytes(bytes);
      open.hand.tell({ kind: 'whole', stream: open.stream, ...factsOf(body), bytes: whole }, [whole.buffer]);
      return open.outcome;
    },
    begin(body): IntakeStream {
      const open = opened(body, false);
      if (open === null) return SHUT_STREAM;
      const { stream, hand, outcome } = open;
      hand.tell({ kind: 'begin', stream, ...factsOf(body) });
      return {
        outcome,
        write(bytes) {
          const current = bodies.get(stream);
          if (current === undefined) return Promise.resolve();
          const piece = ownBytes(bytes);
          current.sent.push(piece.length);
          current.inFlight += piece.length;
          hand.tell({ kind: 'body', stream, bytes: piece }, [piece.buffer]);
          if (current.inFlight <= MOST_IN_FLIGHT) return Promise.resolve();
          return new Promise((resolve) => {
            current.free = resolve;
          });
        },
        end() {
          if (bodies.has(stream)) hand.tell({ kind: 'end', stream });
        },
        breakOff(why) {
          if (bodies.has(stream)) hand.tell({ kind: 'break', stream, why });
        },
        abort() {
          if (!bodies.has(stream)) return;
          hand.tell({ kind: 'abort', stream });
          finish(stream, SHUTTING_DOWN);
        },
      };
    },
  };
}

/** What the reports of a body in pieces say one after the other. */
function tellAtOnce(body: IntakeBody, { metadata, counts, accepted }: IntakeOutcome): void {
  if (metadata !== null) body.didIdentify(metadata);
  if (accepted > 0) body.didStore(counts);
}

/** Functions cannot cross to another thread. */
function factsOf({
  contentEncoding,
  receivedUs,
  maxEventSize,
  durable,
  admission,
  otlp = null,
}: IntakeBody): BodyFacts {
  const rules = admission === null ? null : { allowAgent: admission.allowAgent, allowService: admission.allowService };
  return { contentEncoding, receivedUs, maxEventSize, durable, admission: rules, otlp };
}

/** A copy of its own: what a socket delivers is a view into memory shared with other pieces, which cannot be transferred. */
function ownBytes(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(bytes);
}

const SHUT_STREAM: IntakeStream = {
  outcome: Promise.resolve(SHUTTING_DOWN),
  write: () => Promise.resolve(),
  end: () => undefined,
  breakOff: () => undefined,
  abort: () => undefined,
};
