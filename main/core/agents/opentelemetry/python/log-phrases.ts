import type { LogPhrase } from '../../definition.ts';

/** What the exporters of OpenTelemetry 1.45.1 log to `opentelemetry.exporter.otlp`; warnings and errors reach stderr. All were seen in a run, over HTTP and over gRPC. */
export const logPhrases: readonly LogPhrase[] = [
  phrase(
    'CA_NOT_TRUSTED',
    'CERTIFICATE_VERIFY_FAILED] certificate verify failed: unable to get local issuer certificate',
  ),
  phrase('CA_NOT_TRUSTED', 'CERTIFICATE_VERIFY_FAILED: unable to get local issuer certificate'),
  phrase('NAME_NOT_COVERED', 'mismatch, certificate is not valid for'),
  phrase('NAME_NOT_COVERED', 'Hostname Verification Check failed'),
  phrase('TOKEN_WRONG', 'batch code: 401, reason: Unauthorized'),
  phrase('TOKEN_WRONG', 'error code: StatusCode.UNAUTHENTICATED'),
  phrase('PLAIN_HTTP', 'batch code: 400, reason: Bad Request'),
  phrase('PLAIN_HTTP', 'Trying to connect an http1.x server (HTTP status 400)'),
  phrase('NOTHING_ARRIVED', 'Failed to establish a new connection: [Errno 111] Connection refused'),
  phrase('NOTHING_ARRIVED', 'Failed to connect to remote host: Connection refused'),
];

function phrase(code: string, text: string): LogPhrase {
  return { code, phrase: text, shownByDefault: true };
}
