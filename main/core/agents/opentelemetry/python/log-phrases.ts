import { logPhrasesOf } from '../../log-phrases-of.ts';

/**
 * What the exporters of OpenTelemetry 1.45.1 log to `opentelemetry.exporter.otlp`; warnings and errors reach stderr. All were seen in a run, over HTTP and over gRPC, but those of a server
 * that takes no more.
 */
export const logPhrases = logPhrasesOf({ shownByDefault: true, proof: 'lab' }, [
  ['CA_NOT_TRUSTED', 'CERTIFICATE_VERIFY_FAILED] certificate verify failed: unable to get local issuer certificate'],
  ['CA_NOT_TRUSTED', 'CERTIFICATE_VERIFY_FAILED: unable to get local issuer certificate'],
  ['NAME_NOT_COVERED', 'mismatch, certificate is not valid for'],
  ['NAME_NOT_COVERED', 'Hostname Verification Check failed'],
  ['TOKEN_WRONG', 'batch code: 401, reason: Unauthorized'],
  ['TOKEN_WRONG', 'error code: StatusCode.UNAUTHENTICATED'],
  ['PLAIN_HTTP', 'batch code: 400, reason: Bad Request'],
  ['PLAIN_HTTP', 'Trying to connect an http1.x server (HTTP status 400)'],
  ['NOTHING_ARRIVED', 'Failed to establish a new connection: [Errno 111] Connection refused'],
  ['NOTHING_ARRIVED', 'Failed to connect to remote host: Connection refused'],
  ['REQUEST_REFUSED', 'batch code: 503, reason: ', { proof: 'source' }],
  ['RATE_LIMITED', 'batch code: 429, reason: ', { proof: 'source' }],
]);

export const logMarks = ['opentelemetry.exporter', 'Failed to export ', '/v1/traces'];
