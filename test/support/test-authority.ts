import { execFileSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Secret } from '../../main/contract/index.ts';
import type { ServerIdentity } from '../../main/core/endpoint/ports.ts';

/** An authority for tests, made by OpenSSL and not by the code under test. */
export interface TestAuthority {
  readonly caPath: string;
  readonly caPem: string;
  /** `usage` null leaves the extended key usage out; negative `days` issue one that ended so long ago. */
  issue(names: readonly string[], options?: { readonly days?: number; readonly usage?: string | null }): ServerIdentity;
  remove(): void;
}

export function createTestAuthority(): TestAuthority {
  const folder = mkdtempSync(join(tmpdir(), 'sealwire-ca-'));
  const file = (name: string): string => join(folder, name);
  const openssl = (...args: string[]): void => {
    execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });
  };
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
  openssl(
    'req',
    '-x509',
    ...newKey,
    '-keyout',
    'ca.key',
    '-out',
    'ca.pem',
    '-days',
    '30',
    '-subj',
    '/CN=Test authority',
  );
  let issued = 0;
  return {
    caPath: file('ca.pem'),
    caPem: readFileSync(file('ca.pem'), 'utf8'),
    issue(names, { days = 30, usage = 'serverAuth' } = {}) {
      issued += 1;
      const san = names.map((name) => (/^[\d.]+$|:/.test(name) ? `IP:${name}` : `DNS:${name}`)).join(',');
      const usageLine = usage === null ? '' : `extendedKeyUsage=${usage}\n`;
      writeFileSync(file('leaf.ext'), `subjectAltName=${san}\n${usageLine}`);
      openssl('req', ...newKey, '-keyout', 'leaf.key', '-out', 'leaf.csr', '-subj', '/CN=leaf');
      const signing = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-extfile', 'leaf.ext'];
      openssl('x509', '-req', '-in', 'leaf.csr', ...signing, '-days', String(days), '-out', 'leaf.pem');
      const chainPem = readFileSync(file('leaf.pem'), 'utf8');
      const certificate = new X509Certificate(chainPem);
      return {
        chainPem,
        keyPem: new Secret(readFileSync(file('leaf.key'), 'utf8')),
        served: {
          id: `leaf-${issued}`,
          fingerprint256: certificate.fingerprint256,
          names: [...names],
          notBefore: certificate.validFromDate.toISOString(),
          notAfter: certificate.validToDate.toISOString(),
        },
      };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
