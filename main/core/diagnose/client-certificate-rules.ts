import type { Fix } from '../../contract/index.ts';
import { sealwireLine } from '../agents/shell-dialect.ts';
import { shortText } from '../evidence/short-text.ts';
import { alertWords } from '../evidence/words.ts';
import { advice, command, curesFor, nameOf } from './dialect.ts';
import type { Case, Explanation, Rule } from './rule.ts';

/** By its own name where TLS has one (RFC 8446 §6.2); TLS 1.2 sends `handshake_failure`, which only OpenSSL's reason tells from a missing cipher. */
const NONE_SHOWN = 'ERR_SSL_PEER_DID_NOT_RETURN_A_CERTIFICATE';

/** What the endpoint says of a certificate that it does not let in for another reason. */
const REFUSALS = ['bad_certificate', 'unsupported_certificate', 'certificate_unknown'];

/**
 * What the endpoint may have against the certificate of a client, where `ssl.client_authentication` asks for one. The handshake never ends, so nothing is said of
 * whether the client trusts ours. Certain with an alert, because the endpoint did the refusing itself.
 */
export const CLIENT_CERTIFICATE_RULES: readonly Rule[] = [
  {
    code: 'CLIENT_CERTIFICATE_MISSING',
    matches: (it) => refusal(it) === 'certificate_required' || (byUs(it) && tlsFailure(it)?.code === NONE_SHOWN),
    explain: (it) => ({
      ...common(it),
      summary: `${nameOf(it)} shows no certificate of its own, and the endpoint asks every client for one.`,
      cause:
        'In apm-server.yml, ssl.client_authentication is "required", which it also is where only ssl.certificate_authorities is set.',
      fixes: [
        ...curesFor(it, 'CLIENT_CERTIFICATE', ownCertificate('a certificate')),
        ...settingsFixes(it, 'Or let clients in that show none', 'ssl.client_authentication: optional'),
      ],
    }),
  },
  {
    code: 'CLIENT_CERTIFICATE_UNKNOWN_CA',
    matches: (it) => refusal(it) === 'unknown_ca',
    explain: (it) => {
      const issuer = shown(it)?.issuer;
      return {
        ...common(it),
        summary: `${nameOf(it)} shows a certificate that comes from none of the authorities which the endpoint trusts.`,
        cause: `${issuer === undefined ? 'Its issuer' : `Its issuer, "${shortText(issuer, 80)}",`} is not among ssl.certificate_authorities in apm-server.yml, or the client leaves out a certificate between the two.`,
        fixes: [
          ...ownCertificate('a certificate'),
          ...settingsFixes(
            it,
            'Or name the file with the authority that signed it',
            'ssl.certificate_authorities: ["client-ca.pem"]',
          ),
        ],
      };
    },
  },
  {
    code: 'CLIENT_CERTIFICATE_EXPIRED',
    matches: (it) => refusal(it) === 'certificate_expired',
    explain: (it) => ({
      ...common(it),
      summary: `${nameOf(it)} shows a certificate of its own that is outside its dates${dateWords(it)}.`,
      cause:
        'It has expired or is not good yet, by this machine’s clock. The certificate of the endpoint has nothing to do with it.',
      fixes: ownCertificate('a new certificate'),
    }),
  },
  {
    code: 'CLIENT_CERTIFICATE_REVOKED',
    matches: (it) => refusal(it) === 'certificate_revoked',
    explain: (it) => ({
      ...common(it),
      summary: `${nameOf(it)} shows a certificate of its own that was revoked here.`,
      cause:
        'Somebody revoked it on the Certificates screen, or with `sealwire cert revoke`. That cannot be taken back.',
      fixes: ownCertificate('a new certificate'),
    }),
  },
  {
    code: 'CLIENT_CERTIFICATE_REFUSED',
    matches: (it) => REFUSALS.includes(refusal(it) ?? ''),
    explain: (it) => ({
      ...common(it),
      summary: `${nameOf(it)} shows a certificate of its own that does not let it in here.`,
      cause: refusedCause(shown(it)?.isForClients),
      fixes: ownCertificate('a certificate for clients'),
    }),
  },
];

function refusedCause(isForClients: boolean | undefined): string {
  const unpinned = 'no key of its chain is among ssl.ca_sha256 in apm-server.yml';
  if (isForClients === false) return 'It was issued for other uses alone: its extended key usage lacks clientAuth.';
  if (isForClients === true)
    return `Most likely ${unpinned}, or an authority in its chain may not issue such certificates.`;
  return `Most likely it was issued for servers alone (its extended key usage lacks clientAuth), or ${unpinned}.`;
}

function common(it: Case): Pick<Explanation, 'step' | 'evidence' | 'confidence'> {
  const alert = tlsFailure(it)?.alert ?? null;
  const subject = shown(it)?.subject;
  const about = subject === undefined ? '' : ` to the certificate of "${shortText(subject, 60)}"`;
  return {
    step: 'encrypted',
    evidence: alert === null ? 'it showed no certificate' : `the endpoint answered ${alertWords(alert)}${about}`,
    confidence: alert === null ? 'probable' : 'certain',
  };
}

/** What the client has to be given, whoever it is. */
function ownCertificate(what: string): Fix[] {
  return [
    advice(`Give the client ${what} and its key, from an authority that ssl.certificate_authorities names.`),
    {
      text: 'An OpenTelemetry SDK reads both from PEM files that it can open.',
      as: 'env',
      snippet: 'OTEL_EXPORTER_OTLP_CLIENT_CERTIFICATE=client.pem\nOTEL_EXPORTER_OTLP_CLIENT_KEY=client.key',
    },
  ];
}

/** A line below `apm-server:` of the settings file, and the start that reads it. */
function settingsFixes({ wiring }: Case, text: string, line: string): Fix[] {
  return [
    { text: `${text}, in apm-server.yml.`, as: 'file', snippet: `apm-server.${line}` },
    command('Then start the endpoint again with it.', sealwireLine(wiring, 'up --config apm-server.yml')),
  ];
}

function tlsFailure({ attempt }: Case): Case['attempt']['tlsFailure'] {
  return attempt.tlsFailure;
}

function byUs(it: Case): boolean {
  return tlsFailure(it)?.by === 'endpoint';
}

/** The alert that the endpoint sent. It sends those about certificates over the client's alone. */
function refusal(it: Case): string | null {
  return byUs(it) ? (tlsFailure(it)?.alert ?? null) : null;
}

function shown(it: Case): NonNullable<NonNullable<Case['attempt']['tlsFailure']>['clientCertificate']> | undefined {
  return tlsFailure(it)?.clientCertificate;
}

function dateWords(it: Case): string {
  const certificate = shown(it);
  return certificate === undefined ? '' : `: it is good from ${certificate.notBefore} to ${certificate.notAfter}`;
}
