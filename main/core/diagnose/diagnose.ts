import type { RequestState } from '../evidence/attempt-state.ts';
import { ADMISSION_RULES } from './admission-rules.ts';
import { CERTIFICATE_RULES } from './certificate-rules.ts';
import { CLIENT_CERTIFICATE_RULES } from './client-certificate-rules.ts';
import { HANDSHAKE_RULES, SPEECH_RULES } from './handshake-rules.ts';
import { OTLP_RULES } from './otlp-rules.ts';
import { REQUEST_RULES } from './request-rules.ts';
import type { Case, Finding, Rule } from './rule.ts';

const CONNECTION_RULES: readonly Rule[] = [
  ...SPEECH_RULES,
  ...CLIENT_CERTIFICATE_RULES,
  ...CERTIFICATE_RULES,
  ...HANDSHAKE_RULES,
];
const HTTP_RULES: readonly Rule[] = [...ADMISSION_RULES, ...OTLP_RULES, ...REQUEST_RULES];

/**
 * Says where an attempt stopped and why, or null where nothing is wrong with it. Once a request got through TLS, only the newest one that was
 * answered counts. `certain` is said only on an alert or on HTTP that was seen.
 */
export function diagnose(given: Omit<Case, 'request'>): Finding | null {
  const request = given.attempt.requests.findLast(hasOutcome) ?? null;
  const it: Case = { ...given, request };
  const rule = (request === null ? CONNECTION_RULES : HTTP_RULES).find((each) => each.matches(it));
  if (rule === undefined) return null;
  const { step, evidence, ...diagnosis } = rule.explain(it);
  return {
    step,
    atMs: request?.atMs ?? given.attempt.acceptedAtMs,
    evidence,
    diagnosis: { code: rule.code, ...diagnosis },
  };
}

function hasOutcome({ verdict, status }: RequestState): boolean {
  return verdict !== null || status !== null;
}
