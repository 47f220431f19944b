import { goQuote } from '../endpoint/decode/go-quote.ts';
import type { ServiceMetadata } from '../evidence/facts.ts';
import type { Sender } from './senders.ts';

/** Who may send without credentials, by the names that events give themselves; an empty list lets everybody in. */
export interface AdmissionRules {
  readonly allowAgent: readonly string[];
  readonly allowService: readonly string[];
}

/**
 * Why a batch may not come in without credentials, in the real server's words, or null where it may (reference B3). Every event is asked, since its context may
 * name another service and agent than the metadata.
 */
export function refusalOfBatch(
  rules: AdmissionRules,
  metadata: Pick<ServiceMetadata, 'service' | 'agent'>,
  senders: Iterable<Sender>,
): string | null {
  for (const { service, agent } of senders) {
    const refusal = refusalOfSender(rules, service ?? metadata.service, agent ?? metadata.agent.name);
    if (refusal !== null) return refusal;
  }
  return null;
}

/** The same for one service, and for one agent where one is known; the service is looked at first. */
export function refusalOfSender(rules: AdmissionRules, service: string, agent: string | null): string | null {
  const { allowAgent, allowService } = rules;
  if (allowService.length > 0 && !allowService.includes(service)) return refused('service', service);
  if (agent !== null && allowAgent.length > 0 && !allowAgent.includes(agent)) return refused('agent', agent);
  return null;
}

function refused(what: 'service' | 'agent', name: string): string {
  return `unauthorized: anonymous access not permitted for ${what} ${goQuote(name)}`;
}
