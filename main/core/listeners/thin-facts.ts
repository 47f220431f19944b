import type { FactOf } from '../evidence/attempt-state.ts';
import { addCounts } from '../evidence/attempt-state.ts';
import type { Fact } from '../evidence/facts.ts';

/** The first requests of a connection are all told. */
const FIRST_REQUESTS = 3;

type RequestFact = Extract<Fact, { readonly request: number }>;

/**
 * Facts of a short while, in order, without the requests that say nothing new: of several on one connection that went well one after the other, in the same way, the
 * newest stands for all, with the events of all. What is counted stays the same, and so does everything that went wrong.
 */
export function thinFacts(facts: readonly Fact[]): readonly Fact[] {
  const requests = new Map<string, RequestFact[]>();
  for (const fact of facts) {
    if (!('request' in fact)) continue;
    const key = `${fact.connection} ${fact.request}`;
    const known = requests.get(key);
    if (known === undefined) requests.set(key, [fact]);
    else known.push(fact);
  }
  const left = new Set<Fact>();
  const instead = new Map<Fact, Fact>();
  const newest = new Map<string, { readonly said: string; readonly facts: readonly RequestFact[] }>();
  for (const of of requests.values()) {
    const [first] = of;
    const said = calmly(of);
    if (first === undefined) continue;
    const before = newest.get(first.connection);
    if (said === null || first.request <= FIRST_REQUESTS) {
      newest.delete(first.connection);
      continue;
    }
    newest.set(first.connection, { said, facts: of });
    if (before?.said !== said) continue;
    for (const fact of before.facts) left.add(fact);
    mergeStored(before.facts, of, instead);
  }
  return facts.flatMap((fact) => (left.has(fact) ? [] : [instead.get(fact) ?? fact]));
}

/** What a request that went well amounts to, as a text to compare; null where it is not over, went wrong, or is of a kind that has more to it. */
function calmly(facts: readonly RequestFact[]): string | null {
  const said: unknown[] = [];
  let isOver = false;
  let stored = 0;
  for (const fact of facts) {
    switch (fact.kind) {
      case 'request':
        said.push(fact.method, fact.path, fact.userAgent, fact.headers.length);
        break;
      case 'authenticated':
        said.push(fact.verdict);
        break;
      case 'metadata':
        said.push(fact.metadata);
        break;
      case 'stored':
        stored += 1;
        said.push(fact.service, fact.environment ?? null);
        break;
      case 'response':
        isOver = fact.status < 300;
        said.push(fact.status);
        break;
      case 'configured':
      case 'rejected':
        return null;
    }
  }
  const [first] = facts;
  return isOver && stored === 1 && first?.kind === 'request' ? JSON.stringify(said) : null;
}

/** Adds the events of one request to those of the next, of which the same was stored. */
function mergeStored(from: readonly RequestFact[], into: readonly RequestFact[], instead: Map<Fact, Fact>): void {
  const one = storedIn(from);
  const other = storedIn(into);
  if (one === undefined || other === undefined) return;
  const before = instead.get(one);
  const counts = before?.kind === 'stored' ? before.counts : one.counts;
  instead.set(other, { ...other, counts: addCounts(counts, other.counts) });
}

function storedIn(facts: readonly RequestFact[]): FactOf<'stored'> | undefined {
  return facts.find((fact) => fact.kind === 'stored');
}
