import { logPhrasesOf } from '../log-phrases-of.ts';

/** What Go's net/http makes of a connection that ends without an answer; the URL before it says which mistake that is. */
const ENDED = '": EOF';

/**
 * What the agent logs where ELASTIC_APM_LOG_FILE names a place; without it, it says nothing at all. With it, failures of the poll for central configuration are
 * errors, which the usual level shows; those of sending are told at `debug` alone.
 */
export const logPhrases = logPhrasesOf({ shownByDefault: false, proof: 'lab' }, [
  ['CA_NOT_TRUSTED', 'x509: certificate signed by unknown authority'],
  [
    'CA_NOT_TRUSTED',
    'failed to load root CA file from',
    {
      cause:
        'ELASTIC_APM_SERVER_CA_CERT_FILE names a file that is not there or that the process cannot read; the agent then sends nothing at all.',
    },
  ],
  [
    'CA_NOT_TRUSTED',
    'failed to load CA certs from',
    {
      cause:
        'The file of ELASTIC_APM_SERVER_CA_CERT_FILE holds no certificate in PEM form; the agent then sends nothing at all.',
    },
  ],
  [
    'CA_NOT_TRUSTED',
    'failed to verify server certificate',
    {
      cause:
        'ELASTIC_APM_SERVER_CERT holds a certificate that is not the very one of the server: it is compared byte by byte, so an authority never matches, nor does a certificate from before it was renewed.',
    },
  ],
  ['NAME_NOT_COVERED', 'x509: certificate is valid for'],
  ['NAME_NOT_COVERED', 'x509: cannot validate certificate for'],
  [
    'NAME_NOT_COVERED',
    'relies on legacy Common Name field, use SANs instead',
    { cause: 'The certificate has its name in the Common Name alone, where Go does not look.' },
  ],
  ['CERTIFICATE_EXPIRED', 'x509: certificate has expired or is not yet valid'],
  ['PLAIN_HTTP', 'request failed with 400 Bad Request: Client sent an HTTP request to an HTTPS server.'],
  ['PLAIN_HTTP', ENDED, { where: /http:\/\/\S+: EOF/ }],
  ['SERVER_URL', ENDED, { where: /https:\/\/\S+: EOF/ }],
  ['SERVER_URL', 'server gave HTTP response to HTTPS client'],
  ['SERVER_URL', 'unsupported protocol scheme'],
  ['TOKEN_WRONG', 'request failed with 401 Unauthorized'],
  [
    'TOKEN_WRONG',
    'invalid header field value for "Authorization"',
    { cause: 'ELASTIC_APM_SECRET_TOKEN holds a line break, which no header can.' },
  ],
  [
    'TOKEN_WRONG',
    'invalid header field value for \\"Authorization\\"',
    { cause: 'ELASTIC_APM_SECRET_TOKEN holds a line break, which no header can.' },
  ],
  ['REQUEST_REFUSED', 'request failed with 503'],
  ['RATE_LIMITED', 'request failed with 429'],
  ['NOTHING_ARRIVED', 'connect: connection refused'],
  [
    'SETTING_REFUSED',
    'failed to parse ELASTIC_APM_',
    {
      proof: 'source',
      cause: 'The agent refuses the value of a setting, which the line names, and then sends nothing at all.',
    },
  ],
]);

/** The path of its requests, as Go quotes a URL in an error, and what the lines begin with. */
export const logMarks = ['/intake/v2/events', '/config/v1/agents', 'request failed: ', 'go.elastic.co/apm'];
