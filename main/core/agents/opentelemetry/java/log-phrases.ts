import { logPhrasesOf } from '../../log-phrases-of.ts';

/**
 * What the exporters log to standard error, as warnings and errors. The untrusted authority was seen with the agent 2.33.1, whose lines name how many of what were lost; the rest was read in the
 * exporters' source, which words it alike in all versions (exporters/common: HttpExporter, GrpcExporter).
 */
export const logPhrases = logPhrasesOf({ shownByDefault: true, proof: 'source' }, [
  ['CA_NOT_TRUSTED', 'unable to find valid certification path to requested target', { proof: 'lab' }],
  ['NAME_NOT_COVERED', 'No subject alternative DNS name matching'],
  ['NAME_NOT_COVERED', 'No subject alternative names matching IP address'],
  ['NAME_NOT_COVERED', 'not verified:\n    certificate: '],
  ['CERTIFICATE_EXPIRED', 'PKIX path validation failed'],
  ['TOKEN_WRONG', 'Server responded with HTTP status code 401'],
  ['TOKEN_WRONG', 'Server responded with gRPC status code 16'],
  ['PLAIN_HTTP', 'Server responded with HTTP status code 400'],
  ['REQUEST_REFUSED', 'Server responded with HTTP status code 503'],
  ['RATE_LIMITED', 'Server responded with HTTP status code 429'],
  ['RATE_LIMITED', 'Server responded with gRPC status code 8'],
  ['WRONG_PATH', 'Server responded with HTTP status code 404'],
  ['SERVER_URL', 'Unsupported or unrecognized SSL message'],
  ['SERVER_URL', 'OTLP endpoint must be a valid URL'],
  ['NOTHING_ARRIVED', 'Failed to connect to'],
]);

export const logMarks = ['io.opentelemetry.', '[otel.javaagent ', 'Failed to export '];
