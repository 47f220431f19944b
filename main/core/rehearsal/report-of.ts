import type { Attempt, Rehearsal, Service } from '../../contract/index.ts';
import type { Fact } from '../evidence/facts.ts';
import type { RehearsedChange } from './rehearsal-desk.ts';

type Line = Rehearsal['services'][number];
type Outcome = Pick<Line, 'result' | 'why' | 'fix'>;

/**
 * Who went on and who would have been lost, by what connections did while the change was played. One that failed and was followed by one that did not has found its way by itself, and stays. Each known service has a line, also
 * one of which nothing came.
 */
export function reportOf(
  change: RehearsedChange,
  facts: readonly Fact[],
  attempts: readonly Attempt[],
  services: readonly Service[],
): Rehearsal['services'] {
  const outcomes = change.kind === 'token' ? tokenOutcomes(facts) : certificateOutcomes(facts, attempts);
  const byId = new Map(attempts.map((attempt) => [attempt.id, attempt]));
  const lines = new Map<string, Line>();
  for (const { service, environment } of services) {
    lines.set(keyOf(service, environment), { service, environment, ...UNSEEN });
  }
  for (const { connection, outcome } of outcomes) {
    const attempt = byId.get(connection);
    if (attempt === undefined) continue;
    const key = keyFor(attempt, services);
    const line = lines.get(key);
    lines.set(key, {
      service: line?.service ?? attempt.service,
      environment: line?.environment ?? attempt.environment,
      ...outcome,
    });
  }
  return [...lines.values()].sort((one, other) => RANK[one.result] - RANK[other.result]);
}

const RANK: Readonly<Record<Line['result'], number>> = { lost: 0, unseen: 1, stays: 2 };

const UNSEEN: Outcome = {
  result: 'unseen',
  why: 'It did nothing meanwhile, so nothing is known.',
  fix: 'Use the application once, and play the change again for longer.',
};

interface Seen {
  readonly connection: string;
  readonly outcome: Outcome;
}

/** In the order in which it was seen, so that the last one counts. */
function tokenOutcomes(facts: readonly Fact[]): Seen[] {
  return facts.flatMap((fact): Seen[] => {
    if (fact.kind !== 'authenticated') return [];
    const { connection, verdict } = fact;
    if (verdict.result === 'accepted')
      return [{ connection, outcome: { result: 'stays', why: 'It sends the active token.', fix: null } }];
    if (verdict.result === 'refused') {
      const why = 'It sends a token that is refused once the retiring ones have ended.';
      return [
        {
          connection,
          outcome: { result: 'lost', why, fix: 'Give it the active token, or start it anew by `sealwire run`.' },
        },
      ];
    }
    return [];
  });
}

function certificateOutcomes(facts: readonly Fact[], attempts: readonly Attempt[]): Seen[] {
  const begun = new Set(facts.flatMap((fact) => (fact.kind === 'accepted' ? [fact.connection] : [])));
  const spoke = new Set(facts.flatMap((fact) => (fact.kind === 'request' ? [fact.connection] : [])));
  return facts.flatMap((fact): Seen[] => {
    if (!begun.has(fact.connection)) return [];
    if (fact.kind === 'request') {
      return [
        {
          connection: fact.connection,
          outcome: { result: 'stays', why: 'It accepted the other certificate.', fix: null },
        },
      ];
    }
    if (fact.kind !== 'tls-failed' || spoke.has(fact.connection)) return [];
    const diagnosis = attempts.find(({ id }) => id === fact.connection)?.diagnosis ?? null;
    const said =
      fact.alert === null ? 'It left without a word.' : `It turned the other certificate down (${fact.alert}).`;
    return [{ connection: fact.connection, outcome: { result: 'lost', why: diagnosis?.summary ?? said, fix: PIN } }];
  });
}

const PIN =
  'Let it trust the authority behind the other certificate by its CA setting. Where it pins the certificate itself, take the pin away: `sealwire agent lint` finds it.';

/** The line of an attempt: a connection that never got to its metadata goes to the service of its name, wherever that was seen. */
function keyFor({ service, environment }: Attempt, services: readonly Service[]): string {
  const exact = services.find((each) => each.service === service && each.environment === environment);
  const named = exact ?? services.find((each) => each.service === service);
  return named === undefined ? keyOf(service, environment) : keyOf(named.service, named.environment);
}

function keyOf(service: string | null, environment: string | null): string {
  return JSON.stringify([service, environment]);
}
