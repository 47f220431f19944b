import type { Attempt, ProcedureInput } from '../../../main/contract/index.ts';
import { STEP_WORDS } from '../../ui/steps.ts';

/** What the list is narrowed to; empty is everything. All of it stands in the address. */
export interface TrafficFilter {
  readonly service: string;
  readonly agent: string;
  readonly outcome: '' | 'ok' | 'failed';
  readonly text: string;
}

/** As many as the core hands out at once. */
const LIMIT = 1000;

/** The filter that an address holds. */
export function filterOf(query: URLSearchParams): TrafficFilter {
  const outcome = query.get('outcome');
  return {
    service: query.get('service') ?? '',
    agent: query.get('agent') ?? '',
    outcome: outcome === 'ok' || outcome === 'failed' ? outcome : '',
    text: query.get('text') ?? '',
  };
}

/** What of a filter the core narrows; the agent is narrowed here. */
export function listInput({ service, outcome, text }: TrafficFilter): ProcedureInput<'attempt.list'> {
  return {
    limit: LIMIT,
    ...(service === '' ? {} : { service }),
    ...(outcome === '' ? {} : { outcome }),
    ...(text === '' ? {} : { text }),
  };
}

/** The attempts of one agent, or all. */
export function ofAgent(attempts: readonly Attempt[], agent: string): readonly Attempt[] {
  return agent === '' ? attempts : attempts.filter(({ agentId }) => agentId === agent);
}

/** Who an attempt was: its service, else its process, else where it came from. */
export function whoseAttempt({ service, process, remote }: Attempt): string {
  return service ?? process?.command ?? remote;
}

/** The highest rung an attempt climbed, in a word or two; what stopped it on the next one is its remark. */
export function reachedWords({ step, outcome, open }: Attempt): string {
  if (step === null) return outcome === 'failed' ? 'nothing' : 'just arrived';
  const { title } = STEP_WORDS[step];
  return open ? `${title}, still open` : title;
}

/** What an attempt's row says besides: the cause where it failed, the answer where there was one. */
export function remark({ outcome, diagnosis, alert, status }: Attempt): string {
  if (outcome === 'failed')
    return diagnosis?.summary ?? (alert === null ? 'Ended without saying why' : `TLS alert ${alert}`);
  return status === null ? '' : `HTTP ${status}`;
}
