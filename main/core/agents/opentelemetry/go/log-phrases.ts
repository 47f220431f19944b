import { logPhrasesOf } from '../../log-phrases-of.ts';

const ENDED = '": EOF';

/**
 * Seen with the exporters 1.47.0; the SDK hands them to the standard logger. Over gRPC, only the refused token is told. The connection that ends without an answer, and the server that takes no
 * more, were read in the source.
 */
export const logPhrases = logPhrasesOf({ shownByDefault: true, proof: 'lab' }, [
  ['CA_NOT_TRUSTED', 'x509: certificate signed by unknown authority'],
  ['NAME_NOT_COVERED', 'x509: cannot validate certificate for'],
  ['NAME_NOT_COVERED', 'x509: certificate is valid for', { proof: 'source' }],
  ['NAME_NOT_COVERED', 'relies on legacy Common Name field, use SANs instead', { proof: 'source' }],
  ['CERTIFICATE_EXPIRED', 'x509: certificate has expired or is not yet valid', { proof: 'source' }],
  ['TOKEN_WRONG', 'Unauthorized (body: {"error":"authentication failed"})'],
  ['TOKEN_WRONG', 'rpc error: code = Unauthenticated'],
  ['PLAIN_HTTP', 'Bad Request (body: Client sent an HTTP request to an HTTPS server'],
  ['PLAIN_HTTP', 'insecure HTTP endpoint cannot use TLS client configuration'],
  ['PLAIN_HTTP', ENDED, { where: /http:\/\/\S+: EOF/, proof: 'source' }],
  ['SERVER_URL', ENDED, { where: /https:\/\/\S+: EOF/, proof: 'source' }],
  ['SERVER_URL', 'server gave HTTP response to HTTPS client', { proof: 'source' }],
  ['REQUEST_REFUSED', 'Service Unavailable (body: ', { proof: 'source' }],
  ['RATE_LIMITED', 'Too Many Requests (body: ', { proof: 'source' }],
  ['NOTHING_ARRIVED', 'connect: connection refused'],
]);

export const logMarks = ['/v1/traces', '/v1/metrics', '/v1/logs', 'traces export: '];
