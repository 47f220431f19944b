import { logPhrasesOf } from '../log-phrases-of.ts';

/** The agent takes none of its settings then, and keeps what it measures to itself (elasticapm/base.py: `disable_send`). */
const SENDS_NOTHING = 'The agent refuses the value of a setting, which the line names, and then sends nothing at all.';
const NO_CA_FILE =
  'ELASTIC_APM_SERVER_CA_CERT_FILE names a file that is not there or that the process cannot read; the agent then sends nothing at all.';

/** What the agent logs to the loggers `elasticapm.*`; warnings and errors reach stderr unless the application's own logging hides them. */
export const logPhrases = logPhrasesOf({ shownByDefault: true, proof: 'lab' }, [
  ['CA_NOT_TRUSTED', 'CERTIFICATE_VERIFY_FAILED] certificate verify failed: unable to get local issuer certificate'],
  ['CA_NOT_TRUSTED', 'CERTIFICATE_VERIFY_FAILED] certificate verify failed: self-signed certificate'],
  [
    'CA_NOT_TRUSTED',
    'Fingerprints did not match',
    {
      cause:
        'ELASTIC_APM_SERVER_CERT holds a certificate that is not the very one of the server: it is compared by its fingerprint, so an authority never matches, nor does a certificate from before it was renewed.',
    },
  ],
  ['CA_NOT_TRUSTED', 'SERVER_CA_CERT_FILE', { cause: NO_CA_FILE }],
  ['NAME_NOT_COVERED', 'Hostname mismatch, certificate is not valid for'],
  ['NAME_NOT_COVERED', 'IP address mismatch, certificate is not valid for'],
  ['CERTIFICATE_EXPIRED', 'certificate has expired'],
  ['PLAIN_HTTP', "RemoteDisconnected('Remote end closed connection without response')"],
  ['PLAIN_HTTP', 'HTTP 400: Client sent an HTTP request to an HTTPS server.'],
  ['SERVER_URL', 'WRONG_VERSION_NUMBER'],
  ['SERVER_URL', 'UNEXPECTED_EOF_WHILE_READING'],
  [
    'SERVER_URL',
    'Connection to APM Server timed out (url: intake/v2/events',
    { cause: 'ELASTIC_APM_SERVER_URL does not begin with https://, so nothing of it is taken for a host.' },
  ],
  ['TOKEN_WRONG', 'HTTP 401: '],
  [
    'TOKEN_WRONG',
    'Invalid header value',
    { cause: 'ELASTIC_APM_SECRET_TOKEN holds a line break, which no header can; the agent’s thread has ended.' },
  ],
  ['REQUEST_REFUSED', 'HTTP 503: '],
  ['RATE_LIMITED', 'Temporarily rate limited: '],
  ['NOTHING_ARRIVED', 'Connection to APM Server timed out (url'],
  ['SETTING_REFUSED', ' does not match pattern \\d+(', { cause: SENDS_NOTHING }],
  ['SETTING_REFUSED', ' does not match pattern ^[a-zA-Z0-9 _-]+$', { cause: SENDS_NOTHING }],
  ['SETTING_REFUSED', ' is not in the list of valid values: ', { cause: SENDS_NOTHING, proof: 'source' }],
  ['SETTING_REFUSED', 'Configuration error: value for ', { cause: SENDS_NOTHING, proof: 'source' }],
  [
    'SETTING_REFUSED',
    'SERVER_CERT=',
    { where: / does not exist| is not a file| is not readable/, cause: SENDS_NOTHING },
  ],
]);

/** Names of its loggers, where the application's format shows them, and what nearly every failure begins with. */
export const logMarks = ['elasticapm.', 'Failed to submit message: ', 'Unable to reach APM Server: '];
