import { STEPS } from '../../contract/index.ts';
import type { Finding } from '../diagnose/rule.ts';
import type { AttemptState } from './attempt-state.ts';
import { EMPTY_LADDER, type Ladder, type Mark, rungs } from './ladder.ts';
import { shortText } from './short-text.ts';
import { addressWords, countWords, tlsWords } from './words.ts';

/** The rungs that one connection climbed, and the one it stopped at. */
export function ladderOfAttempt(attempt: AttemptState, finding: Finding | null): Ladder {
  const marks = {
    reached: reached(attempt),
    encrypted: encrypted(attempt, finding),
    trusted: mark(attempt.requestAtMs, 'it accepted the certificate and sent a request'),
    authorised: authorised(attempt),
    identified: identified(attempt),
    reporting: mark(attempt.storedAtMs, `${countWords(attempt.counts)} stored`),
  };
  if (finding === null) return { ...EMPTY_LADDER, marks };
  const { atMs, evidence, diagnosis } = finding;
  return {
    marks: shown(marks, finding),
    stops: rungs((step) => (step === finding.step ? { atMs, evidence, diagnosis } : null)),
  };
}

/**
 * Whether credentials will do may come out only when events are looked at, after the request was let in and its metadata read: what that request showed from this rung on
 * does not count.
 */
function shown(marks: Ladder['marks'], { step, atMs }: Finding): Ladder['marks'] {
  if (step !== 'authorised') return marks;
  const from = STEPS.indexOf(step);
  return rungs((each) => {
    const seen = marks[each];
    return STEPS.indexOf(each) >= from && seen !== null && seen.atMs >= atMs ? null : seen;
  });
}

function mark(atMs: number | null, evidence: string, applies = true): Mark | null {
  return atMs === null ? null : { atMs, evidence, applies };
}

function reached({ acceptedAtMs, remote, local }: AttemptState): Mark | null {
  if (remote === null || local === null) return null;
  return mark(acceptedAtMs, `${addressWords(remote.address)} → port ${local.port}`);
}

/** A handshake that ended over the certificate had agreed on its parameters by then (RFC 8446 §2), though it never finished. */
function encrypted({ secured, hello, acceptedAtMs }: AttemptState, finding: Finding | null): Mark | null {
  if (secured !== null) return mark(secured.atMs, `${tlsWords(secured.version)}, ${secured.cipher}`);
  if (finding === null || STEPS.indexOf(finding.step) <= STEPS.indexOf('encrypted')) return null;
  const version = ['TLSv1.3', 'TLSv1.2'].find((each) => hello?.versions.includes(each));
  const agreed = version === undefined ? 'the parameters were agreed' : `${tlsWords(version)} was agreed`;
  return mark(acceptedAtMs, `${agreed}; the handshake ended at the certificate`);
}

function authorised({ letIn }: AttemptState): Mark | null {
  if (letIn === null) return null;
  if (letIn.tokenId !== null) return mark(letIn.atMs, 'secret token matched');
  const why = letIn.isAnonymous ? 'anonymous: browsers have no token to show' : 'the endpoint asks for no token';
  return mark(letIn.atMs, why, false);
}

function identified({ metadata }: AttemptState): Mark | null {
  if (metadata === null) return null;
  const { agent, service } = metadata.value;
  return mark(metadata.atMs, shortText(`${agent.name} ${agent.version}, ${service}`));
}
