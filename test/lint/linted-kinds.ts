import {
  type AuthorityRequest,
  issueAuthority,
  issueTwoTierAuthority,
} from '../../main/core/authority/issue-authority.ts';
import { pemCertificates } from '../../main/core/authority/pem-certificates.ts';
import { pemOf } from '../../main/core/authority/pem-of.ts';
import { permittedNames } from '../../main/core/authority/permitted-names.ts';
import { type RevokedCertificate, writeRevocationList } from '../../main/core/authority/write-revocation-list.ts';
import { issueClientCertificate } from '../../main/core/certificates/issue-client-certificate.ts';
import { issueServerCertificate } from '../../main/core/certificates/issue-server-certificate.ts';
import type { Issuer } from '../../main/core/certificates/issuer.ts';
import { KEY_KINDS } from '../../main/core/certificates/key-pair.ts';
import { realHost } from '../../main/core/host/real-host.ts';

/** Something that Sealwire signs, with what a linter has to know of it. */
export interface Linted {
  readonly pem: string;
  /** From the one that signed it up to the root; empty for a root. */
  readonly issuers: readonly string[];
  readonly is: 'authority' | 'server certificate' | 'client certificate' | 'revocation list';
}

/** One kind of it. A new profile is a new line of `LINTED_KINDS`. */
export interface LintedKind {
  readonly title: string;
  make(): Promise<Linted>;
}

const host = realHost();
const permitted = permittedNames('test-laptop', ['apm.example.com', 'xn--mnchen-3ya.example']);

/** Every kind of name that a server certificate may have. */
const ALL_NAMES = [
  'localhost',
  'test-laptop',
  'apm-server',
  '*.apm.test',
  'host.docker.internal',
  'münchen.test',
  'my_service.internal',
  'apm.example.com',
  '127.0.0.1',
  '172.17.0.1',
  '::1',
  'fd00::2',
];

export const LINTED_KINDS: readonly LintedKind[] = [
  ...(['ec-p256', 'ec-p384', 'rsa-3072'] as const).map((key) => ({
    title: `a constrained ${key} authority`,
    make: () => root({ key }),
  })),
  { title: 'an authority without constraints', make: () => root({ permitted: null }) },
  { title: 'an authority for ten years', make: () => root({ days: 3_650 }) },
  ...KEY_KINDS.map((key) => ({
    title: `a ${key} server certificate for every kind of name`,
    make: () => server(ALL_NAMES, { key }),
  })),
  { title: 'a server certificate for one label', make: () => server(['localhost']) },
  { title: 'a server certificate for addresses alone', make: () => server(['127.0.0.1', '::1']) },
  { title: 'a root of two tiers', make: () => tier(1, {}) },
  { title: 'an intermediate', make: () => tier(0, {}) },
  { title: 'an intermediate under RSA', make: () => tier(0, { key: 'rsa-3072' }) },
  { title: 'a server certificate under an intermediate', make: () => server(ALL_NAMES, {}, { isTwoTier: true }) },
  { title: 'a server certificate for five minutes', make: () => server(['apm.test'], { minutes: 5 }) },
  ...KEY_KINDS.map((key) => ({
    title: `a ${key} client certificate with a common name alone`,
    make: () => client(['billing'], { key }),
  })),
  { title: 'a client certificate for a host', make: () => client(['billing.apm.test']) },
  { title: 'a client certificate for a workload', make: () => client(['spiffe://apm.test/billing']) },
  { title: 'a client certificate under an intermediate', make: () => client(['billing'], {}, { isTwoTier: true }) },
  { title: 'an empty revocation list', make: () => revocationList([]) },
  { title: 'a revocation list of an intermediate', make: () => revocationList([], { isTwoTier: true }) },
  {
    title: 'a revocation list right after a revocation',
    make: () => revocationList([{ serial: '5f02', at: host.now().toISOString(), reason: 'key-compromise' }]),
  },
  { title: 'a server certificate for one day', make: () => server(['apm.test'], { days: 1 }) },
  { title: 'a server certificate under P-384', make: () => server(ALL_NAMES, {}, { key: 'ec-p384' }) },
  { title: 'a server certificate under RSA', make: () => server(ALL_NAMES, {}, { key: 'rsa-3072' }) },
  { title: 'a server certificate under no constraints', make: () => server(['example.com'], {}, { permitted: null }) },
];

type RootOptions = Partial<Omit<AuthorityRequest, 'commonName'>> & { readonly isTwoTier?: boolean };

async function root(options: RootOptions): Promise<Linted> {
  return { pem: (await issuer(options)).pem, issuers: [], is: 'authority' };
}

/** The root of two tiers, or what is under it. */
async function tier(index: 0 | 1, options: RootOptions): Promise<Linted> {
  const [pem = '', ...issuers] = pemCertificates((await issuer({ ...options, isTwoTier: true })).pem).slice(index);
  return { pem, issuers, is: 'authority' };
}

async function server(
  names: readonly string[],
  options: Parameters<typeof issueServerCertificate>[3] = {},
  authority: RootOptions = {},
): Promise<Linted> {
  const signer = await issuer(authority);
  return leafOf((await issueServerCertificate(host, signer, names, options)).pem, signer, 'server certificate');
}

async function client(
  names: readonly string[],
  options: Parameters<typeof issueClientCertificate>[3] = {},
  authority: RootOptions = {},
): Promise<Linted> {
  const signer = await issuer(authority);
  return leafOf((await issueClientCertificate(host, signer, names, options)).pem, signer, 'client certificate');
}

function leafOf(chain: string, signer: Issuer, is: Linted['is']): Linted {
  const [pem = ''] = pemCertificates(chain);
  return { pem, issuers: pemCertificates(signer.pem), is };
}

async function revocationList(revoked: readonly RevokedCertificate[], authority: RootOptions = {}): Promise<Linted> {
  const signer = await issuer(authority);
  const { der } = writeRevocationList(host, signer, revoked);
  return { pem: pemOf('X509 CRL', der), issuers: pemCertificates(signer.pem), is: 'revocation list' };
}

async function issuer({ isTwoTier = false, ...options }: RootOptions): Promise<Issuer> {
  const request = { commonName: 'Sealwire test-laptop 1f3a9c', permitted, ...options };
  const issue = isTwoTier ? issueTwoTierAuthority : issueAuthority;
  return { ...(await issue(host, request)), permitted: request.permitted };
}
