import { logPhrasesOf } from '../../log-phrases-of.ts';

/** What the console of the page says (Chromium's words), and what those that pass reports on log. */
export const logPhrases = logPhrasesOf({ shownByDefault: true, proof: 'lab' }, [
  ['OTLP_FROM_PAGE', 'has been blocked by CORS policy'],
  ['NOTHING_ARRIVED', "violates the document's Content Security Policy"],
  ['NOTHING_ARRIVED', 'net::ERR_CONNECTION_REFUSED'],
  // nginx
  ['CA_NOT_TRUSTED', 'upstream SSL certificate verify error: (20:unable to get local issuer certificate)'],
  ['CA_NOT_TRUSTED', 'upstream SSL certificate verify error: (21:unable to verify the first certificate)'],
  ['CERTIFICATE_EXPIRED', 'upstream SSL certificate verify error: (10:certificate has expired)'],
  ['NAME_NOT_COVERED', 'upstream SSL certificate does not match'],
  // Vite
  ['CA_NOT_TRUSTED', 'http proxy error: /v1/traces\nError: unable to verify the first certificate'],
]);

export const logMarks = ['/v1/traces', '/v1/metrics', '/v1/logs'];
