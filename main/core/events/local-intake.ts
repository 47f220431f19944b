import type { StoreChunks } from './body-desk.ts';
import { openBodySession } from './body-session.ts';
import type { IntakeSession, SessionOptions } from './intake-session.ts';
import { panicOf, SHUTTING_DOWN } from './outcomes.ts';
import type { Intake, IntakeBody, IntakeOutcome } from './ports.ts';

export interface LocalIntake extends Intake {
  /** Resolves when the bodies that are being worked on are done. */
  idle(): Promise<void>;
  /** Answers every body that is being worked on as a server does that stops; what comes of the work no longer matters. */
  giveUp(): void;
}

/** Intake in the thread that reads the bodies from their sockets, so that nothing of them crosses to another. */
export function openLocalIntake(store: StoreChunks): LocalIntake {
  const memory = { heldBytes: 0 };
  const open = new Set<Work>();

  const sessionOf = (body: IntakeBody, reports: Pick<SessionOptions, 'didIdentify' | 'didStore'>): IntakeSession => {
    const { contentEncoding, receivedUs, maxEventSize, admission, durable, otlp = null } = body;
    const options: SessionOptions = {
      contentEncoding,
      receivedUs,
      maxEventSize,
      admission,
      store: (storing) => store(storing, durable),
      ...reports,
    };
    return openBodySession(options, otlp, memory);
  };

  const begun = (): Work => {
    const { promise, resolve } = Promise.withResolvers<IntakeOutcome>();
    const work: Work = {
      outcome: promise,
      isOver: false,
      settle(outcome) {
        work.isOver = true;
        open.delete(work);
        resolve(outcome);
      },
    };
    open.add(work);
    return work;
  };

  return {
    take(body, bytes) {
      const work = begun();
      sessionOf(body, body)
        .take(bytes)
        .then(work.settle, (error: unknown) => work.settle(panicOf(error)));
      return work.outcome;
    },
    begin(body) {
      const work = begun();
      const session = sessionOf(body, body);
      let before = Promise.resolve();
      /** One step after the other; a fault of ours in one body must not take the others down with it. */
      const then = (step: () => Promise<IntakeOutcome | null>): Promise<void> => {
        before = before.then(async () => {
          if (work.isOver) return;
          const outcome = await step().catch(panicOf);
          if (outcome !== null) work.settle(outcome);
        });
        return before;
      };
      return {
        outcome: work.outcome,
        write: (bytes) => then(() => session.write(bytes)),
        end: () => void then(() => session.end()),
        breakOff: (why) => void then(() => session.breakOff(why)),
        abort() {
          session.abandon();
          work.settle(SHUTTING_DOWN);
        },
      };
    },
    idle: async () => {
      await Promise.all([...open].map(({ outcome }) => outcome));
    },
    giveUp() {
      for (const work of [...open]) work.settle(SHUTTING_DOWN);
    },
  };
}

interface Work {
  readonly outcome: Promise<IntakeOutcome>;
  isOver: boolean;
  settle(outcome: IntakeOutcome): void;
}
