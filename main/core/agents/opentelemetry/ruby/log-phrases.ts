import { logPhrasesOf } from '../../log-phrases-of.ts';

/** What the exporter hands to the SDK's logger (exporter/otlp/lib/opentelemetry/exporter/otlp/exporter.rb). */
export const logPhrases = logPhrasesOf({ shownByDefault: true, proof: 'source' }, [
  [
    'CA_NOT_TRUSTED',
    'SSL error in OTLP::Exporter#send_bytes',
    { or: ['NAME_NOT_COVERED', 'CERTIFICATE_EXPIRED'], isVague: true },
  ],
  ['CA_NOT_TRUSTED', 'certificate verify failed (unable to get local issuer certificate)'],
  ['CERTIFICATE_EXPIRED', 'certificate verify failed (certificate has expired)'],
  ['NAME_NOT_COVERED', 'certificate verify failed (hostname mismatch)'],
  ['TOKEN_WRONG', 'OTLP exporter received rpc.Status{'],
]);

export const logMarks = ['OpenTelemetry error: ', 'OTLP::Exporter'];
