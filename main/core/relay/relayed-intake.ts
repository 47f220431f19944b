import type { Intake, IntakeBody, IntakeOutcome, IntakeStream } from '../events/ports.ts';
import type { Relay, RelayedHead } from './ports.ts';

/** The most that one request may hold to be passed on. Agents end theirs below a megabyte; the real server names no bound, and a queue needs one. */
const MOST_BYTES = 64 * 1024 * 1024;

/** The real server's words for a queue that has no room (reference A2). */
const QUEUE_FULL = 'cannot handle stream: cannot process batch: queue is full';
const TOO_LARGE = 'request body too large';

/**
 * Takes bodies as `intake` does, and has each on its way to the server behind before it is answered: whole and as it came, so that that server judges each event of it as if the agent had
 * sent it there. A body of which nothing could be taken is not passed on, since it would fare the same there; one that breaks off is passed on as far as it came.
 */
export function relayedIntake(intake: Intake, relay: Pick<Relay, 'put'>): Intake {
  const passOn = async (
    head: RelayedHead,
    pieces: readonly Uint8Array[],
    outcome: IntakeOutcome,
  ): Promise<IntakeOutcome> => {
    if (outcome.status >= 400 && outcome.accepted === 0) return outcome;
    try {
      await relay.put(head, Buffer.concat(pieces));
      return outcome;
    } catch {
      // Why is in the relay's own state, which a person sees; an agent can only be told to come back.
      return refused(outcome, 503, QUEUE_FULL);
    }
  };

  return {
    async take(body, bytes) {
      const { relayed = null } = body;
      if (relayed === null) return intake.take(body, bytes);
      if (bytes.length > MOST_BYTES) return refused(NOTHING_TAKEN, 413, TOO_LARGE);
      // What is handed to the intake is given away.
      const copy = Uint8Array.from(bytes);
      return passOn(relayed, [copy], await intake.take(body, bytes));
    },
    begin(body) {
      const { relayed = null } = body;
      return relayed === null
        ? intake.begin(body)
        : gather(intake, body, (pieces, outcome) => passOn(relayed, pieces, outcome));
    },
  };
}

/** A body in pieces of which a copy is kept until its outcome is known. */
function gather(
  intake: Intake,
  body: IntakeBody,
  passOn: (pieces: readonly Uint8Array[], outcome: IntakeOutcome) => Promise<IntakeOutcome>,
): IntakeStream {
  const pieces: Uint8Array[] = [];
  let size = 0;
  let stored = 0;
  const tooLarge = Promise.withResolvers<IntakeOutcome>();
  const stream = intake.begin({
    ...body,
    didStore: (counts) => {
      stored += Object.values(counts).reduce((sum, count) => sum + count, 0);
      body.didStore(counts);
    },
  });
  let hasLeft = false;
  const outcome = stream.outcome.then((taken) => (hasLeft ? taken : passOn(pieces, taken)));
  return {
    outcome: Promise.race([outcome, tooLarge.promise]),
    write(bytes) {
      size += bytes.length;
      if (size > MOST_BYTES) {
        hasLeft = true;
        pieces.length = 0;
        stream.abort();
        tooLarge.resolve(refused(NOTHING_TAKEN, 413, TOO_LARGE));
        return Promise.resolve();
      }
      pieces.push(Uint8Array.from(bytes));
      return stream.write(bytes);
    },
    end: stream.end,
    breakOff: stream.breakOff,
    abort() {
      hasLeft = true;
      // Nobody waits for an answer; what was stored here is to be there as well.
      if (stored > 0) void passOn(pieces, { ...NOTHING_TAKEN, accepted: stored, status: 202 });
      stream.abort();
    },
  };
}

const NOTHING_TAKEN: IntakeOutcome = {
  accepted: 0,
  counts: { transaction: 0, span: 0, error: 0, metricset: 0, log: 0 },
  errors: [],
  status: 202,
  metadata: null,
};

function refused(outcome: IntakeOutcome, status: number, message: string): IntakeOutcome {
  const otlp = outcome.otlp === undefined ? {} : { otlp: { ...outcome.otlp, failedAt: 'store' as const } };
  return { ...outcome, ...otlp, status, errors: [...outcome.errors, { message }] };
}
