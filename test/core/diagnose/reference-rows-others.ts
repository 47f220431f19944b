import { go, type LoggedRow, rowsOf } from './logged-row.ts';

const ZERO = ['CA_NOT_TRUSTED', 'ORIGIN_REFUSED', 'NOTHING_ARRIVED', 'PLAIN_HTTP'];
const INTAKE = 'https://localhost:8200/intake/v2/rum/events';
const JAVA_EXPORTER = 'ERROR io.opentelemetry.exporter.otlp.internal.HttpExporter - Failed to export 3 metrics.';
const PYTHON_EXPORTER = 'ERROR:opentelemetry.exporter.otlp.proto.http.trace_exporter:Failed to export span';

/** What stands below the table: browsers, OpenTelemetry, and settings that an agent refuses. */
export const OTHER_CELLS: readonly LoggedRow[] = [
  ...rowsOf('the console of a page', {
    'rum-js': [
      [`[Elastic APM] Failed sending events! Error: ${INTAKE} HTTP status: 0`, ZERO],
      ['[Elastic APM] failed fetching config: Error: https://localhost:8200/config/v1/rum/agents HTTP status: 0', ZERO],
      [
        `POST ${INTAKE} net::ERR_CERT_AUTHORITY_INVALID\n[Elastic APM] Failed sending events! Error: ${INTAKE} HTTP status: 0`,
        'CA_NOT_TRUSTED',
      ],
      [
        `Access to XMLHttpRequest at '${INTAKE}' from origin 'https://shop.test' has been blocked by CORS policy: no header\n[Elastic APM] Failed sending events! Error: ${INTAKE} HTTP status: 0`,
        'ORIGIN_REFUSED',
      ],
      [`[Elastic APM] Failed sending events! Error: ${INTAKE} HTTP status: 403`, 'RUM_DISABLED'],
      [`[Elastic APM] Failed sending events! Error: ${INTAKE} HTTP status: 503`, 'REQUEST_REFUSED'],
    ],
    'otel-browser': [
      "Access to fetch at 'https://localhost:8200/v1/traces' from origin 'https://shop.test' has been blocked by CORS policy: no header",
      'OTLP_FROM_PAGE',
    ],
  }),
  ...rowsOf('OpenTelemetry', {
    'otel-nodejs': [
      [
        '{"stack":"OTLPExporterError: Unauthorized\\n    at IncomingMessage","message":"Unauthorized","name":"OTLPExporterError","code":"401"}',
        'TOKEN_WRONG',
      ],
      ['Error: 14 UNAVAILABLE: No connection established. Last error: no application protocol', 'NO_SHARED_PROTOCOL'],
    ],
    'otel-java': [
      [
        `[otel.javaagent 2026-11-23 12:00:00:000 +0000] [OkHttp https://localhost:8200/...] ${JAVA_EXPORTER} The request could not be executed.\njavax.net.ssl.SSLHandshakeException: PKIX path building failed: sun.security.provider.certpath.SunCertPathBuilderException: unable to find valid certification path to requested target`,
        'CA_NOT_TRUSTED',
      ],
      [
        'WARNING io.opentelemetry.exporter.internal.http.HttpExporter - Failed to export spans. Server responded with HTTP status code 401. Error message: authentication failed',
        'TOKEN_WRONG',
      ],
      [
        'SEVERE io.opentelemetry.exporter.internal.grpc.GrpcExporter - Failed to export spans. Server responded with gRPC status code 16. Error message: authentication failed',
        'TOKEN_WRONG',
      ],
      [`${JAVA_EXPORTER} Server responded with HTTP status code 503. Error message: queue is full`, 'REQUEST_REFUSED'],
      [
        `${JAVA_EXPORTER} The request could not be executed.\njava.net.ConnectException: Failed to connect to /127.0.0.1:8200\nCaused by: java.net.ConnectException: Connection refused`,
        'NOTHING_ARRIVED',
      ],
      [
        'io.opentelemetry.sdk.autoconfigure.spi.ConfigurationException: OTLP endpoint must be a valid URL: localhost:8200',
        'SERVER_URL',
      ],
    ],
    'otel-python': [
      [`${PYTHON_EXPORTER} batch code: 401, reason: Unauthorized`, 'TOKEN_WRONG'],
      [`${PYTHON_EXPORTER} batch code: 503, reason: Service Unavailable`, 'REQUEST_REFUSED'],
      [
        "ERROR:opentelemetry.sdk._shared_internal:HTTPSConnectionPool(host='localhost', port=8200): Max retries exceeded with url: /v1/traces (Caused by SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: unable to get local issuer certificate (_ssl.c:1000)')))",
        'CA_NOT_TRUSTED',
      ],
    ],
    'otel-go': [
      [
        '2026/11/23 12:00:00 traces export: Post "https://localhost:8200/v1/traces": tls: failed to verify certificate: x509: certificate signed by unknown authority',
        'CA_NOT_TRUSTED',
      ],
      ['2026/11/23 12:00:00 traces export: Post "http://localhost:8200/v1/traces": EOF', 'PLAIN_HTTP'],
      ['2026/11/23 12:00:00 traces export: Post "https://localhost:8200/v1/traces": EOF', 'SERVER_URL'],
    ],
  }),
  ...rowsOf('a setting that is refused', {
    python: (
      [
        'API_REQUEST_TIME=10 does not match pattern \\d+(ms|s|m)$',
        'SERVICE_NAME=shop/api does not match pattern ^[a-zA-Z0-9 _-]+$',
        'SERVER_CERT=/none/leaf.pem does not exist',
        'LOG_LEVEL=loud is not in the list of valid values: trace, debug, info',
        'Configuration error: value for SERVICE_NAME is required.',
      ] as const
    ).map((line) => [`ERROR:elasticapm.errors:${line}`, 'SETTING_REFUSED', { tells: /sends nothing at all/ }] as const),
    go: [
      JSON.stringify({
        level: 'error',
        message: 'failed to parse ELASTIC_APM_VERIFY_SERVER_CERT: strconv.ParseBool: parsing "no": invalid syntax',
      }),
      'SETTING_REFUSED',
      { tells: /sends nothing at all/ },
    ],
  }),
  ...rowsOf('nothing of an agent', {
    go: [go('EOF').replace('\\": EOF', '\\": context canceled'), []],
  }),
];
