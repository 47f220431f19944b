import type { Diagnosis, Endpoint, LadderStep, Service, Verification } from '../../contract/index.ts';
import type { Wiring } from '../agents/definition.ts';
import { sendsToken } from '../agents/forms/variables.ts';
import { verificationDiagnosis, withCanary } from '../canary/canary-words.ts';
import { diagnoseService } from '../diagnose/diagnose-service.ts';
import type { KnownAgent } from '../diagnose/known-agent.ts';
import { withLog } from '../diagnose/with-log.ts';
import { viewConfiguration } from './configuration-seen.ts';
import { readLadder } from './ladder.ts';
import { ladderSteps } from './ladder-steps.ts';
import type { ServiceSum } from './service-sum.ts';

/** What a view needs to know beyond the service itself. */
export interface Surroundings {
  readonly endpoint: Endpoint | null;
  readonly agents: readonly KnownAgent[];
  /** The values for cures in an agent's dialect. */
  wiringFor(agentId: string | null, service: string | null): Wiring;
  /** What a service's own agent logged last; null where nobody read its log. */
  loggedOf(service: string | null): Diagnosis | null;
}

/** A service as it is shown at this moment. */
export function viewService(sum: ServiceSum, { endpoint, agents, wiringFor, loggedOf }: Surroundings): Service {
  const { ladder, firstSeenMs, lastSeenMs, ...rest } = sum;
  const reading = readLadder(ladder);
  const definition = agents.find(({ id }) => id === sum.agentId) ?? null;
  const { verifies } = sum;
  const speaker = { definition, wiring: wiringFor(sum.agentId, sum.service) };
  const showsToken = definition === null || sendsToken(definition);
  const steps = ladderSteps(ladder, reading, { endpoint, counts: sum.counts, showsToken });
  return {
    ...rest,
    steps: verifies === null ? steps : steps.map((each) => withVerification(each, verifies)),
    stoppedAt: reading.stoppedAt,
    diagnosis:
      withLog(diagnoseService(reading, endpoint, speaker), loggedOf(sum.service)) ??
      (verifies?.result === 'off' ? verificationDiagnosis(speaker) : null),
    firstSeenAt: new Date(firstSeenMs).toISOString(),
    lastSeenAt: new Date(lastSeenMs).toISOString(),
    configuration: viewConfiguration(sum.configuration),
  };
}

/** What the canary showed stands with the rung that it is about, where that holds. */
function withVerification(each: LadderStep, verifies: Verification): LadderStep {
  const isMeant = each.step === 'trusted' && each.state === 'ok';
  return isMeant ? { ...each, evidence: withCanary(each.evidence, verifies) } : each;
}
