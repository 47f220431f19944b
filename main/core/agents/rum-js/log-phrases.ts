import { logPhrasesOf } from '../log-phrases-of.ts';

/** What stands in the console of the page: the agent names but the status, 0 where nothing came back, and the browser beside it says why (Chromium's words). */
export const logPhrases = logPhrasesOf({ shownByDefault: true, proof: 'lab' }, [
  ['CA_NOT_TRUSTED', 'net::ERR_CERT_AUTHORITY_INVALID'],
  ['NAME_NOT_COVERED', 'net::ERR_CERT_COMMON_NAME_INVALID'],
  ['CERTIFICATE_EXPIRED', 'net::ERR_CERT_DATE_INVALID'],
  ['ORIGIN_REFUSED', 'has been blocked by CORS policy'],
  // 403 where whoever sends no token is let in all the same.
  ['RUM_DISABLED', '/rum/events HTTP status: 401'],
  ['RUM_DISABLED', '/rum/events HTTP status: 403'],
  ['RATE_LIMITED', '/rum/events HTTP status: 429'],
  ['REQUEST_REFUSED', '/rum/events HTTP status: 503', { proof: 'source' }],
  ['WRONG_PATH', '/rum/events HTTP status: 404'],
  ['NOTHING_ARRIVED', 'net::ERR_CONNECTION_REFUSED'],
  ['NOTHING_ARRIVED', "violates the document's Content Security Policy"],
  ['NOTHING_ARRIVED', 'RUM agent is inactive'],
  // Network, TLS, CORS and mixed content are all 0; without what the browser says beside it, nobody can tell which (rum-core: apm-server.js).
  [
    'CA_NOT_TRUSTED',
    '/rum/events HTTP status: 0',
    { proof: 'source', isVague: true, or: ['ORIGIN_REFUSED', 'NOTHING_ARRIVED', 'PLAIN_HTTP'] },
  ],
  [
    'CA_NOT_TRUSTED',
    '[Elastic APM] failed fetching config:',
    { proof: 'source', isVague: true, or: ['ORIGIN_REFUSED', 'NOTHING_ARRIVED', 'PLAIN_HTTP'] },
  ],
]);

export const logMarks = ['[Elastic APM]', '/rum/events', '/config/v1/rum/agents'];
