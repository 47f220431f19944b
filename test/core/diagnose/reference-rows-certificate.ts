import {
  dotnet,
  go,
  java,
  javaUnavailable,
  type LoggedRow,
  nodejs,
  php,
  pythonUnreachable,
  rowsOf,
  ruby,
} from './logged-row.ts';

const REFUSED_BY_DOTNET = dotnet(
  'The SSL connection could not be established, see inner exception.',
  'System.Security.Authentication.AuthenticationException: The remote certificate was rejected by the provided RemoteCertificateValidationCallback.',
);
const REFUSED_BY_LIBCURL = php('SSL peer certificate or SSH remote key was not OK');
/** .NET and libcurl have one sentence for every reason to turn a certificate down. */
const ANY_REASON = ['CA_NOT_TRUSTED', 'NAME_NOT_COVERED', 'CERTIFICATE_EXPIRED'];
const DOTNET = { alike: ['dotnet', 'dotnet-framework'] };

const pythonSays = (words: string): string =>
  pythonUnreachable(
    `SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: ${words} (_ssl.c:1000)'))`,
  );

/** The rows about the certificate; an agent to which nothing happens in a row has no cell in it. */
export const CERTIFICATE_CELLS: readonly LoggedRow[] = [
  ...rowsOf('untrusted CA', {
    nodejs: (
      [
        ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'unable to verify the first certificate'],
        ['SELF_SIGNED_CERT_IN_CHAIN', 'self-signed certificate in certificate chain'],
        ['DEPTH_ZERO_SELF_SIGNED_CERT', 'self-signed certificate'],
        ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'unable to get local issuer certificate'],
      ] as const
    ).map(([code, words]) => [nodejs(`APM Server transport error (${code}): ${words}`), 'CA_NOT_TRUSTED'] as const),
    python: [pythonSays('unable to get local issuer certificate'), 'CA_NOT_TRUSTED'],
    java: [
      [
        javaUnavailable(
          'PKIX path building failed: sun.security.provider.certpath.SunCertPathBuilderException: unable to find valid certification path to requested target',
        ),
        'CA_NOT_TRUSTED',
      ],
      [
        `${java('ERROR', 'AbstractIntakeApiHandler', 'Error trying to connect to APM Server at https://localhost:8200/intake/v2/events. Some related SSL configurations are logged at INFO level.')}\n${java('ERROR', 'IntakeV2ReportingEventHandler', 'Failed to handle event of type METRICSET_JSON_WRITER with this error: PKIX path building failed: unable to find valid certification path to requested target')}`,
        'CA_NOT_TRUSTED',
      ],
    ],
    go: [
      [go('x509: certificate signed by unknown authority'), 'CA_NOT_TRUSTED'],
      [go('tls: failed to verify certificate: x509: certificate signed by unknown authority'), 'CA_NOT_TRUSTED'],
    ],
    ruby: [
      ruby(
        '#<OpenSSL::SSL::SSLError: SSL_connect returned=1 errno=0 peeraddr=127.0.0.1:8200 state=error: certificate verify failed (unable to get local issuer certificate)>',
      ),
      'CA_NOT_TRUSTED',
    ],
    dotnet: [REFUSED_BY_DOTNET, ANY_REASON, DOTNET],
    php: [REFUSED_BY_LIBCURL, ANY_REASON],
  }),
  ...rowsOf('host mismatch', {
    nodejs: [
      nodejs(
        "APM Server transport error (ERR_TLS_CERT_ALTNAME_INVALID): Hostname/IP does not match certificate's altnames: Host: apm.test. is not in the cert's altnames: DNS:localhost",
      ),
      'NAME_NOT_COVERED',
    ],
    python: [pythonSays("Hostname mismatch, certificate is not valid for 'apm.test'."), 'NAME_NOT_COVERED'],
    java: [javaUnavailable('No subject alternative DNS name matching apm.test found.'), 'NAME_NOT_COVERED'],
    go: [go('x509: certificate is valid for localhost, not apm.test'), 'NAME_NOT_COVERED'],
    ruby: [
      ruby('#<OpenSSL::SSL::SSLError: hostname "apm.test" does not match the server certificate>'),
      'NAME_NOT_COVERED',
    ],
    dotnet: [REFUSED_BY_DOTNET, ANY_REASON, DOTNET],
    php: [REFUSED_BY_LIBCURL, ANY_REASON],
  }),
  ...rowsOf('expired', {
    nodejs: [nodejs('APM Server transport error (CERT_HAS_EXPIRED): certificate has expired'), 'CERTIFICATE_EXPIRED'],
    python: [pythonSays('certificate has expired'), 'CERTIFICATE_EXPIRED'],
    java: [
      javaUnavailable(
        'PKIX path validation failed: java.security.cert.CertPathValidatorException: validity check failed',
      ),
      'CERTIFICATE_EXPIRED',
    ],
    go: [
      go(
        'x509: certificate has expired or is not yet valid: current time 2026-11-23T12:00:00Z is after 2026-11-22T00:00:00Z',
      ),
      'CERTIFICATE_EXPIRED',
    ],
    ruby: [
      ruby(
        '#<OpenSSL::SSL::SSLError: SSL_connect returned=1 errno=0 state=error: certificate verify failed (certificate has expired)>',
      ),
      'CERTIFICATE_EXPIRED',
    ],
    dotnet: [REFUSED_BY_DOTNET, ANY_REASON, DOTNET],
    php: [REFUSED_BY_LIBCURL, ANY_REASON],
  }),
  // Node.js, Java 17 and Ruby take such a certificate, .NET was never tried, and libcurl's sentence is that of every reason.
  ...rowsOf('CN-only certificate', {
    python: [pythonSays("Hostname mismatch, certificate is not valid for 'localhost'."), 'NAME_NOT_COVERED'],
    go: [
      go('x509: certificate relies on legacy Common Name field, use SANs instead'),
      'NAME_NOT_COVERED',
      { tells: /Common Name alone/ },
    ],
    php: [REFUSED_BY_LIBCURL, ANY_REASON],
  }),
  // .NET tells at Trace alone that its pin did not match, and then what it tells of every certificate; the others have no pin.
  ...rowsOf('pin mismatch', {
    python: [
      pythonUnreachable('SSLError(SSLError(\'Fingerprints did not match. Expected "0a1b", got "2c3d"\'))'),
      'CA_NOT_TRUSTED',
      { tells: /ELASTIC_APM_SERVER_CERT.*an authority never matches/ },
    ],
    go: [
      go('failed to verify server certificate'),
      'CA_NOT_TRUSTED',
      { tells: /ELASTIC_APM_SERVER_CERT.*an authority never matches/ },
    ],
    dotnet: [REFUSED_BY_DOTNET, ANY_REASON, DOTNET],
  }),
  ...rowsOf('CA file missing', {
    nodejs: [
      "TypeError: Cannot read properties of undefined (reading 'error')\n    at loadServerCaCertFile (/app/node_modules/elastic-apm-node/lib/apm-client/apm-client.js:291:12)",
      'CA_NOT_TRUSTED',
      { tells: /not there.*ends the application/ },
    ],
    python: [
      'ERROR:elasticapm.errors:SERVER_CA_CERT_FILE=/none/ca.pem does not exist',
      'CA_NOT_TRUSTED',
      { tells: /not there.*sends nothing at all/ },
    ],
    java: [
      [
        javaUnavailable('PKIX path building failed: unable to find valid certification path to requested target'),
        'CA_NOT_TRUSTED',
      ],
      [
        javaUnavailable(
          'java.security.NoSuchAlgorithmException: Error constructing implementation: No X509TrustManager implementation available',
        ),
        'CA_NOT_TRUSTED',
        { tells: /truststore.*not there/ },
      ],
      [
        javaUnavailable(
          'Unexpected error: java.security.InvalidAlgorithmParameterException: the trustAnchors parameter must be non-empty',
        ),
        'CA_NOT_TRUSTED',
        { tells: /no authority in it/ },
      ],
    ],
    go: [
      [
        goLineOf('failed to load root CA file from /none/ca.pem: open /none/ca.pem: no such file or directory'),
        'CA_NOT_TRUSTED',
        { tells: /not there.*sends nothing at all/ },
      ],
      [goLineOf('failed to load CA certs from /app/ca.pem'), 'CA_NOT_TRUSTED', { tells: /no certificate in PEM form/ }],
    ],
    ruby: [
      ruby('#<OpenSSL::SSL::SSLError: SSL_CTX_load_verify_file: system lib>'),
      'CA_NOT_TRUSTED',
      { tells: /not there/ },
    ],
    dotnet: [
      '[2026-11-23 12:00:00.000 +00:00][Error] - {BackendCommUtils} Could not configure ServerCert at path /none/ca.pem',
      'CA_NOT_TRUSTED',
      { ...DOTNET },
    ],
  }),
];

function goLineOf(message: string): string {
  return JSON.stringify({ level: 'error', time: '2026-11-23T12:00:00.000Z', message });
}
