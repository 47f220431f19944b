import { logPhrasesOf } from '../log-phrases-of.ts';

/** What the agent writes to standard output at its usual level. */
export const logPhrases = logPhrasesOf({ shownByDefault: true, proof: 'lab' }, [
  ['CA_NOT_TRUSTED', 'unable to find valid certification path to requested target'],
  [
    'CA_NOT_TRUSTED',
    'the trustAnchors parameter must be non-empty',
    {
      cause:
        'Java opened the truststore of javax.net.ssl.trustStore and found no authority in it: a PKCS12 file without its password, or one that keytool did not make.',
    },
  ],
  [
    'CA_NOT_TRUSTED',
    'No X509TrustManager implementation available',
    {
      cause:
        'Java cannot open the truststore of javax.net.ssl.trustStore: the file is not there, its password is another, or it is a PEM file, which is none.',
    },
  ],
  ['NAME_NOT_COVERED', 'No subject alternative DNS name matching'],
  ['NAME_NOT_COVERED', 'No subject alternative names matching IP address'],
  ['NAME_NOT_COVERED', 'No name matching'],
  ['CERTIFICATE_EXPIRED', 'PKIX path validation failed'],
  ['PLAIN_HTTP', 'response code is 400'],
  ['PLAIN_HTTP', 'Unexpected end of file from server'],
  ['PLAIN_HTTP', 'Connection reset'],
  ['SERVER_URL', 'Unsupported or unrecognized SSL message'],
  ['SERVER_URL', 'Remote host terminated the handshake'],
  [
    'SERVER_URL',
    "for 'server_url' will be applied.",
    {
      cause:
        'server_url does not begin with https://, so the agent does not take it and goes to http://127.0.0.1:8200 instead.',
    },
  ],
  ['TOKEN_WRONG', 'response code is 401'],
  ['TOKEN_WRONG', 'Unexpected status 401 while fetching configuration'],
  ['TOKEN_WRONG', 'Failed to parse version of APM server'],
  // The line goes on with the token: nothing of a log is ever repeated.
  [
    'TOKEN_WRONG',
    'Illegal character(s) in message header value: ',
    {
      cause:
        'secret_token holds a line break, which no header can. The agent has written the token into this log: change the token, and take the log away from where others read it.',
    },
  ],
  ['REQUEST_REFUSED', 'response code is 503'],
  [
    'REQUEST_REFUSED',
    'Remote configuration is not available. Check the connection between APM Server and Kibana.',
    { cause: 'The server answers 503 to the question for central configuration. Events are not concerned by that.' },
  ],
  ['RATE_LIMITED', 'response code is 429'],
  ['RATE_LIMITED', 'Unexpected status 429 while fetching configuration'],
  ['NOTHING_ARRIVED', 'Connection refused'],
]);

export const logMarks = ['co.elastic.apm.agent.', 'Error trying to connect to APM Server at '];
