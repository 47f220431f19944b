import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A certificate with its key, both PEM. */
export interface Pair {
  readonly cert: string;
  readonly key: string;
}

export interface CertificateWish {
  readonly subject?: string;
  /** As OpenSSL writes it, `DNS:localhost,IP:127.0.0.1`; null leaves the extension out. */
  readonly san?: string | null;
  /** Negative for one that ended so long ago. */
  readonly days?: number;
  readonly key?: 'p256' | 'p521' | 'ed25519' | `rsa-${number}`;
  readonly hash?: 'sha1' | 'sha256';
  /** Lines of an extension section, besides subjectAltName. */
  readonly extensions?: readonly string[];
  /** Leaves the authority key identifier out. */
  readonly isWithoutIssuerKey?: boolean;
  /** Signed by itself where it is left out. */
  readonly issuer?: Pair;
}

export const ROOT_EXTENSIONS = [
  'basicConstraints=critical,CA:TRUE',
  'keyUsage=critical,keyCertSign,cRLSign',
  'subjectKeyIdentifier=hash',
];
const LEAF_EXTENSIONS = [
  'basicConstraints=critical,CA:FALSE',
  'keyUsage=critical,digitalSignature,keyEncipherment',
  'extendedKeyUsage=serverAuth',
  'subjectKeyIdentifier=hash',
];

/** Certificates of any kind, right and wrong, made by OpenSSL and not by the code under test. */
export function openKit(): {
  root(wish?: CertificateWish): Pair;
  leaf(issuer: Pair, wish?: CertificateWish): Pair;
  remove(): void;
} {
  const folder = mkdtempSync(join(tmpdir(), 'sealwire-kit-'));
  let made = 0;
  const openssl = (...args: string[]): void => {
    execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });
  };
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8');

  const issue = ({
    subject = '/CN=localhost',
    san = null,
    days = 30,
    key = 'p256',
    hash = 'sha256',
    extensions = [],
    isWithoutIssuerKey = false,
    issuer,
  }: CertificateWish): Pair => {
    made += 1;
    const name = `c${made}`;
    const [kind, bits] = key.split('-');
    if (kind === 'rsa')
      openssl('genpkey', '-algorithm', 'RSA', '-pkeyopt', `rsa_keygen_bits:${bits}`, '-out', `${name}.key`);
    else if (kind === 'ed25519') openssl('genpkey', '-algorithm', 'ED25519', '-out', `${name}.key`);
    else
      openssl(
        'genpkey',
        '-algorithm',
        'EC',
        '-pkeyopt',
        `ec_paramgen_curve:P-${kind?.slice(1)}`,
        '-out',
        `${name}.key`,
      );
    const lines = [
      ...extensions,
      ...(san === null ? [] : [`subjectAltName=${san}`]),
      ...(issuer === undefined ? [] : [`authorityKeyIdentifier=${isWithoutIssuerKey ? 'none' : 'keyid'}`]),
    ];
    writeFileSync(join(folder, `${name}.ext`), `${lines.join('\n')}\n`);
    openssl('req', '-new', '-key', `${name}.key`, '-subj', subject, '-out', `${name}.csr`);
    const signing = issuer === undefined ? ['-signkey', `${name}.key`] : signedBy(name, issuer);
    const digest = kind === 'ed25519' && issuer === undefined ? [] : [`-${hash}`];
    openssl(
      'x509',
      '-req',
      '-in',
      `${name}.csr`,
      ...signing,
      ...digest,
      '-days',
      String(days),
      '-extfile',
      `${name}.ext`,
      '-out',
      `${name}.pem`,
    );
    return { cert: read(`${name}.pem`), key: read(`${name}.key`) };
  };

  const signedBy = (name: string, { cert, key }: Pair): string[] => {
    writeFileSync(join(folder, `${name}.ca`), cert);
    writeFileSync(join(folder, `${name}.cakey`), key);
    return ['-CA', `${name}.ca`, '-CAkey', `${name}.cakey`, '-set_serial', `0x${(0x1000 + made).toString(16)}`];
  };

  return {
    root: (wish = {}) => issue({ subject: '/CN=Test root', days: 300, extensions: ROOT_EXTENSIONS, ...wish }),
    leaf: (issuer, wish = {}) =>
      issue({ san: 'DNS:localhost,IP:127.0.0.1', extensions: LEAF_EXTENSIONS, issuer, ...wish }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
