import type { ProcedureOutput, Service, TrustStore } from '../../../main/contract/index.ts';
import { plural } from '../../ui/format.ts';
import type { Tone } from '../../ui/state-icon.tsx';

/** What Home says of trust: how it stands in a few words, and why that is so. */
export interface TrustFact {
  readonly tone: Tone;
  readonly value: string;
  readonly reason: string;
}

/** Trust in short: what waits for the person first, then which stores were seen to work; without any, whether one is needed at all. */
export function trustFact(
  { stores, leftovers, advice }: ProcedureOutput<'trust.list'>,
  services: readonly Service[],
): TrustFact {
  const holding = stores.filter(isHolding);
  const verified = holding.filter(({ state }) => state === 'verified').length;
  const refused = holding.filter(({ checks }) => checks.some(({ outcome }) => outcome === 'refused')).length;
  const inNeed = advice.find(
    ({ agent, needsStore, groups }) =>
      needsStore &&
      services.some(({ agentId }) => agentId === agent) &&
      !holding.some(({ group }) => groups.includes(group)),
  );

  if (leftovers.length > 0)
    return {
      tone: 'attention',
      value: `${plural(leftovers.length, 'change', 'changes')} not finished`,
      reason: 'Finish it or take it back',
    };
  if (inNeed !== undefined)
    return {
      tone: 'attention',
      value: 'A store is needed',
      reason: `${inNeed.title} has no setting of its own for it`,
    };
  if (holding.length === 0) {
    const isNeeded = advice.some(({ needsStore }) => needsStore);
    return {
      tone: 'n/a',
      value: 'In no store',
      reason: isNeeded ? 'Some agents need one; Connect says which' : 'Your agents need none',
    };
  }
  return {
    tone: refused > 0 ? 'attention' : verified === holding.length ? 'ok' : 'waiting',
    value: `In ${plural(holding.length, 'store', 'stores')}`,
    reason: [
      `${verified === 0 ? 'None' : verified} verified by a handshake`,
      ...(refused > 0 ? [`${refused} with a refusal`] : []),
    ].join(' · '),
  };
}

function isHolding({ state }: TrustStore): boolean {
  return state === 'installed' || state === 'verified';
}
