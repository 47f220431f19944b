import type { MessagePort } from 'node:worker_threads';
import { openBodySession } from './body-session.ts';
import type { Storing } from './chunk-writer.ts';
import type { IntakeSession, SessionOptions } from './intake-session.ts';
import type { BodyFacts, BodyMessage, IntakeReport } from './messages.ts';
import { panicOf } from './outcomes.ts';
import type { IntakeOutcome } from './ports.ts';

/** Commits chunks, all or none; rejects where that is impossible. */
export type StoreChunks = (storing: readonly Storing[], durable: boolean) => Promise<void>;

export interface BodyDesk {
  hear(message: BodyMessage): void;
  /** Resolves when the bodies that are being worked on are done. */
  idle(): Promise<void>;
}

interface OpenBody {
  readonly session: IntakeSession;
  work: Promise<void>;
  isOver: boolean;
  /** Goes on with a body that waits to hear whether its next batch may come in. */
  admit: ((isAdmitted: boolean) => void) | null;
}

/** A worker's side of intake: the work on bodies as the main thread sends them, with reports back by `port`. */
export function openBodyDesk(port: Pick<MessagePort, 'postMessage'>, store: StoreChunks): BodyDesk {
  const bodies = new Map<number, OpenBody>();
  const otlpMemory = { heldBytes: 0 };
  const report = (message: IntakeReport): void => port.postMessage(message);

  const finish = (stream: number, outcome: IntakeOutcome): void => {
    const current = bodies.get(stream);
    if (current !== undefined) current.isOver = true;
    bodies.delete(stream);
    report({ kind: 'outcome', stream, outcome });
  };

  /** The allowance is kept by the main thread, which also takes from it for what never gets here. */
  const ask = (stream: number, events: number): Promise<boolean> => {
    const current = bodies.get(stream);
    if (current === undefined) return Promise.resolve(false);
    report({ kind: 'ask', stream, events });
    return new Promise((resolve) => {
      current.admit = resolve;
    });
  };

  const open = (
    stream: number,
    facts: BodyFacts,
    reports: Pick<SessionOptions, 'didIdentify' | 'didStore'>,
  ): IntakeSession => {
    const { admission, durable, otlp } = facts;
    const options: SessionOptions = {
      ...facts,
      admission: admission === null ? null : { ...admission, take: (events) => ask(stream, events) },
      store: (storing) => store(storing, durable),
      ...reports,
    };
    return openBodySession(options, otlp, otlpMemory);
  };

  const begin = (message: Extract<BodyMessage, { kind: 'begin' }>): void => {
    const { stream } = message;
    const session = open(stream, message, {
      didIdentify: (metadata) => report({ kind: 'identified', stream, metadata }),
      didStore: (counts) => report({ kind: 'stored', stream, counts }),
    });
    bodies.set(stream, { session, work: Promise.resolve(), isOver: false, admit: null });
  };

  const takeWhole = (message: Extract<BodyMessage, { kind: 'whole' }>): void => {
    const { stream, bytes } = message;
    const session = open(stream, message, SILENT);
    bodies.set(stream, { session, work: Promise.resolve(), isOver: false, admit: null });
    const work = session.take(bytes).then(
      (outcome) => finish(stream, outcome),
      (error: unknown) => finish(stream, panicOf(error)),
    );
    const current = bodies.get(stream);
    if (current !== undefined) current.work = work;
  };

  return {
    hear(message) {
      if (message.kind === 'begin') begin(message);
      else if (message.kind === 'whole') takeWhole(message);
      if (message.kind === 'begin' || message.kind === 'whole') return;
      const { stream } = message;
      const current = bodies.get(stream);
      if (current === undefined) return;
      if (message.kind === 'admitted') {
        current.admit?.(message.isAdmitted);
        return;
      }
      if (message.kind === 'abort') {
        current.session.abandon();
        current.admit?.(false);
        bodies.delete(stream);
        return;
      }
      current.work = current.work
        .then(async () => {
          if (current.isOver || bodies.get(stream) !== current) return;
          const { session } = current;
          const outcome = await stepOf(session, message);
          if (message.kind === 'body') report({ kind: 'taken', stream });
          if (outcome !== null) finish(stream, outcome);
        })
        .catch((error: unknown) => finish(stream, panicOf(error)));
    },
    idle: async () => {
      await Promise.all([...bodies.values()].map(({ work }) => work));
    },
  };
}

/** The next step of a body in pieces, after which there may be an outcome. */
function stepOf(
  session: IntakeSession,
  message: Extract<BodyMessage, { kind: 'body' | 'break' | 'end' }>,
): Promise<IntakeOutcome | null> {
  if (message.kind === 'body') return session.write(message.bytes);
  return message.kind === 'break' ? session.breakOff(message.why) : session.end();
}

/** The outcome of a whole body says all that its reports would. */
const SILENT = { didIdentify: () => undefined, didStore: () => undefined };
