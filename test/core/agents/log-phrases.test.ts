import { expect, test } from 'vitest';
import { loadCatalogue } from '../../../main/core/agents/catalogue.ts';

const catalogue = await loadCatalogue();

/** What each agent logs of a failure, by the code of what it means. */
const LOGGED: readonly (readonly [agent: string, code: string, line: string])[] = [
  ['nodejs', 'CA_NOT_TRUSTED', 'APM Server transport error (SELF_SIGNED_CERT_IN_CHAIN): self-signed certificate'],
  ['nodejs', 'CA_NOT_TRUSTED', "TypeError: Cannot read properties of undefined (reading 'error')"],
  [
    'nodejs',
    'NAME_NOT_COVERED',
    'APM Server transport error (ERR_TLS_CERT_ALTNAME_INVALID): Hostname/IP does not match',
  ],
  ['nodejs', 'CERTIFICATE_EXPIRED', 'APM Server transport error (CERT_HAS_EXPIRED): certificate has expired'],
  ['nodejs', 'PLAIN_HTTP', 'APM Server transport error (ECONNRESET): socket hang up'],
  [
    'nodejs',
    'SERVER_URL',
    'APM Server transport error (EPROTO): 00A8:error:0A00010B:SSL routines::wrong version number',
  ],
  ['nodejs', 'SERVER_URL', 'Error: Unknown protocol localhost:'],
  ['nodejs', 'TOKEN_WRONG', 'APM Server transport error (401): Unexpected APM Server response'],
  ['nodejs', 'TOKEN_WRONG', 'TypeError [ERR_INVALID_CHAR]: Invalid character in header content ["Authorization"]'],
  ['nodejs', 'NOTHING_ARRIVED', 'APM Server transport error (ECONNREFUSED): connect ECONNREFUSED 127.0.0.1:8200'],
  [
    'python',
    'CA_NOT_TRUSTED',
    '[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: unable to get local issuer certificate',
  ],
  ['python', 'CA_NOT_TRUSTED', 'Fingerprints did not match. Expected "a", got "b"'],
  ['python', 'CA_NOT_TRUSTED', 'SERVER_CA_CERT_FILE=/none.pem does not exist'],
  ['python', 'NAME_NOT_COVERED', "Hostname mismatch, certificate is not valid for 'apm.test'"],
  ['python', 'CERTIFICATE_EXPIRED', 'certificate verify failed: certificate has expired'],
  ['python', 'PLAIN_HTTP', "RemoteDisconnected('Remote end closed connection without response')"],
  ['python', 'SERVER_URL', '[SSL: WRONG_VERSION_NUMBER] wrong version number'],
  ['python', 'TOKEN_WRONG', 'Failed to submit message: HTTP 401: {"error":"unauthorized"}'],
  ['python', 'TOKEN_WRONG', "Invalid header value b'Bearer a\\nb'"],
  ['python', 'NOTHING_ARRIVED', 'Connection to APM Server timed out (url: https://localhost:8200, timeout: 5 seconds)'],
  ['java', 'CA_NOT_TRUSTED', 'PKIX path building failed: unable to find valid certification path to requested target'],
  ['java', 'NAME_NOT_COVERED', 'No subject alternative DNS name matching apm.test found.'],
  ['java', 'CERTIFICATE_EXPIRED', 'PKIX path validation failed: validity check failed'],
  ['java', 'PLAIN_HTTP', 'Unexpected end of file from server'],
  ['java', 'PLAIN_HTTP', 'java.net.SocketException: Connection reset'],
  ['java', 'SERVER_URL', 'Unsupported or unrecognized SSL message'],
  ['java', 'TOKEN_WRONG', 'Failed to parse version of APM server https://localhost:8200'],
  ['java', 'TOKEN_WRONG', 'response code is 401'],
  ['java', 'NOTHING_ARRIVED', 'Connection refused'],
  ['go', 'CA_NOT_TRUSTED', 'tls: failed to verify certificate: x509: certificate signed by unknown authority'],
  ['go', 'CA_NOT_TRUSTED', 'failed to load root CA file from /none.pem'],
  ['go', 'NAME_NOT_COVERED', 'x509: certificate is valid for localhost, not apm.test'],
  ['go', 'CERTIFICATE_EXPIRED', 'x509: certificate has expired or is not yet valid: current time is after'],
  ['go', 'SERVER_URL', 'http: server gave HTTP response to HTTPS client'],
  ['go', 'SERVER_URL', 'unsupported protocol scheme "localhost"'],
  ['go', 'TOKEN_WRONG', 'request failed with 401 Unauthorized: {"error":"x"}'],
  ['go', 'TOKEN_WRONG', 'net/http: invalid header field value for "Authorization"'],
  ['go', 'NOTHING_ARRIVED', 'dial tcp 127.0.0.1:8200: connect: connection refused'],
  ['ruby', 'CA_NOT_TRUSTED', 'certificate verify failed (unable to get local issuer certificate)'],
  ['ruby', 'CA_NOT_TRUSTED', 'SSL_CTX_load_verify_file: system lib'],
  ['ruby', 'NAME_NOT_COVERED', 'hostname "apm.test" does not match the server certificate'],
  ['ruby', 'CERTIFICATE_EXPIRED', 'certificate verify failed (certificate has expired)'],
  ['ruby', 'PLAIN_HTTP', "HTTP::ConnectionError: couldn't read response headers"],
  ['ruby', 'SERVER_URL', 'SSL_connect SYSCALL returned=5: unexpected eof while reading'],
  ['ruby', 'SERVER_URL', 'unknown scheme: localhost'],
  ['ruby', 'NOTHING_ARRIVED', 'Connection refused - connect(2)'],
  ['php', 'CA_NOT_TRUSTED', 'error message: SSL peer certificate or SSH remote key was not OK'],
  ['php', 'PLAIN_HTTP', 'Server returned nothing (no headers, no data)'],
  ['php', 'SERVER_URL', 'SSL connect error'],
  ['php', 'TOKEN_WRONG', 'Response HTTP code: 401'],
  ['php', 'NOTHING_ARRIVED', "Couldn't connect to server"],
  [
    'dotnet',
    'CA_NOT_TRUSTED',
    'The remote certificate was rejected by the provided RemoteCertificateValidationCallback.',
  ],
  ['dotnet', 'TOKEN_WRONG', 'status code: Unauthorized, reasons: x'],
];

test.each(LOGGED)('%s logs of %s: %s', (agent, code, line) => {
  const phrases = catalogue.find(({ id }) => id === agent)?.logPhrases ?? [];

  expect(phrases.filter(({ phrase }) => line.includes(phrase)).map((each) => each.code)).toContain(code);
});
