import { issueAuthority } from '../../main/core/authority/issue-authority.ts';
import { permittedNames } from '../../main/core/authority/permitted-names.ts';
import { type Issuer, issueServerCertificate } from '../../main/core/certificates/issue-server-certificate.ts';
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
  { title: 'a server certificate for one day', make: () => server(['apm.test'], { days: 1 }) },
  { title: 'a server certificate under P-384', make: () => server(ALL_NAMES, {}, { key: 'ec-p384' }) },
  { title: 'a server certificate under RSA', make: () => server(ALL_NAMES, {}, { key: 'rsa-3072' }) },
  { title: 'a server certificate under no constraints', make: () => server(['example.com'], {}, { permitted: null }) },
];

type RootOptions = Partial<Omit<Parameters<typeof issueAuthority>[1], 'commonName'>>;

async function root(options: RootOptions): Promise<Linted> {
  return { pem: (await issuer(options)).pem, issuers: [], is: 'authority' };
}

async function server(
  names: readonly string[],
  options: Parameters<typeof issueServerCertificate>[3] = {},
  authority: RootOptions = {},
): Promise<Linted> {
  const signer = await issuer(authority);
  const leaf = await issueServerCertificate(host, signer, names, options);
  return { pem: leaf.pem, issuers: [signer.pem], is: 'server certificate' };
}

async function issuer(options: RootOptions): Promise<Issuer> {
  const request = { commonName: 'Sealwire test-laptop 1f3a9c', permitted, ...options };
  return { ...(await issueAuthority(host, request)), permitted: request.permitted };
}
