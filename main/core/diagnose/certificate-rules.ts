import type { Diagnosis } from '../../contract/index.ts';
import { shortText } from '../evidence/short-text.ts';
import { alertWords } from '../evidence/words.ts';
import { advice, curesFor, nameOf, settingName } from './dialect.ts';
import { trustObservation } from './observation.ts';
import type { Case, Rule } from './rule.ts';
import { coveredUrl, coversName, namesAskedFor, servedCertificate, validityAt } from './served-name.ts';

/** Alerts by which a client says that it does not like the certificate (RFC 8446 §6.2). */
const CERTIFICATE_ALERTS = [
  'unknown_ca',
  'bad_certificate',
  'certificate_unknown',
  'certificate_expired',
  'certificate_revoked',
  'unsupported_certificate',
];

/** These name their reason by themselves, whatever else may be wrong with the certificate. */
const EXACT_ALERTS = ['unknown_ca', 'certificate_expired'];

/** How the client turned the certificate down: by an alert, by leaving where others go on, by saying nothing more, or not at all. */
type Rejection = { readonly alert: string } | 'left' | 'silent' | null;

/** What may be wrong with a certificate in the eyes of a client, the most telling first. */
export const CERTIFICATE_RULES: readonly Rule[] = [
  {
    code: 'CERTIFICATE_EXPIRED',
    matches: ({ attempt, ...it }) => {
      const rejection = rejectionIn({ attempt, ...it });
      if (rejection === null || rejection === 'silent' || alertIn(rejection) === 'unknown_ca') return false;
      return alertIn(rejection) === 'certificate_expired' || validityAt(attempt) !== 'valid';
    },
    explain: (it) => ({
      step: 'trusted',
      evidence: rejectionWords(it),
      summary: `${nameOf(it)} does not accept this certificate: ${validityWords(it)}.`,
      cause:
        validityAt(it.attempt) === 'valid'
          ? 'By this machine’s clock the certificate is still good, so most likely the clock of the client is wrong.'
          : 'The certificate is outside its dates, or the clock of this machine is wrong.',
      confidence: confidenceOf(it, 'expired'),
      fixes: curesFor(it, 'CERTIFICATE_EXPIRED', [
        advice(
          'Issue a new certificate on the Certificates screen; the authority stays the same, so no client has to change.',
        ),
      ]),
    }),
  },
  {
    code: 'NAME_NOT_COVERED',
    matches: (it) => {
      const rejection = rejectionIn(it);
      return rejection !== null && !EXACT_ALERTS.includes(alertIn(rejection) ?? '') && !coversName(it.attempt);
    },
    explain: (it) => {
      const asked = shortText(namesAskedFor(it.attempt)[0] ?? '');
      const names = servedCertificate(it.attempt)?.names ?? [];
      const url = coveredUrl(it.wiring.url, names);
      return {
        step: 'trusted',
        evidence: rejectionWords(it),
        summary: `${nameOf(it)} connects to "${asked}", and the certificate does not cover that name.`,
        cause: `The certificate covers ${names.join(', ')}.`,
        confidence: confidenceOf(it, 'wrongName'),
        fixes: [
          ...curesFor({ ...it, wiring: { ...it.wiring, url } }, 'NAME_NOT_COVERED', [
            { text: 'Connect to a name that it covers.', as: null, snippet: url },
          ]),
          advice(`Or issue a certificate that also covers "${asked}" on the Certificates screen.`),
        ],
      };
    },
  },
  {
    code: 'CA_NOT_TRUSTED',
    matches: (it) => {
      const rejection = rejectionIn(it);
      if (rejection === 'silent') return false;
      return rejection === 'left' ? it.definition?.rejection.silent === true : rejection !== null;
    },
    explain: (it) => {
      const setting = settingName(it, 'caFile');
      return {
        step: 'trusted',
        evidence: rejectionWords(it),
        summary: `${nameOf(it)} does not trust this certificate: ${endWords(it)}.`,
        cause:
          setting === null
            ? 'Most likely it was not told to trust Sealwire’s authority.'
            : `Most likely ${setting} is missing, or points to a file that the process cannot read or that holds another authority.`,
        confidence: confidenceOf(it, 'untrusted'),
        fixes: [
          ...curesFor(it, 'CA_NOT_TRUSTED', [
            { text: 'Tell the client to trust this CA file.', as: null, snippet: it.wiring.caFile },
          ]),
          ...trustObservation(it),
        ],
      };
    },
  },
  {
    code: 'CA_NOT_TRUSTED',
    matches: (it) =>
      it.definition?.rejection.leavesOverPin === true && it.attempt.secured !== null && rejectionIn(it) === 'left',
    explain: (it) => ({
      step: 'trusted',
      evidence: rejectionWords(it),
      summary: `${nameOf(it)} finished the handshake and left, as it does over a pinned certificate that is another.`,
      cause: `If ${pinName(it)} is set, it holds a certificate that is not the one presented, such as an authority or one from before a renewal; else the application may just have ended.`,
      confidence: 'possible',
      fixes: [
        advice(
          `Take ${pinName(it)} out; what names an authority is ${settingName(it, 'caFile') ?? 'another setting'}.`,
        ),
        ...curesFor(it, 'CA_NOT_TRUSTED', []),
      ],
    }),
  },
];

