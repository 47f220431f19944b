import { logPhrasesOf } from '../log-phrases-of.ts';

const OTHER_REASONS = ['NAME_NOT_COVERED', 'CERTIFICATE_EXPIRED'];

/**
 * What the agent logs (reference/agents.md §6), read in its source and in that of .NET. It shows errors alone unless told otherwise; what is wrong with TLS or with the way to the
 * server is a warning, so it stays hidden. The same sentence is said of every reason for which a certificate is turned down.
 */
export const logPhrases = logPhrasesOf({ shownByDefault: false, proof: 'source' }, [
  ['CA_NOT_TRUSTED', 'rejected by the provided RemoteCertificateValidationCallback', { or: OTHER_REASONS }],
  [
    'CA_NOT_TRUSTED',
    'The SSL connection could not be established, see inner exception',
    { or: OTHER_REASONS, isVague: true },
  ],
  [
    'CA_NOT_TRUSTED',
    'Could not configure ServerCert at path',
    {
      cause:
        'ELASTIC_APM_SERVER_CERT names a file that is not there or holds no certificate. It pins the certificate of the server, and is no place for an authority.',
    },
  ],
  ['SERVER_URL', 'Cannot determine the frame size or a corrupted frame was received'],
  ['PLAIN_HTTP', 'The response ended prematurely'],
  ['PLAIN_HTTP', 'status code: BadRequest', { shownByDefault: true }],
  ['TOKEN_WRONG', 'status code: Unauthorized', { shownByDefault: true }],
  ['REQUEST_REFUSED', 'status code: ServiceUnavailable', { shownByDefault: true }],
  ['RATE_LIMITED', 'status code: TooManyRequests', { shownByDefault: true }],
  ['NOTHING_ARRIVED', 'Connection refused'],
]);

export const logMarks = [
  '{PayloadSenderV2',
  '{CentralConfig',
  'Failed sending event',
  'System.Net.Http.HttpRequestException',
];
