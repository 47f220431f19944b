import { logPhrasesOf } from '../log-phrases-of.ts';

/**
 * What the agent writes to the system's log at its usual level (reference/agents.md §6); to standard error it writes what is critical alone. The words of the agent were read in its source,
 * those that it takes from libcurl were seen there.
 */
export const logPhrases = logPhrasesOf({ shownByDefault: true, proof: 'source' }, [
  // curl_easy_strerror has one text for every reason to turn a certificate down.
  [
    'CA_NOT_TRUSTED',
    'SSL peer certificate or SSH remote key was not OK',
    { or: ['NAME_NOT_COVERED', 'CERTIFICATE_EXPIRED'] },
  ],
  ['PLAIN_HTTP', 'Server returned nothing (no headers, no data)'],
  ['PLAIN_HTTP', 'Response HTTP code: 400'],
  ['SERVER_URL', 'SSL connect error'],
  ['TOKEN_WRONG', 'Response HTTP code: 401'],
  // The line goes on with the token: nothing of a log is ever repeated.
  [
    'TOKEN_WRONG',
    'Failed to build Authorization header.',
    {
      cause:
        'elastic_apm.secret_token is too long for this agent: with the word before it, it has to stay below 256 characters. The agent has written the token into this log: change the token, and take the log away from where others read it.',
    },
  ],
  ['REQUEST_REFUSED', 'Response HTTP code: 503'],
  ['RATE_LIMITED', 'Response HTTP code: 429'],
  ['NOTHING_ARRIVED', "Couldn't connect to server"],
]);

export const logMarks = ['Sending events to APM Server failed', 'Sent events to APM Server.', '[Backend-Comm]'];
