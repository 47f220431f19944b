import { join } from 'node:path';
import { Secret } from '../../main/contract/index.ts';
import { issueAuthority } from '../../main/core/authority/issue-authority.ts';
import { issueServerCertificate } from '../../main/core/certificates/issue-server-certificate.ts';
import { foldersOf } from '../../main/core/host/folders.ts';
import type { Host } from '../../main/core/host/host.ts';
import { openLedger } from '../../main/core/ledger/ledger.ts';
import type { Ledger } from '../../main/core/parts.ts';
import { fingerprintsOf } from '../../main/core/trust/certificate-text.ts';
import { openChecksBook } from '../../main/core/trust/checks-book.ts';
import { type Surroundings, surroundingsOf } from '../../main/core/trust/surroundings.ts';
import { keepTrust, type Trust } from '../../main/core/trust/trust.ts';
import type { TrustedAuthority, TrustStoreKind } from '../../main/core/trust/trust-store.ts';
import type { VerifyingIdentities } from '../../main/core/trust/verify/verify-store.ts';
import { verifyingIdentities } from '../../main/core/trust/verify/verifying-identities.ts';

/** Everything that trust is made of, on a host and a home of its own, without the rest of the core. */
export interface TrustBench {
  readonly trust: Trust;
  readonly ledger: Ledger;
  readonly around: Surroundings;
  readonly authority: TrustedAuthority;
}

export interface BenchAuthority {
  readonly authority: TrustedAuthority;
  readonly identities: VerifyingIdentities;
}

/** An authority with its file in the home, and what programs are made to connect to. */
export async function benchAuthority(host: Host, home: string): Promise<BenchAuthority> {
  const commonName = `Sealwire CA test ${host.randomBytes(4).toString('hex')}`;
  const issued = await issueAuthority(host, { commonName, permitted: ['localhost', '127.0.0.0/8'] });
  const issuer = { commonName, pem: issued.pem, privateKey: issued.privateKey, permitted: null };
  const leaf = await issueServerCertificate(host, issuer, ['localhost', '127.0.0.1']);
  const path = join(home, `ca-${host.randomBytes(4).toString('hex')}.pem`);
  host.disk.create(path, Buffer.from(issued.pem), 0o600);
  const sums = fingerprintsOf(issued.pem);
  if (sums === null) throw new Error('the authority cannot be read');
  const served = { id: 'leaf', fingerprint256: '', names: [...leaf.names], notBefore: '', notAfter: '' };
  const keyPem = new Secret(leaf.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
  const identities = await verifyingIdentities(host, { served, chainPem: leaf.pem, keyPem });
  if ('why' in identities) throw new Error(identities.why);
  const { sha256, sha1 } = sums;
  const names = { id: 'ca-1', commonName, pem: issued.pem, path, tag: sha256.slice(0, 8) };
  return { authority: { ...names, fingerprint256: sha256, fingerprint1: sha1 }, identities };
}

export function trustBench(
  host: Host,
  home: string,
  kinds: readonly TrustStoreKind[],
  { authority, identities }: BenchAuthority,
  startedIn: string = home,
): TrustBench {
  const folders = foldersOf(home);
  const around = surroundingsOf(host, { folder: folders.trust, undo: folders.undo }, startedIn);
  const ledger = openLedger(host, folders);
  const checks = openChecksBook(host, folders.trust);
  const trust = keepTrust({ around, kinds, ledger, checks, identities: async () => identities });
  return { trust, ledger, around, authority };
}
