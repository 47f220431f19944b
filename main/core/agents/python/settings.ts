import type { LogPhrase, Setting } from '../definition.ts';

const CONF = 'elastic-apm 6.26.2: elasticapm/conf/__init__.py';

/** Settings of the Python agent. `since` is `0` where no version that is still in use lacks the setting. */
export const settings: readonly Setting[] = [
  setting('serverUrl', 'SERVER_URL', 'url'),
  setting('secretToken', 'SECRET_TOKEN', 'token'),
  setting('apiKey', 'API_KEY', 'token', {
    since: '5.4.0',
    never: 'It wins over the secret token, so a snippet holds one of the two, and Sealwire hands out tokens.',
  }),
  setting('caFile', 'SERVER_CA_CERT_FILE', 'path', {
    since: '6.17.0',
    proof: 'lab',
    source: 'reference/agents.md §1.2',
  }),
  setting('pin', 'SERVER_CERT', 'path', {
    since: '4.2.0',
    never:
      'It compares the fingerprint of the server certificate itself, and switches chain and name checks off; an authority given here never matches.',
    proof: 'lab',
    source: 'reference/agents.md §1.2',
  }),
  setting('verify', 'VERIFY_SERVER_CERT', 'boolean', {
    never: 'Without verification anyone on the way can read the token. Trusting the authority is as short.',
  }),
  setting('serviceName', 'SERVICE_NAME', 'name'),
  setting('environment', 'ENVIRONMENT', 'name'),
  setting('sendInterval', 'API_REQUEST_TIME', 'duration'),
  setting('metricsInterval', 'METRICS_INTERVAL', 'duration'),
  setting('centralConfig', 'CENTRAL_CONFIG', 'boolean'),
  setting('serverTimeout', 'SERVER_TIMEOUT', 'duration'),
  setting('active', 'ENABLED', 'boolean'),
  setting('logLevel', 'LOG_LEVEL', 'level'),
];

/** Every setting has one name: in capitals in a settings dictionary, in small letters as an argument, with a prefix as a variable. */
function setting(key: Setting['key'], name: string, format: Setting['format'], more: Partial<Setting> = {}): Setting {
  const env = `ELASTIC_APM_${name}`;
  return { key, env, code: name, format, since: '0', until: null, never: null, proof: 'source', source: CONF, ...more };
}

/** What the agent logs to the loggers `elasticapm.*`; warnings and errors reach stderr unless the application's own logging hides them. */
export const logPhrases: readonly LogPhrase[] = [
  phrase(
    'CA_NOT_TRUSTED',
    'CERTIFICATE_VERIFY_FAILED] certificate verify failed: unable to get local issuer certificate',
  ),
  phrase('CA_NOT_TRUSTED', 'Fingerprints did not match'),
  phrase('CA_NOT_TRUSTED', 'SERVER_CA_CERT_FILE'),
  phrase('NAME_NOT_COVERED', 'Hostname mismatch, certificate is not valid for'),
  phrase('CERTIFICATE_EXPIRED', 'certificate has expired'),
  phrase('PLAIN_HTTP', "RemoteDisconnected('Remote end closed connection without response')"),
  phrase('SERVER_URL', 'WRONG_VERSION_NUMBER'),
  phrase('SERVER_URL', 'UNEXPECTED_EOF_WHILE_READING'),
  phrase('SERVER_URL', 'timed out (url: intake/v2/events'),
  phrase('TOKEN_WRONG', 'HTTP 401: '),
  phrase('TOKEN_WRONG', 'Invalid header value'),
  phrase('NOTHING_ARRIVED', 'Connection to APM Server timed out (url'),
];

function phrase(code: string, text: string): LogPhrase {
  return { code, phrase: text, shownByDefault: true };
}
