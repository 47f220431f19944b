import { shortText } from '../evidence/short-text.ts';
import { alertWords, listWords, tlsWords } from '../evidence/words.ts';
import { advice, curesFor, nameOf, settingName } from './dialect.ts';
import type { Case, Rule } from './rule.ts';

const VERSION_ALERTS = ['protocol_version', 'handshake_failure', 'insufficient_security'];

/** What was spoken instead of TLS. */
export const SPEECH_RULES: readonly Rule[] = [
  {
    code: 'PLAIN_HTTP',
    matches: ({ attempt }) => attempt.plainHttp !== null,
    explain: (it) => ({
      step: 'encrypted',
      evidence: `it sent "${shortText(it.attempt.plainHttp?.requestLine ?? '', 60)}" without TLS`,
      summary: `${nameOf(it)} speaks plain HTTP to a port that speaks TLS.`,
      cause: `${settingName(it, 'serverUrl') ?? 'The server URL'} begins with http:// and must begin with https://.`,
      confidence: 'certain',
      fixes: curesFor(it, 'PLAIN_HTTP', [{ text: 'Use this URL.', as: null, snippet: it.wiring.url }]),
    }),
  },
  {
    code: 'NOT_TLS',
    matches: ({ attempt }) => attempt.notTls !== null,
    explain: (it) => ({
      step: 'encrypted',
      evidence: 'its first bytes are neither TLS nor HTTP',
      summary: `${nameOf(it)} speaks something other than TLS to this port.`,
      cause: 'Most likely another kind of program, or a proxy that adds a header of its own, was pointed at this port.',
      confidence: 'probable',
      fixes: curesFor(it, 'SERVER_URL', [{ text: 'Use this URL.', as: null, snippet: it.wiring.url }]),
    }),
  },
];

/** BoringSSL, which gRPC's C core is built on, says "unsupported name constraint type"; tried with Python's grpcio. */
const GRPC_CORE =
  ' gRPC clients built on its C core, such as Python’s, also leave over IP addresses in a certificate whose authority is limited to some.';

/** gRPC clients offer HTTP/2 and nothing else. */
function isGrpc({ attempt }: Case): boolean {
  return attempt.hello?.alpn.join() === 'h2';
}

/** How a handshake can end over something other than the certificate. */
export const HANDSHAKE_RULES: readonly Rule[] = [
  {
    code: 'TLS_VERSION',
    matches: ({ attempt }) => VERSION_ALERTS.includes(attempt.tlsFailure?.alert ?? ''),
    explain: (it) => ({
      step: 'encrypted',
      evidence: `${alertSender(it)} ${alertWords(it.attempt.tlsFailure?.alert ?? '')}`,
      summary: `${nameOf(it)} and the endpoint share no TLS version or cipher.`,
      cause: `${offerWords(it)} The endpoint speaks TLS 1.2 and TLS 1.3.`,
      confidence: 'certain',
      fixes: [advice('Let the client use TLS 1.2 or later; an old runtime has to be updated for that.')],
    }),
  },
  {
    code: 'NO_SHARED_PROTOCOL',
    matches: ({ attempt }) => attempt.tlsFailure?.alert === 'no_application_protocol',
    explain: (it) => ({
      step: 'encrypted',
      evidence: `${alertSender(it)} ${alertWords('no_application_protocol')}`,
      summary: `${nameOf(it)} asks for a protocol that the endpoint does not speak: ${shortText(it.attempt.hello?.alpn.join(', ') ?? '')}.`,
      cause: 'The endpoint speaks HTTP/2 and HTTP/1.1, and the client offers neither.',
      confidence: 'certain',
      fixes: [advice('Let the client use HTTP/2 or HTTP/1.1, or not negotiate a protocol at all.')],
    }),
  },
  {
    code: 'HANDSHAKE_FAILED',
    matches: ({ attempt: { tlsFailure } }) =>
      tlsFailure !== null &&
      (tlsFailure.how === 'alert' || (tlsFailure.by === 'endpoint' && tlsFailure.how !== 'timeout')),
    explain: (it) => {
      const { alert = null, code = null } = it.attempt.tlsFailure ?? {};
      const what = alert === null ? (code ?? 'an unknown error') : alertWords(alert);
      return {
        step: 'encrypted',
        evidence: `${alertSender(it)} ${what}`,
        summary: `The TLS handshake with ${it.definition?.title ?? 'the client'} ended with "${what}".`,
        cause:
          'This alert does not point to a setting; a proxy between the two, or the TLS library of the client, may be at fault.',
        confidence: alert === null ? 'possible' : 'certain',
        fixes: [advice('Look at the client’s own log for the same moment.')],
      };
    },
  },
  {
    code: 'CLIENT_WENT_SILENT',
    matches: ({ attempt }) => attempt.tlsFailure?.how === 'timeout',
    explain: (it) => ({
      step: 'encrypted',
      evidence:
        it.attempt.hello === null
          ? 'it connected and sent nothing'
          : 'it began the handshake and then sent nothing more',
      summary: `${nameOf(it)} connected and then went silent.`,
      cause: 'Most likely it was paused or busy, or something between the two swallows its data.',
      confidence: 'possible',
      fixes: [
        advice('See whether the process is stopped in a debugger, and whether a proxy or firewall stands between.'),
      ],
    }),
  },
  {
    code: 'HANDSHAKE_DROPPED',
    matches: ({ attempt }) => attempt.tlsFailure !== null || hasLeftUnheard(attempt),
    explain: (it) => {
      const { hello, secured } = it.attempt;
      const hasSeenCertificate = hello !== null || secured !== null;
      return {
        step: hasSeenCertificate ? 'trusted' : 'encrypted',
        evidence: hasSeenCertificate
          ? 'it left without an alert once it had seen the certificate'
          : 'it ended without having sent anything',
        summary: `${nameOf(it)} connected and left ${hasSeenCertificate ? 'without saying why' : 'before a TLS handshake'}.`,
        cause: hasSeenCertificate
          ? `It may not trust the certificate; some clients leave without an alert then.${isGrpc(it) ? GRPC_CORE : ''}`
          : 'It may have been a port check, or the application may have ended.',
        confidence: 'possible',
        fixes: hasSeenCertificate
          ? curesFor(it, 'CA_NOT_TRUSTED', [
              { text: 'Tell the client to trust this CA file.', as: null, snippet: it.wiring.caFile },
              ...(isGrpc(it)
                ? [advice('If it does, issue a certificate for names alone on the Certificates screen.')]
                : []),
            ])
          : [],
      };
    },
  },
];

/** Closed without a request, and without a failure of TLS that would say more. */
function hasLeftUnheard({ closed, requestAtMs, secured }: Case['attempt']): boolean {
  const hasClosed = closed !== null && closed.by === 'client';
  return hasClosed && requestAtMs === null && (secured === null || closed.bytesRead === 0);
}

function alertSender({ attempt }: Case): string {
  if (attempt.tlsFailure?.by !== 'endpoint') return 'it answered';
  return attempt.tlsFailure.alert === null ? 'the endpoint found' : 'the endpoint answered';
}

function offerWords({ attempt }: Case): string {
  const versions = attempt.hello?.versions ?? [];
  return versions.length === 0 ? 'What it offers is not known.' : `It offers ${listWords(versions.map(tlsWords))}.`;
}
