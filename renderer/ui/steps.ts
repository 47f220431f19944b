import type { LadderStep, Step } from '../../main/contract/index.ts';

interface StepWords {
  readonly title: string;
  /** What the rung claims and no more; the same sentence as the contract's, which a test holds them to. */
  readonly claim: string;
}

/** The six rungs in the order in which a connection climbs them. */
export const STEP_WORDS: Readonly<Record<Step, StepWords>> = {
  reached: { title: 'Reached', claim: 'A TCP connection arrived at the endpoint.' },
  encrypted: { title: 'Encrypted', claim: 'A TLS handshake finished with these parameters.' },
  trusted: {
    title: 'Trusted',
    claim: 'The client accepted our certificate. Only a canary can tell whether it verified it.',
  },
  authorised: { title: 'Authorised', claim: 'The secret token matched.' },
  identified: { title: 'Identified', claim: 'Metadata named the service and its agent.' },
  reporting: { title: 'Reporting', claim: 'An event was stored.' },
};

export const STEP_ORDER: readonly Step[] = ['reached', 'encrypted', 'trusted', 'authorised', 'identified', 'reporting'];

/** A ladder that nothing has climbed yet; `reason` says what is being waited for. */
export function waitingLadder(reason: string): LadderStep[] {
  return STEP_ORDER.map((step, place) => ({ step, state: 'waiting', at: null, evidence: place === 0 ? reason : '' }));
}

/** Where a ladder stands, in one short sentence. */
export function ladderSummary(steps: readonly LadderStep[]): string {
  const failed = steps.find(({ state }) => state === 'failed');
  if (failed !== undefined) return `Stopped at ${failed.step}`;
  const last = steps.findLast(({ state }) => state === 'ok');
  if (last === undefined) return 'Waiting for a connection';
  return last.step === 'reporting' ? 'Reporting' : `${STEP_WORDS[last.step].title}, waiting for more`;
}
