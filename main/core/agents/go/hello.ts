/** TLS_AES_128_GCM_SHA256, TLS_AES_256_GCM_SHA384 and TLS_CHACHA20_POLY1305_SHA256 (RFC 8446 §B.4). */
const TLS13 = [0x1301, 0x1302, 0x1303];

/**
 * Whether a ClientHello comes from Go's crypto/tls: it lists the suites of TLS 1.3 after all others (crypto/tls/handshake_client.go, `makeClientHello`), where OpenSSL,
 * BoringSSL, NSS, GnuTLS and Java list them first. Seen with Go 1.26.
 */
export function isGoHello(suites: readonly number[]): boolean {
  const older = suites.slice(0, -TLS13.length);
  return (
    older.length > 0 &&
    suites.slice(-TLS13.length).every((suite) => TLS13.includes(suite)) &&
    !older.some((suite) => TLS13.includes(suite))
  );
}
