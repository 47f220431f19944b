import { type Attempt, type AttemptDetail, type Exchange, STEPS } from '../../contract/index.ts';
import type { Finding } from '../diagnose/rule.ts';
import { type AttemptState, tlsFactsOf } from './attempt-state.ts';
import { viewConfiguration } from './configuration-seen.ts';
import type { Fact } from './facts.ts';
import type { Identity } from './identity.ts';
import { type Ladder, readLadder } from './ladder.ts';
import { timelineOf } from './timeline.ts';
import { socketWords } from './words.ts';

/** What was concluded about one connection. */
export interface Conclusions {
  readonly identity: Identity;
  readonly finding: Finding | null;
  readonly ladder: Ladder;
}

/** An attempt as lists show it; `step` is the highest rung it climbed. */
export function viewAttempt(attempt: AttemptState, { identity, finding, ladder }: Conclusions): Attempt {
  const { owner, closed } = attempt;
  const climbed = STEPS[readLadder(ladder).height];
  return {
    id: attempt.id,
    at: new Date(attempt.acceptedAtMs).toISOString(),
    service: identity.service,
    agent: identity.agent,
    remote: attempt.remote === null ? '' : socketWords(attempt.remote),
    process: owner === null ? null : { pid: owner.pid, command: owner.command },
    tls: tlsFactsOf(attempt),
    alert: attempt.tlsFailure?.alert ?? null,
    step: climbed ?? null,
    outcome: finding === null ? 'ok' : 'failed',
    status: attempt.status,
    diagnosis: finding?.diagnosis ?? null,
    environment: identity.environment,
    agentId: identity.agentId,
    attribution: identity.attribution,
    open: closed === null,
    durationMs: Math.max(0, (closed?.atMs ?? attempt.lastAtMs) - attempt.acceptedAtMs),
    configuration: viewConfiguration(attempt.configuration?.seen ?? null),
  };
}

/** Everything about one attempt: what lists show, its timeline and its requests, from the facts that were kept. */
export function viewAttemptDetail(shown: Attempt, facts: readonly Fact[]): AttemptDetail {
  const accepted = facts.find((fact) => fact.kind === 'accepted');
  const served = facts.find((fact) => fact.kind === 'secured' || fact.kind === 'tls-failed')?.certificate ?? null;
  return {
    ...shown,
    timeline: timelineOf(facts),
    exchanges: exchangesOf(facts),
    certificate:
      served === null
        ? null
        : {
            id: served.id,
            fingerprint256: served.fingerprint256,
            names: [...served.names],
            notAfter: served.notAfter,
          },
    local: accepted === undefined ? '' : socketWords(accepted.local),
  };
}

/** Requests with their answers, paired by number; an answer that is still to come leaves its fields null. */
export function exchangesOf(facts: readonly Fact[]): Exchange[] {
  return facts
    .filter((fact) => fact.kind === 'request')
    .map(({ request, method, path, userAgent, headers }) => {
      const response = facts.find((fact) => fact.kind === 'response' && fact.request === request);
      const answer = response?.kind === 'response' ? response : null;
      return {
        method,
        path,
        userAgent,
        requestHeaders: headers.map(([name, value]): [string, string] => [name, value]),
        status: answer?.status ?? null,
        responseHeaders: (answer?.headers ?? []).map(([name, value]): [string, string] => [name, value]),
        responseBody: answer?.body ?? null,
      };
    });
}
