import { logPhrasesOf } from '../log-phrases-of.ts';

/**
 * What the agent logs (reference/agents.md §6): into the log of Rails, and elsewhere nowhere until ELASTIC_APM_LOG_PATH names a place. Of an answer that is no 202 it logs
 * the body alone, so a token that is turned down, or a server that takes no more, shows by what the server wrote.
 */
export const logPhrases = logPhrasesOf({ shownByDefault: false, proof: 'lab' }, [
  ['CA_NOT_TRUSTED', 'certificate verify failed (unable to get local issuer certificate)'],
  ['CA_NOT_TRUSTED', 'certificate verify failed (self-signed certificate in certificate chain)'],
  [
    'CA_NOT_TRUSTED',
    'SSL_CTX_load_verify_file: system lib',
    { cause: 'ELASTIC_APM_SERVER_CA_CERT_FILE names a file that is not there or that the process cannot read.' },
  ],
  ['NAME_NOT_COVERED', 'does not match the server certificate'],
  ['CERTIFICATE_EXPIRED', 'certificate verify failed (certificate has expired)'],
  ['PLAIN_HTTP', "couldn't read response headers"],
  ['PLAIN_HTTP', 'Client sent an HTTP request to an HTTPS server.'],
  ['SERVER_URL', 'unknown scheme'],
  ['SERVER_URL', 'unexpected eof while reading'],
  ['SERVER_URL', 'wrong version number'],
  ['TOKEN_WRONG', 'authentication failed'],
  // http.rb refuses a header with a line break before it connects; the agent shows what was raised.
  [
    'TOKEN_WRONG',
    'HTTP::HeaderError',
    { proof: 'source', cause: 'ELASTIC_APM_SECRET_TOKEN holds a line break, which no header can.' },
  ],
  ['REQUEST_REFUSED', 'queue is full'],
  ['REQUEST_REFUSED', 'request timed out'],
  ['RATE_LIMITED', 'too many requests'],
  ['RATE_LIMITED', 'rate limit exceeded'],
  ['NOTHING_ARRIVED', 'Connection refused'],
]);

export const logMarks = [
  '[ElasticAPM]',
  'APM Server responded with an error:',
  "Couldn't establish connection to APM Server:",
];
