/** How good a cipher suite is by today's measure: `fine`, without forward secrecy (`old`), or broken (`weak`). */
export type SuiteStrength = 'fine' | 'old' | 'weak';

export interface Suite {
  readonly number: number;
  /** IANA name without its `TLS_`. */
  readonly name: string;
  readonly strength: SuiteStrength;
}

/** Suites of TLS 1.3 (RFC 8446 §B.4). */
export const SUITES_13: readonly Suite[] = [
  { number: 0x1301, name: 'AES_128_GCM_SHA256', strength: 'fine' },
  { number: 0x1302, name: 'AES_256_GCM_SHA384', strength: 'fine' },
  { number: 0x1303, name: 'CHACHA20_POLY1305_SHA256', strength: 'fine' },
];

/** Suites up to TLS 1.2 that clients in use still offer, the good ones first (IANA "TLS Cipher Suites"; RFC 9325 §4.1 on which to avoid). */
export const SUITES_12: readonly Suite[] = [
  { number: 0xc02b, name: 'ECDHE_ECDSA_WITH_AES_128_GCM_SHA256', strength: 'fine' },
  { number: 0xc02f, name: 'ECDHE_RSA_WITH_AES_128_GCM_SHA256', strength: 'fine' },
  { number: 0xc02c, name: 'ECDHE_ECDSA_WITH_AES_256_GCM_SHA384', strength: 'fine' },
  { number: 0xc030, name: 'ECDHE_RSA_WITH_AES_256_GCM_SHA384', strength: 'fine' },
  { number: 0xcca9, name: 'ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256', strength: 'fine' },
  { number: 0xcca8, name: 'ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256', strength: 'fine' },
  { number: 0x009e, name: 'DHE_RSA_WITH_AES_128_GCM_SHA256', strength: 'fine' },
  { number: 0x009f, name: 'DHE_RSA_WITH_AES_256_GCM_SHA384', strength: 'fine' },
  { number: 0xc009, name: 'ECDHE_ECDSA_WITH_AES_128_CBC_SHA', strength: 'fine' },
  { number: 0xc013, name: 'ECDHE_RSA_WITH_AES_128_CBC_SHA', strength: 'fine' },
  { number: 0xc00a, name: 'ECDHE_ECDSA_WITH_AES_256_CBC_SHA', strength: 'fine' },
  { number: 0xc014, name: 'ECDHE_RSA_WITH_AES_256_CBC_SHA', strength: 'fine' },
  { number: 0x0033, name: 'DHE_RSA_WITH_AES_128_CBC_SHA', strength: 'fine' },
  { number: 0x0039, name: 'DHE_RSA_WITH_AES_256_CBC_SHA', strength: 'fine' },
  { number: 0x009c, name: 'RSA_WITH_AES_128_GCM_SHA256', strength: 'old' },
  { number: 0x009d, name: 'RSA_WITH_AES_256_GCM_SHA384', strength: 'old' },
  { number: 0x002f, name: 'RSA_WITH_AES_128_CBC_SHA', strength: 'old' },
  { number: 0x0035, name: 'RSA_WITH_AES_256_CBC_SHA', strength: 'old' },
  { number: 0xc008, name: 'ECDHE_ECDSA_WITH_3DES_EDE_CBC_SHA', strength: 'weak' },
  { number: 0xc012, name: 'ECDHE_RSA_WITH_3DES_EDE_CBC_SHA', strength: 'weak' },
  { number: 0x000a, name: 'RSA_WITH_3DES_EDE_CBC_SHA', strength: 'weak' },
  { number: 0xc007, name: 'ECDHE_ECDSA_WITH_RC4_128_SHA', strength: 'weak' },
  { number: 0xc011, name: 'ECDHE_RSA_WITH_RC4_128_SHA', strength: 'weak' },
  { number: 0x0005, name: 'RSA_WITH_RC4_128_SHA', strength: 'weak' },
  { number: 0x0004, name: 'RSA_WITH_RC4_128_MD5', strength: 'weak' },
  { number: 0xc018, name: 'ECDH_anon_WITH_AES_128_CBC_SHA', strength: 'weak' },
  { number: 0x0034, name: 'DH_anon_WITH_AES_128_CBC_SHA', strength: 'weak' },
  { number: 0xc006, name: 'ECDHE_ECDSA_WITH_NULL_SHA', strength: 'weak' },
  { number: 0xc010, name: 'ECDHE_RSA_WITH_NULL_SHA', strength: 'weak' },
  { number: 0x003b, name: 'RSA_WITH_NULL_SHA256', strength: 'weak' },
  { number: 0x0002, name: 'RSA_WITH_NULL_SHA', strength: 'weak' },
];

/** The suite of a number; one that is not known is told by its number. */
export function suiteName(number: number): string {
  const known = [...SUITES_13, ...SUITES_12].find((suite) => suite.number === number);
  return known?.name ?? `0x${number.toString(16).padStart(4, '0')}`;
}
