import type { LogPhrase } from '../../definition.ts';

/**
 * What Elastic's distribution 1.18.0 logs by itself, as one JSON object a line, and the auto-instrumentations 0.82.0 once OTEL_LOG_LEVEL is set; the second of two phrases is that of gRPC. All
 * were seen in a run.
 */
export const logPhrases: readonly LogPhrase[] = [
  phrase('CA_NOT_TRUSTED', 'unable to verify the first certificate'),
  phrase('NAME_NOT_COVERED', "ERR_TLS_CERT_ALTNAME_INVALID]: Hostname/IP does not match certificate's altnames"),
  phrase('TOKEN_WRONG', 'OTLPExporterError: Unauthorized'),
  phrase('TOKEN_WRONG', '16 UNAUTHENTICATED: authentication failed'),
  phrase('PLAIN_HTTP', 'OTLPExporterError: Bad Request'),
  phrase('PLAIN_HTTP', '14 UNAVAILABLE: No connection established. Last error: Protocol error'),
  phrase('NOTHING_ARRIVED', '14 UNAVAILABLE: No connection established. Last error: Error: connect ECONNREFUSED'),
];

function phrase(code: string, text: string): LogPhrase {
  return { code, phrase: text, shownByDefault: true };
}
