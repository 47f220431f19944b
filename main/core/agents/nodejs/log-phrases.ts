import { logPhrasesOf } from '../log-phrases-of.ts';

const UNTRUSTED = [
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
];

/** What the agent logs, on stdout as one JSON object a line, at its default level (reference/agents.md §6). */
export const logPhrases = logPhrasesOf({ shownByDefault: true, proof: 'lab' }, [
  ...UNTRUSTED.map((reason) => ['CA_NOT_TRUSTED', `APM Server transport error (${reason})`] as const),
  ['NAME_NOT_COVERED', 'APM Server transport error (ERR_TLS_CERT_ALTNAME_INVALID)'],
  ['CERTIFICATE_EXPIRED', 'APM Server transport error (CERT_HAS_EXPIRED)'],
  ['PLAIN_HTTP', 'APM Server transport error (ECONNRESET): socket hang up'],
  ['PLAIN_HTTP', 'APM Server transport error (EPIPE)'],
  ['PLAIN_HTTP', '(400): Unexpected APM Server response'],
  ['SERVER_URL', 'Client network socket disconnected before secure TLS connection was established'],
  ['SERVER_URL', 'wrong version number'],
  [
    'SERVER_URL',
    'Unknown protocol localhost:',
    { cause: 'ELASTIC_APM_SERVER_URL does not begin with https://; the agent ends the application.' },
  ],
  ['SERVER_URL', 'Unknown protocol ', { where: /apm-client|Error: Unknown protocol [\w.-]+:/ }],
  [
    'TOKEN_WRONG',
    'ERR_INVALID_CHAR',
    {
      cause:
        'ELASTIC_APM_SECRET_TOKEN holds a line break or another character that no header can; the agent ends the application.',
    },
  ],
  // The agent has no logger yet when it cannot read its CA file (lib/apm-client/apm-client.js: loadServerCaCertFile).
  [
    'CA_NOT_TRUSTED',
    "Cannot read properties of undefined (reading 'error')",
    {
      cause:
        'ELASTIC_APM_SERVER_CA_CERT_FILE names a file that is not there or that the process cannot read; the agent ends the application.',
    },
  ],
  ['TOKEN_WRONG', '(401): Unexpected APM Server response'],
  ['TOKEN_WRONG', 'information endpoint returned no body, often this indicates authentication'],
  ['REQUEST_REFUSED', '(503): Unexpected APM Server response'],
  ['RATE_LIMITED', '(429): Unexpected APM Server response'],
  ['NOTHING_ARRIVED', 'APM Server transport error (ECONNREFUSED)'],
]);

export const logMarks = ['APM Server transport error', 'elastic-apm-node'];
