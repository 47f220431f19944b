import { logPhrasesOf } from '../../log-phrases-of.ts';

/**
 * What Elastic's distribution 1.18.0 logs by itself, as one JSON object a line, and the auto-instrumentations 0.82.0 once OTEL_LOG_LEVEL is set; the second of two phrases is that of gRPC. All
 * were seen in a run but those of a server that takes no more, and of one that speaks no HTTP/2.
 */
export const logPhrases = logPhrasesOf({ shownByDefault: true, proof: 'lab' }, [
  ['CA_NOT_TRUSTED', 'unable to verify the first certificate'],
  ['NAME_NOT_COVERED', "ERR_TLS_CERT_ALTNAME_INVALID]: Hostname/IP does not match certificate's altnames"],
  ['TOKEN_WRONG', 'OTLPExporterError: Unauthorized'],
  ['TOKEN_WRONG', '16 UNAUTHENTICATED: authentication failed'],
  ['PLAIN_HTTP', 'OTLPExporterError: Bad Request'],
  ['PLAIN_HTTP', '14 UNAVAILABLE: No connection established. Last error: Protocol error'],
  ['NOTHING_ARRIVED', '14 UNAVAILABLE: No connection established. Last error: Error: connect ECONNREFUSED'],
  ['REQUEST_REFUSED', 'OTLPExporterError: Service Unavailable', { proof: 'source' }],
  ['RATE_LIMITED', 'OTLPExporterError: Too Many Requests', { proof: 'source' }],
  ['NO_SHARED_PROTOCOL', '14 UNAVAILABLE', { where: /no application protocol/i, proof: 'source' }],
]);

export const logMarks = ['OTLPExporterError', '"name":"elastic-otel-node"', '/v1/traces'];
