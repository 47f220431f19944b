import {
  dotnet,
  dotnetAnswered,
  go,
  goLine,
  java,
  javaUnavailable,
  type LoggedRow,
  nodejs,
  php,
  phpAnswered,
  python,
  pythonUnreachable,
  rowsOf,
  ruby,
  rubyAnswered,
} from './logged-row.ts';

const DOTNET = { alike: ['dotnet', 'dotnet-framework'] };
/** What stands in a log of an agent that prints it. */
export const LOGGED_TOKEN = 'Zm9vYmFy-c2VjcmV0';

const intakeJava = (status: number): string =>
  java(
    'ERROR',
    'AbstractIntakeApiHandler',
    `Error sending data to APM server: Server returned HTTP response code: ${status} for URL: https://localhost:8200/intake/v2/events, response code is ${status}`,
  );
const configJava = (words: string): string => java('ERROR', 'ApmServerConfigurationSource', words);

/** The rows about what is spoken, to whom, and what is answered. */
export const SPEECH_CELLS: readonly LoggedRow[] = [
  ...rowsOf('http:// to an https port', {
    nodejs: [
      [nodejs('APM Server transport error (ECONNRESET): socket hang up'), 'PLAIN_HTTP'],
      [nodejs('APM Server transport error (EPIPE): write EPIPE'), 'PLAIN_HTTP'],
      [
        nodejs(
          'APM Server transport error (400): Unexpected APM Server response\nClient sent an HTTP request to an HTTPS server.',
        ),
        'PLAIN_HTTP',
      ],
    ],
    python: [
      [
        pythonUnreachable(
          "ProtocolError('Connection aborted.', RemoteDisconnected('Remote end closed connection without response'))",
        ),
        'PLAIN_HTTP',
      ],
      [python('HTTP 400: Client sent an HTTP request to an HTTPS server.'), 'PLAIN_HTTP'],
    ],
    java: [
      [javaUnavailable('Unexpected end of file from server'), 'PLAIN_HTTP'],
      [javaUnavailable('Connection reset'), 'PLAIN_HTTP'],
      [intakeJava(400), 'PLAIN_HTTP'],
    ],
    go: [
      [go('EOF', 'http'), 'PLAIN_HTTP'],
      [
        goLine(
          'request failed: request failed with 400 Bad Request: Client sent an HTTP request to an HTTPS server. (next request in ~1s)',
        ),
        'PLAIN_HTTP',
      ],
    ],
    ruby: [ruby("#<HTTP::ConnectionError: couldn't read response headers>"), 'PLAIN_HTTP'],
    dotnet: [
      [
        dotnet(
          'An error occurred while sending the request.',
          'System.Net.Http.HttpIOException: The response ended prematurely. (ResponseEnded)',
        ),
        'PLAIN_HTTP',
        DOTNET,
      ],
      [dotnetAnswered('BadRequest', 'Unknown 400 Bad Request'), 'PLAIN_HTTP', DOTNET],
    ],
    php: [php('Server returned nothing (no headers, no data)'), 'PLAIN_HTTP'],
  }),
  ...rowsOf('https:// to an http port', {
    nodejs: [
      [
        nodejs(
          'APM Server transport error (ECONNRESET): Client network socket disconnected before secure TLS connection was established',
        ),
        'SERVER_URL',
      ],
      [
        nodejs(
          'APM Server transport error (EPROTO): write EPROTO 00A8:error:0A00010B:SSL routines:ssl3_get_record:wrong version number:ssl3_record.c:354:',
        ),
        'SERVER_URL',
      ],
    ],
    python: [
      [
        pythonUnreachable(
          "SSLError(SSLEOFError(8, '[SSL: UNEXPECTED_EOF_WHILE_READING] EOF occurred in violation of protocol (_ssl.c:1000)'))",
        ),
        'SERVER_URL',
      ],
      [
        pythonUnreachable("SSLError(SSLError(1, '[SSL: WRONG_VERSION_NUMBER] wrong version number (_ssl.c:1000)'))"),
        'SERVER_URL',
      ],
    ],
    java: [
      [javaUnavailable('Remote host terminated the handshake'), 'SERVER_URL'],
      [javaUnavailable('Unsupported or unrecognized SSL message'), 'SERVER_URL'],
    ],
    go: [
      [go('EOF'), 'SERVER_URL'],
      [go('http: server gave HTTP response to HTTPS client'), 'SERVER_URL'],
    ],
    ruby: [
      ruby(
        '#<OpenSSL::SSL::SSLError: SSL_connect SYSCALL returned=5 errno=0 state=SSLv3: unexpected eof while reading>',
      ),
      'SERVER_URL',
    ],
    dotnet: [
      dotnet(
        'The SSL connection could not be established, see inner exception.',
        'System.Security.Authentication.AuthenticationException: Cannot determine the frame size or a corrupted frame was received.',
      ),
      'SERVER_URL',
      DOTNET,
    ],
    php: [php('SSL connect error'), 'SERVER_URL'],
  }),
  ...rowsOf('token missing or wrong', {
    nodejs: [
      [
        nodejs(
          'APM Server information endpoint returned no body, often this indicates authentication ("apiKey" or "secretToken") is incorrect',
        ),
        'TOKEN_WRONG',
      ],
      [
        nodejs('APM Server transport error (401): Unexpected APM Server response\nError: authentication failed'),
        'TOKEN_WRONG',
      ],
    ],
    python: [python('HTTP 401: {"error":"authentication failed"}'), 'TOKEN_WRONG'],
    java: [
      [intakeJava(401), 'TOKEN_WRONG'],
      [configJava('Unexpected status 401 while fetching configuration'), 'TOKEN_WRONG'],
      [
        java(
          'WARN',
          'ApmServerHealthChecker',
          'Failed to parse version of APM server https://localhost:8200/: No content',
        ),
        'TOKEN_WRONG',
      ],
    ],
    go: [
      goLine(
        'request failed: request failed with 401 Unauthorized: {"error":"authentication failed"} (next request in ~1s)',
      ),
      'TOKEN_WRONG',
    ],
    ruby: [
      rubyAnswered({ error: 'authentication failed', errors: [{ message: 'authentication failed' }] }),
      'TOKEN_WRONG',
    ],
    dotnet: [dotnetAnswered('Unauthorized', 'authentication failed'), 'TOKEN_WRONG', DOTNET],
    php: [phpAnswered(401), 'TOKEN_WRONG'],
  }),
  ...rowsOf('503', {
    nodejs: [
      nodejs('APM Server transport error (503): Unexpected APM Server response\nError: queue is full'),
      'REQUEST_REFUSED',
    ],
    python: [python('HTTP 503: {"errors":[{"message":"queue is full"}],"accepted":0}'), 'REQUEST_REFUSED'],
    java: [
      [intakeJava(503), 'REQUEST_REFUSED'],
      [
        configJava('Remote configuration is not available. Check the connection between APM Server and Kibana.'),
        'REQUEST_REFUSED',
        { tells: /Events are not concerned/ },
      ],
    ],
    go: [
      goLine('request failed: request failed with 503 Service Unavailable: queue is full (next request in ~1s)'),
      'REQUEST_REFUSED',
    ],
    ruby: [rubyAnswered({ errors: [{ message: 'queue is full' }] }), 'REQUEST_REFUSED'],
    dotnet: [dotnetAnswered('ServiceUnavailable', 'queue is full'), 'REQUEST_REFUSED', DOTNET],
    php: [phpAnswered(503), 'REQUEST_REFUSED'],
  }),
  ...rowsOf('429', {
    nodejs: [nodejs('APM Server transport error (429): Unexpected APM Server response'), 'RATE_LIMITED'],
    python: [python('Temporarily rate limited: {"error":"too many requests"}'), 'RATE_LIMITED'],
    java: [
      [intakeJava(429), 'RATE_LIMITED'],
      [configJava('Unexpected status 429 while fetching configuration'), 'RATE_LIMITED'],
    ],
    go: [
      goLine('request failed: request failed with 429 Too Many Requests: too many requests (next request in ~1s)'),
      'RATE_LIMITED',
    ],
    ruby: [rubyAnswered({ error: 'too many requests: rate limit exceeded' }), 'RATE_LIMITED'],
    dotnet: [dotnetAnswered('TooManyRequests', 'too many requests'), 'RATE_LIMITED', DOTNET],
    php: [phpAnswered(429), 'RATE_LIMITED'],
  }),
  ...rowsOf('connection refused', {
    nodejs: [
      nodejs('APM Server transport error (ECONNREFUSED): connect ECONNREFUSED 127.0.0.1:8200'),
      'NOTHING_ARRIVED',
    ],
    python: [
      python('Connection to APM Server timed out (url: https://localhost:8200/intake/v2/events, timeout: 5.0 seconds)'),
      'NOTHING_ARRIVED',
    ],
    java: [javaUnavailable('Connection refused'), 'NOTHING_ARRIVED'],
    go: [go('dial tcp 127.0.0.1:8200: connect: connection refused'), 'NOTHING_ARRIVED'],
    ruby: [
      ruby('#<HTTP::ConnectionError: failed to connect: Connection refused - connect(2) for 127.0.0.1:8200>'),
      'NOTHING_ARRIVED',
    ],
    dotnet: [
      dotnet('Connection refused (localhost:8200)', 'System.Net.Sockets.SocketException (111): Connection refused'),
      'NOTHING_ARRIVED',
      DOTNET,
    ],
    php: [php("Couldn't connect to server"), 'NOTHING_ARRIVED'],
  }),
  // .NET and PHP were not tried.
  ...rowsOf('URL without scheme', {
    nodejs: [
      'Error: Unknown protocol localhost:\n    at HttpApmClient.config (/app/node_modules/elastic-apm-node/lib/apm-client/http-apm-client/index.js:314:13)',
      'SERVER_URL',
      { tells: /does not begin with https/ },
    ],
    python: [
      python('Connection to APM Server timed out (url: intake/v2/events, timeout: 5.0 seconds)'),
      'SERVER_URL',
      { tells: /does not begin with https/ },
    ],
    java: [
      "2026-11-23 12:00:00,000 [main] WARN  org.stagemonitor.configuration.ConfigurationOption - Error in Java System Properties: unknown protocol: localhost Default value 'http://127.0.0.1:8200' for 'server_url' will be applied.",
      'SERVER_URL',
      { tells: /goes to http:\/\/127\.0\.0\.1:8200 instead/ },
    ],
    go: [
      goLine(
        'request failed: sending event request failed: Post "localhost:8200/intake/v2/events": unsupported protocol scheme "localhost" (next request in ~1s)',
      ),
      'SERVER_URL',
    ],
    ruby: [ruby('#<HTTP::Request::UnsupportedSchemeError: unknown scheme: localhost>'), 'SERVER_URL'],
  }),
  ...rowsOf('token with a line break, or too long', {
    nodejs: [
      `TypeError [ERR_INVALID_CHAR]: Invalid character in header content ["Authorization"]\n    at ClientRequest.setHeader (node:_http_outgoing:703:3)`,
      'TOKEN_WRONG',
      { tells: /line break/ },
    ],
    python: [`ValueError: Invalid header value b'Bearer ${LOGGED_TOKEN}\\n'`, 'TOKEN_WRONG', { tells: /line break/ }],
    java: [
      [
        `${configJava(`Illegal character(s) in message header value: Bearer ${LOGGED_TOKEN}`)}\n${LOGGED_TOKEN}`,
        'TOKEN_WRONG',
        { tells: /has written the token into this log/ },
      ],
      [
        `java.lang.IllegalArgumentException: Illegal character(s) in message header value: Bearer ${LOGGED_TOKEN}`,
        'TOKEN_WRONG',
        { tells: /has written the token into this log/ },
      ],
    ],
    go: [
      [go('net/http: invalid header field value for "Authorization"'), 'TOKEN_WRONG', { tells: /line break/ }],
      [
        'request failed: Post "https://localhost:8200/intake/v2/events": net/http: invalid header field value for "Authorization"',
        'TOKEN_WRONG',
        { tells: /line break/ },
      ],
    ],
    php: [
      `Nov 23 12:00:00 shop php-fpm[4711]: [ERROR] [Backend-Comm] Failed to build Authorization header. snprintfRetVal: 300. authKind: Bearer. authValue: ${LOGGED_TOKEN}.`,
      'TOKEN_WRONG',
      { tells: /256 characters.*has written the token into this log/ },
    ],
  }),
];