/** A pin is a setting that is never written by us, so its name is not among those that a cure may have. */
function pinName({ definition }: Case): string {
  return definition?.settings.find(({ key }) => key === 'pin')?.env ?? 'its pin';
}

function rejectionIn({ attempt }: Case): Rejection {
  const { tlsFailure, secured, silentAtMs, closed, requestAtMs, hello } = attempt;
  if (tlsFailure !== null) {
    if (tlsFailure.alert !== null && tlsFailure.by === 'client' && CERTIFICATE_ALERTS.includes(tlsFailure.alert)) {
      return { alert: tlsFailure.alert };
    }
    const hasLeft =
      tlsFailure.alert === null &&
      tlsFailure.by === 'client' &&
      (tlsFailure.how === 'reset' || tlsFailure.how === 'closed');
    return hasLeft && hello !== null ? 'left' : null;
  }
  // With TLS 1.2 Node.js, and GnuTLS always, finish the handshake first and then leave without a byte (reference/desktop.md §1.5).
  const hasLeft = closed !== null && closed.by === 'client' && closed.bytesRead === 0;
  if (secured === null || requestAtMs !== null) return null;
  if (hasLeft) return 'left';
  // http.rb looks at the name after the handshake, and leaves its socket to be collected. That is told by the name alone: silence over a good certificate means nothing.
  return closed === null && silentAtMs !== null ? 'silent' : null;
}

function alertIn(rejection: Rejection): string | null {
  return rejection === null || typeof rejection === 'string' ? null : rejection.alert;
}

/** Certain where the alert can mean only this: by its own name, or by what is known of the agent. Leaving is never more than probable. */
function confidenceOf(it: Case, reason: 'untrusted' | 'wrongName' | 'expired'): Diagnosis['confidence'] {
  const alert = alertIn(rejectionIn(it));
  if (alert === null) return 'probable';
  if (EXACT_ALERTS.includes(alert)) return 'certain';
  const known = it.definition?.rejection;
  if (known === undefined || !known[reason].includes(alert)) return 'probable';
  const others = (['untrusted', 'wrongName', 'expired'] as const).filter((each) => each !== reason);
  return others.some((each) => known[each].includes(alert) && !isRuledOut(it, each)) ? 'probable' : 'certain';
}

/** Our own certificate's state excludes some reasons: a name that is covered was not the cause. */
function isRuledOut({ attempt }: Case, reason: 'untrusted' | 'wrongName' | 'expired'): boolean {
  if (reason === 'wrongName') return coversName(attempt);
  return reason === 'expired' && validityAt(attempt) === 'valid';
}

/** "it answered unknown CA", or how it left. */
function rejectionWords(it: Case): string {
  const alert = alertIn(rejectionIn(it));
  if (alert !== null) return `it answered ${alertWords(alert)}`;
  if (rejectionIn(it) === 'silent') return 'it finished the handshake and has said nothing since';
  return it.attempt.secured === null
    ? 'it left during the handshake, without an alert'
    : 'it finished the handshake and left without a request';
}

function endWords(it: Case): string {
  const alert = alertIn(rejectionIn(it));
  if (alert !== null) return `it ended the handshake with "${alertWords(alert)}"`;
  return it.attempt.secured === null
    ? 'it left during the handshake, which is how this agent turns a certificate down'
    : 'it left right after the handshake, which is how this agent turns a certificate down';
}

function validityWords({ attempt }: Case): string {
  const certificate = servedCertificate(attempt);
  const validity = validityAt(attempt);
  if (certificate !== null && validity === 'not-yet-valid') return `it is good only from ${certificate.notBefore}`;
  return certificate !== null && validity === 'expired'
    ? `it expired on ${certificate.notAfter}`
    : 'it takes it for expired';
}
