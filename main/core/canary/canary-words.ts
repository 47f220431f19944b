import {
  type CanaryAnswer,
  type Diagnosis,
  type Fix,
  fail,
  type Service,
  type Verification,
} from '../../contract/index.ts';
import { advice, nameOf, type Speaker } from '../diagnose/dialect.ts';
import type { DiagnosisCode } from '../diagnose/rule.ts';

export const VERIFICATION_OFF = 'VERIFICATION_OFF' satisfies DiagnosisCode;

/** What became of a canary, in one or two sentences about the service. */
export function canarySaid(
  name: string,
  { result, how, alert }: Pick<CanaryAnswer, 'result' | 'how' | 'alert'>,
): string {
  switch (result) {
    case 'verified':
      return `${name} verifies: it turned the certificate down ${turnedDown(how, alert)}.`;
    case 'off':
      return `${name} does not verify: it sent data to a certificate of an authority that nobody trusts. Verification is switched off, and nothing is pinned.`;
    case 'unclear':
      return `A connection of ${name} came and told nothing: ${alert === null ? 'it went silent or was cut off' : `it ended with the alert ${alert}`}, which is not about the certificate. Try again.`;
    case 'nothing':
      return `No new connection of ${name} came in time, so nothing is known. Use the application, so that its agent sends, or restart it: an agent that keeps one connection open makes no other.`;
  }
}

/** Which setting switches verification on, in the agent's own words. */
export function verificationCures(speaker: Speaker): Fix[] {
  // Sealwire never writes this setting; here it is named so that it is found.
  const setting = speaker.definition?.settings.find(({ key, until }) => key === 'verify' && until === null);
  const name = setting?.env ?? setting?.code ?? null;
  const trust = 'It keeps trusting Sealwire by the CA file; run the canary again afterwards.';
  if (name === null) {
    return [advice(`Look for what makes ${nameOf(speaker)} accept any certificate and take it out. ${trust}`)];
  }
  return [
    {
      text: `Take ${name} out, or set it to true, and restart the application. ${trust}`,
      as: setting?.env == null ? null : 'env',
      snippet: setting?.env == null ? null : `${name}=true`,
    },
  ];
}

/** What a service is told whose agent was found not to verify. */
export function verificationDiagnosis(speaker: Speaker): Diagnosis {
  return {
    code: VERIFICATION_OFF,
    summary: `${nameOf(speaker)} does not verify the server's certificate.`,
    cause:
      'In the canary it sent data to a certificate of an authority that nobody trusts: verification is switched off, and nothing is pinned. Whoever stands between can read the token.',
    confidence: 'certain',
    fixes: verificationCures(speaker),
  };
}

/** The evidence of the rung `trusted` with what the canary showed behind it. */
export function withCanary(evidence: string, { result, at }: Verification): string {
  const day = `${at.slice(0, 16).replace('T', ' ')} UTC`;
  return result === 'verified'
    ? `${evidence}${MARK} of ${day} showed that it verifies`
    : `${evidence}${MARK} of ${day} showed that verification is switched off`;
}

/** The evidence as it was before `withCanary`. */
export function withoutCanary(evidence: string): string {
  const at = evidence.indexOf(MARK);
  return at === -1 ? evidence : evidence.slice(0, at);
}

const MARK = '; the canary';

/** The one service that is meant; without an environment the one in which it was seen. Throws `CANARY_IMPOSSIBLE`. */
export function serviceMeant(
  services: readonly Service[],
  name: string,
  environment: string | null | undefined,
): Service {
  const found = services.filter(
    (each) => each.service === name && (environment === undefined || each.environment === environment),
  );
  const [service, ...more] = found;
  if (service === undefined || service.lastAttemptId === null) {
    throw fail('CANARY_IMPOSSIBLE', {
      why: `no connection of a service "${name}" is known, so its next one could not be told from others`,
      fix: 'Let the application connect once; see those that have with `sealwire status`.',
    });
  }
  if (more.length > 0) {
    throw fail('CANARY_IMPOSSIBLE', {
      why: `"${name}" was seen in several environments`,
      fix: `Name one: ${found.map((each) => `${name}/${each.environment ?? ''}`).join(', ')}`,
    });
  }
  return service;
}

function turnedDown(how: CanaryAnswer['how'], alert: string | null): string {
  if (alert !== null) return `with the alert ${alert}`;
  if (how === 'closed-after') return 'after the handshake, without sending a byte';
  return how === 'reset' ? 'by resetting the connection' : 'by closing the connection';
}
