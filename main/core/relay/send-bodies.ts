import { gzipSync } from 'node:zlib';
import { judgeAnswer } from './judge-answer.ts';
import type { RelayedHead, Upstream } from './ports.ts';

/** What came of sending bodies to a server. */
export interface SentBodies {
  readonly bodies: number;
  /** Events that the server took, and those that it refused. */
  readonly events: number;
  readonly refused: number;
  /** Its reasons, each once, a few of them. */
  readonly reasons: readonly string[];
  /** Why it was given up before the end; null where everything was sent. */
  readonly stoppedBy: string | null;
}

export interface SendOptions {
  readonly upstream: Upstream;
  /** Resolves after so many milliseconds. */
  pause(milliseconds: number): Promise<void>;
  didSend?(events: number): void;
}

const ANSWER_MS = 60_000;
/** A server that has no room mostly has some a little later; somebody waits here, so it is not waited for long. */
const PAUSES_MS = [500, 1000, 2000, 4000, 8000];
const MOST_REASONS = 5;

const HEAD: RelayedHead = {
  method: 'POST',
  target: '/intake/v2/events',
  headers: { 'content-type': 'application/x-ndjson', 'content-encoding': 'gzip', accept: 'application/json' },
  isAuthorised: true,
};

/** Sends bodies one after the other. Stops at a server that cannot be reached, lets nobody in or is none; what it refuses of a body does not stop the rest. */
export async function sendBodies(
  bodies: AsyncIterable<{ readonly ndjson: string; readonly events: number }>,
  { upstream, pause, didSend }: SendOptions,
): Promise<SentBodies> {
  const reasons = new Set<string>();
  const done = { bodies: 0, events: 0, refused: 0 };
  const result = (stoppedBy: string | null): SentBodies => ({
    ...done,
    reasons: [...reasons].slice(0, MOST_REASONS),
    stoppedBy,
  });
  for await (const { ndjson, events } of bodies) {
    const packed = gzipSync(ndjson);
    for (let tries = 0; ; tries++) {
      const judgement = await upstream.ask(HEAD, packed, ANSWER_MS).then(
        (answer) => judgeAnswer(answer, HEAD),
        (error: unknown) =>
          ({
            kind: 'held',
            why: `it cannot be reached: ${error instanceof Error ? error.message : String(error)}`,
          }) as const,
      );
      if (judgement.kind === 'held') return result(judgement.why);
      if (judgement.kind === 'later') {
        const milliseconds = PAUSES_MS[tries];
        if (milliseconds === undefined) return result(judgement.why);
        await pause(milliseconds);
        continue;
      }
      done.bodies += 1;
      const refused = judgement.kind === 'refused' ? events : judgement.errors;
      if (judgement.kind === 'refused') reasons.add(judgement.why);
      done.refused += refused;
      done.events += events - refused;
      didSend?.(done.events);
      break;
    }
  }
  return result(null);
}
