import { type Counts, type Endpoint, type LadderStep, STEPS, type Step } from '../../contract/index.ts';
import { withoutCanary } from '../canary/canary-words.ts';
import { type Ladder, type Mark, type Reading, rungs, type Stop } from './ladder.ts';
import { countWords, listWords } from './words.ts';

/** What Sealwire knows of its own side, for the rungs that wait. */
export interface OwnSide {
  readonly endpoint: Endpoint | null;
  readonly counts: Counts;
  /** False for what runs in pages: whoever opens one could read a token. */
  readonly showsToken: boolean;
}

/** The six rungs as they are shown: state, time and one line of evidence each. A rung that waits says what for. */
export function ladderSteps(ladder: Ladder, reading: Reading, own: OwnSide): LadderStep[] {
  return STEPS.map((step, index): LadderStep => {
    if (step === reading.stoppedAt && reading.stop !== null) {
      return { step, state: 'failed', at: iso(reading.stop.atMs), evidence: reading.stop.evidence };
    }
    if (index > reading.height)
      return { step, state: 'waiting', at: null, evidence: waitingFor(step, index, reading, own) };
    return climbed(step, ladder.marks[step], own.counts);
  });
}

/** A ladder as an earlier run left it, to go on from. */
export function ladderFrom(service: {
  readonly steps: readonly LadderStep[];
  readonly diagnosis: Stop['diagnosis'] | null;
}): Ladder {
  const step = (name: Step): LadderStep | undefined => service.steps.find((each) => each.step === name);
  const { diagnosis } = service;
  return {
    marks: rungs((name) => {
      const rung = step(name);
      if (rung === undefined || rung.at === null || (rung.state !== 'ok' && rung.state !== 'n/a')) return null;
      return { atMs: Date.parse(rung.at), evidence: withoutCanary(rung.evidence), applies: rung.state === 'ok' };
    }),
    stops: rungs((name) => {
      const rung = step(name);
      if (rung?.state !== 'failed' || rung.at === null || diagnosis === null) return null;
      return { atMs: Date.parse(rung.at), evidence: rung.evidence, diagnosis };
    }),
  };
}

/** A rung below one that holds must hold too, also where nothing showed it by itself. */
function climbed(step: Step, mark: Mark | null, counts: Counts): LadderStep {
  if (mark === null) return { step, state: 'ok', at: null, evidence: 'a later step holds' };
  const stored = step === 'reporting' ? countWords(counts) : '';
  return {
    step,
    state: mark.applies ? 'ok' : 'n/a',
    at: iso(mark.atMs),
    evidence: stored === '' ? mark.evidence : `${stored} stored`,
  };
}

const WAITING: Readonly<Record<Step, string>> = {
  reached: 'no connection has reached the endpoint yet',
  encrypted: 'no TLS handshake has finished yet',
  trusted: 'no request has followed the handshake yet',
  authorised: 'no request has shown a token yet',
  identified: 'no metadata yet; the agent sends it with its first events',
  reporting: 'no event has been stored yet',
};

/** What the rung of the token waits for where none will be shown. */
const WAITING_FOR_PAGE = 'no report has been let in yet; a page shows no token, and is let in by its origin';

function waitingFor(step: Step, index: number, reading: Reading, { endpoint, showsToken }: OwnSide): string {
  if (reading.stoppedAt !== null) return `waits for "${reading.stoppedAt}"`;
  if (endpoint === null || !endpoint.listening) return 'The endpoint is stopped';
  if (step === 'reached') {
    return `listening on ${endpoint.url} at ${listWords(endpoint.addresses)}; no connection has reached it yet`;
  }
  if (index > reading.height + 1) return `waits for "${STEPS[index - 1]}"`;
  return step === 'authorised' && !showsToken ? WAITING_FOR_PAGE : WAITING[step];
}

function iso(atMs: number): string {
  return new Date(atMs).toISOString();
}
