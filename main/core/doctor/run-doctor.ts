import type { DoctorCheck, DoctorReport } from '../../contract/index.ts';
import { type Check, failed, type Outcome, skipped } from './check.ts';
import { CHECKS } from './checks.ts';
import type { DoctorOrder } from './doctor-order.ts';
import { type Examination, examine } from './examination.ts';
import { NetworkFault } from './network-fault.ts';
import type { Surroundings } from './surroundings.ts';
import { readTarget } from './target.ts';

/** The longest that a whole run takes. */
const USUAL_MS = 15_000;

/**
 * Examines a server from outside, check by check, and tells each as it is done. Whatever the server does is a finding; what is not done after `mostMs` is skipped. Rejects with `INPUT_INVALID` for a URL that is
 * none, and where `signal` is aborted with its reason.
 */
export async function runDoctor(
  order: DoctorOrder,
  world: Surroundings,
  tell: (check: DoctorCheck) => void,
  signal: AbortSignal = new AbortController().signal,
  mostMs = USUAL_MS,
): Promise<DoctorReport> {
  const target = readTarget(order.url);
  const startedAt = world.now();
  const startedMs = performance.now();
  const end = AbortSignal.timeout(mostMs);
  const examination = examine(order, target, world, AbortSignal.any([signal, end]));
  const checks: DoctorCheck[] = [];
  for (const check of CHECKS) {
    const outcome = await outcomeOf(check, checks, examination, end);
    signal.throwIfAborted();
    const made = { id: check.id, title: check.title, ...outcome, details: [...outcome.details] };
    checks.push(made);
    tell(made);
  }
  return {
    url: target.url,
    verdict: verdictOf(checks),
    checks,
    at: startedAt.toISOString(),
    ms: Math.round(performance.now() - startedMs),
  };
}

async function outcomeOf(
  check: Check,
  before: readonly DoctorCheck[],
  examination: Examination,
  end: AbortSignal,
): Promise<Outcome> {
  const missing = missingOf(check, before);
  if (missing !== null) {
    return skipped(`It needs "${missing.title}", which ${missing.state === 'failed' ? 'failed' : 'was skipped'}.`);
  }
  if (end.aborted)
    return skipped(
      'The time of an examination was over.',
      'Try again; a server that is this slow keeps agents waiting too.',
    );
  try {
    return await check.run(examination);
  } catch (error) {
    if (!(error instanceof NetworkFault)) throw error;
    return ofFault(error);
  }
}

/** The first check of those that this one stands on, and that those stand on, which does not hold; null where all do. */
function missingOf({ needs }: Check, before: readonly DoctorCheck[]): DoctorCheck | null {
  for (const id of needs) {
    const found = before.find((each) => each.id === id);
    if (found === undefined || found.state === 'ok' || found.state === 'warning') continue;
    const ground = CHECKS.find((each) => each.id === id);
    return (ground === undefined ? null : missingOf(ground, before)) ?? found;
  }
  return null;
}

/** A fault that a check makes nothing more of. */
function ofFault(fault: NetworkFault): Outcome {
  if (fault.kind === 'untrusted') return skipped('The certificate is not verified, so no secret is sent.');
  return failed(
    `The server did not take part: ${fault.message}.`,
    '',
    'Look at the log of the server, and of what stands in front of it.',
  );
}

function verdictOf(checks: readonly DoctorCheck[]): DoctorReport['verdict'] {
  const states = checks.map(({ state }) => state);
  if (states.includes('failed')) return 'failed';
  return states.includes('warning') ? 'warning' : 'ok';
}
