import type { CanaryAnswer } from '../../contract/index.ts';
import { alertOf } from '../endpoint/tls/tls-alert.ts';
import type { Fact } from '../evidence/facts.ts';

type Shown = Pick<CanaryAnswer, 'result' | 'how' | 'alert'>;

/** Alerts that are about the protocol and not about the certificate (RFC 8446 §6.2): they come before a client has looked at it. */
const NOT_ABOUT_IT: ReadonlySet<string> = new Set([
  'unexpected_message',
  'protocol_version',
  'insufficient_security',
  'no_application_protocol',
  'unrecognized_name',
  'missing_extension',
  'unsupported_extension',
  'inappropriate_fallback',
]);

/**
 * What a connection that was served the throw-away certificate showed, from everything that was observed of it, `closed` included. A client that has said a byte inside of TLS did not mind
 * the certificate; one that left before, or right after the handshake, did. Whoever went silent, was cut off by us or failed over the protocol has shown nothing.
 */
export function readCanary(facts: readonly Fact[]): Shown {
  const failed = facts.find((fact) => fact.kind === 'tls-failed');
  const secured = facts.find((fact) => fact.kind === 'secured');
  const closed = facts.find((fact) => fact.kind === 'closed');
  if (failed !== undefined) {
    const { alert, how, by } = failed;
    const isRefusal = by === 'client' && how !== 'timeout' && (alert === null || !NOT_ABOUT_IT.has(alert));
    return isRefusal ? { result: 'verified', how, alert } : { result: 'unclear', how: null, alert };
  }
  if (secured === undefined || closed === undefined || closed.by === 'endpoint') return UNCLEAR;
  if (closed.bytesRead > 0) return { result: 'off', how: 'sent', alert: null };
  if (closed.error === NOTHING_SENT) return UNCLEAR;
  const alert = closed.error === null ? null : alertOf(errorNamed(closed.error), secured.version);
  if (alert?.by === 'endpoint') return { ...UNCLEAR, alert: alert.name };
  if (alert !== null) return { result: 'verified', how: 'alert', alert: alert.name };
  return { result: 'verified', how: 'closed-after', alert: null };
}

/** Why a connection was closed on which nothing came after the handshake, in the words of its `closed`. */
export const NOTHING_SENT = 'nothing was sent in time';

const UNCLEAR: Shown = { result: 'unclear', how: null, alert: null };

function errorNamed(code: string): Error & { readonly code: string } {
  return Object.assign(new Error(code), { code });
}
