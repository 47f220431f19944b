import type { NumberedNames } from './setting-reader.ts';

/**
 * The numbers that the real server's `ssl` section takes in place of names (elastic-agent-libs, `transport/tlscommon`): those of TLS itself for versions, suites and
 * groups (IANA "TLS Parameters"; RFC 8446 §4.1.2), and those of its own code for the two modes.
 */
export const NUMBERED_NAMES = {
  versions: new Map([
    [0x0301, 'TLSv1.0'],
    [0x0302, 'TLSv1.1'],
    [0x0303, 'TLSv1.2'],
    [0x0304, 'TLSv1.3'],
  ]),
  suites: new Map([
    [0x0005, 'RSA-RC4-128-SHA'],
    [0x000a, 'RSA-3DES-CBC3-SHA'],
    [0x002f, 'RSA-AES-128-CBC-SHA'],
    [0x0035, 'RSA-AES-256-CBC-SHA'],
    [0x003c, 'RSA-AES-128-CBC-SHA256'],
    [0x009c, 'RSA-AES-128-GCM-SHA256'],
    [0x009d, 'RSA-AES-256-GCM-SHA384'],
    [0x1301, 'TLS-AES-128-GCM-SHA256'],
    [0x1302, 'TLS-AES-256-GCM-SHA384'],
    [0x1303, 'TLS-CHACHA20-POLY1305-SHA256'],
    [0xc007, 'ECDHE-ECDSA-RC4-128-SHA'],
    [0xc009, 'ECDHE-ECDSA-AES-128-CBC-SHA'],
    [0xc00a, 'ECDHE-ECDSA-AES-256-CBC-SHA'],
    [0xc011, 'ECDHE-RSA-RC4-128-SHA'],
    [0xc012, 'ECDHE-RSA-3DES-CBC3-SHA'],
    [0xc013, 'ECDHE-RSA-AES-128-CBC-SHA'],
    [0xc014, 'ECDHE-RSA-AES-256-CBC-SHA'],
    [0xc023, 'ECDHE-ECDSA-AES-128-CBC-SHA256'],
    [0xc027, 'ECDHE-RSA-AES-128-CBC-SHA256'],
    [0xc02b, 'ECDHE-ECDSA-AES-128-GCM-SHA256'],
    [0xc02c, 'ECDHE-ECDSA-AES-256-GCM-SHA384'],
    [0xc02f, 'ECDHE-RSA-AES-128-GCM-SHA256'],
    [0xc030, 'ECDHE-RSA-AES-256-GCM-SHA384'],
    [0xcca8, 'ECDHE-RSA-CHACHA20-POLY1205'],
    [0xcca9, 'ECDHE-ECDSA-CHACHA20-POLY1305'],
  ]),
  groups: new Map([
    [23, 'P-256'],
    [24, 'P-384'],
    [25, 'P-521'],
    [29, 'X25519'],
    [4587, 'SecP256r1MLKEM768'],
    [4588, 'X25519MLKEM768'],
    [4589, 'SecP384r1MLKEM1024'],
  ]),
  clientAuthentication: new Map([
    [0, 'none'],
    [3, 'optional'],
    [4, 'required'],
  ]),
  verification: new Map([
    [0, 'full'],
    [1, 'none'],
    [2, 'certificate'],
    [3, 'strict'],
  ]),
} satisfies Readonly<Record<string, NumberedNames>>;
