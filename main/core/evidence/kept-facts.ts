import type { Fact } from './facts.ts';

const FIRST_REQUESTS = 3;
const LAST_REQUESTS = 12;
const MOST_FACTS = 160;

/**
 * Adds a fact to the ones kept of a connection, in place. A connection that lives for days keeps its handshake, its first requests and its
 * newest ones; what lies between is left out, so that memory stays bounded.
 */
export function keepFact(facts: Fact[], fact: Fact): void {
  facts.push(fact);
  if (fact.kind === 'request') leaveOutOldRequest(facts);
  if (facts.length > MOST_FACTS) facts.splice(MOST_FACTS / 2, 1);
}

function leaveOutOldRequest(facts: Fact[]): void {
  const requests = facts.filter((each) => each.kind === 'request');
  const old = requests.length > FIRST_REQUESTS + LAST_REQUESTS ? requests[FIRST_REQUESTS] : undefined;
  if (old === undefined) return;
  const rest = facts.filter((each) => !('request' in each) || each.request !== old.request);
  facts.splice(0, facts.length, ...rest);
}
