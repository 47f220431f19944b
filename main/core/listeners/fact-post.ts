import type { Fact, FactSink } from '../evidence/facts.ts';
import type { TokenUse } from './listener-messages.ts';
import { thinFacts } from './thin-facts.ts';

export interface FactPost {
  readonly sink: FactSink;
  didUse(use: TokenUse): void;
  /** Sends what waits, at once. */
  flush(): void;
}

/** Facts wait no longer than this; where more than `MANY`, those of two requests, gather in that time, they wait for the longer one, because then most say nothing new. */
const SHORT_MS = 10;
const LONG_MS = 200;
const MANY = 12;

/** Gathers what a listener observes and sends it on, thinned; a connection's first fact is sent at once, because whose it is can be found out only while it is open. */
export function openFactPost(send: (facts: readonly Fact[], uses: readonly TokenUse[]) => void): FactPost {
  let facts: Fact[] = [];
  const uses = new Map<string, TokenUse>();
  let timer: NodeJS.Timeout | null = null;
  let isBusy = false;

  const flush = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (facts.length === 0 && uses.size === 0) return;
    const gathered = facts;
    const used = [...uses.values()];
    facts = [];
    uses.clear();
    isBusy = gathered.length > MANY;
    send(thinFacts(gathered), used);
  };
  const flushSoon = (): void => {
    timer ??= setTimeout(flush, isBusy ? LONG_MS : SHORT_MS);
  };

  return {
    sink(fact) {
      facts.push(fact);
      if (fact.kind === 'accepted') flush();
      else flushSoon();
    },
    didUse(use) {
      uses.set(`${use.id} ${use.service ?? ''}`, use);
      flushSoon();
    },
    flush,
  };
}
