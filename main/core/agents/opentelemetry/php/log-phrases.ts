import { logPhrasesOf } from '../../log-phrases-of.ts';

/** The words of libcurl in a warning of the distribution's transport (prod/native/libcommon/code/transport), which is off until its log level is set. */
export const logPhrases = logPhrasesOf({ shownByDefault: false, proof: 'source' }, [
  [
    'CA_NOT_TRUSTED',
    'sendPayload failed: SSL peer certificate or SSH remote key was not OK',
    { or: ['NAME_NOT_COVERED', 'CERTIFICATE_EXPIRED'] },
  ],
  ['PLAIN_HTTP', 'server returned with code 400'],
  ['TOKEN_WRONG', 'server returned with code 401'],
  ['REQUEST_REFUSED', 'server returned with code 503'],
  ['RATE_LIMITED', 'server returned with code 429'],
  ['SERVER_URL', 'sendPayload failed: SSL connect error'],
  ['NOTHING_ARRIVED', "sendPayload failed: Couldn't connect to server"],
]);
