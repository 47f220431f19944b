import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { issueAuthority, issueTwoTierAuthority } from '../../main/core/authority/issue-authority.ts';
import { pemCertificates } from '../../main/core/authority/pem-certificates.ts';
import { permittedNames } from '../../main/core/authority/permitted-names.ts';
import { issueServerCertificate } from '../../main/core/certificates/issue-server-certificate.ts';
import { KEY_KINDS, type KeyKind } from '../../main/core/certificates/key-pair.ts';
import { realHost } from '../../main/core/host/real-host.ts';

/** A certificate that somebody serves on this machine, and the root that a client is told to trust. */
export interface Served {
  readonly title: string;
  /** What a client has to make of it; `as Java pleases` says that Java checks less of a root than others do (reference/certificates.md §3.1). */
  readonly expected: 'accepted' | 'refused' | 'refused, but by Java';
  readonly port: number;
  /** File of the root, PEM. */
  readonly root: string;
  /** File of what is served: the leaf and what is between, PEM. */
  readonly chain: string;
  /** The names that it is asked by; the first certificate of each authority by its address too. */
  readonly hosts: readonly string[];
  /** Whether somebody asked for something below that path, so that the handshake was sound. */
  wasAsked(path: string): boolean;
}

const host = realHost();
const permitted = permittedNames('test-laptop', []);
const NAMES = ['localhost', '127.0.0.1'];

/** Every choice that an authority is made with. */
const AUTHORITIES = [
  { title: 'P-256', make: issueAuthority, key: 'ec-p256', permitted },
  { title: 'P-384', make: issueAuthority, key: 'ec-p384', permitted },
  { title: 'RSA-3072', make: issueAuthority, key: 'rsa-3072', permitted },
  { title: 'P-256 without constraints', make: issueAuthority, key: 'ec-p256', permitted: null },
  { title: 'two tiers of P-256', make: issueTwoTierAuthority, key: 'ec-p256', permitted },
] as const;

/** Every key under every authority in the long runs; else every key under the usual one, and the usual key under every other. */
const isLong = process.env.SEALWIRE_LONG === '1';

/** Serves every kind of server certificate and every kind of authority, and three that are to be refused. Files go into `folder`; servers end with `close`. */
export async function serveKinds(folder: string): Promise<{ readonly all: readonly Served[]; close(): void }> {
  const servers: ReturnType<typeof createServer>[] = [];
  const all: Served[] = [];
  const serve = async (
    title: string,
    expected: Served['expected'],
    leaf: { readonly pem: string; readonly privateKey: import('node:crypto').KeyObject },
    root: string,
  ): Promise<void> => {
    const asked = new Set<string>();
    const key = leaf.privateKey.export({ type: 'pkcs8', format: 'pem' });
    const server = createServer({ key, cert: leaf.pem }, (request, response) => {
      asked.add(request.url ?? '');
      response.writeHead(200, { connection: 'close', 'content-type': 'text/html' }).end('<p>accepted</p>');
    });
    server.on('tlsClientError', () => undefined);
    servers.push(server);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const file = (name: string, content: string): string => {
      const path = join(folder, `${all.length}-${name}.pem`);
      writeFileSync(path, content);
      return path;
    };
    all.push({
      title,
      expected,
      port: (server.address() as AddressInfo).port,
      root: file('root', root),
      chain: file('chain', leaf.pem),
      hosts: title.startsWith('ec-p256') ? NAMES : ['localhost'],
      wasAsked: (path) => [...asked].some((each) => each.startsWith(path)),
    });
  };
  const issue = (
    authority: Awaited<ReturnType<typeof issueAuthority>>,
    names: readonly string[],
    key: KeyKind = 'ec-p256',
  ): ReturnType<typeof issueServerCertificate> =>
    // Without the names that it permits, so that it also signs what clients are to refuse.
    issueServerCertificate(host, { ...authority, permitted: null }, names, { key });

  const roots: string[] = [];
  for (const { title, make, key, permitted: names } of AUTHORITIES) {
    const authority = await make(host, { commonName: `Sealwire ${title} 1f3a`, permitted: names, key });
    const root = pemCertificates(authority.pem).at(-1) ?? '';
    roots.push(root);
    for (const kind of isLong || roots.length === 1 ? KEY_KINDS : (['ec-p256'] as const))
      await serve(`${kind} under ${title}`, 'accepted', await issue(authority, NAMES, kind), root);
  }
  const constrained = await issueAuthority(host, { commonName: 'Sealwire one 1f3a', permitted });
  const tiers = await issueTwoTierAuthority(host, { commonName: 'Sealwire two 1f3a', permitted });
  const beyond = [...NAMES, 'example.com'];
  await serve(
    'beyond the constraints of a root',
    'refused, but by Java',
    await issue(constrained, beyond),
    constrained.pem,
  );
  const twoTierRoot = pemCertificates(tiers.pem).at(-1) ?? '';
  await serve('beyond the constraints of an intermediate', 'refused', await issue(tiers, beyond), twoTierRoot);
  const stranger = await issueAuthority(host, { commonName: 'Sealwire P-256 1f3a', permitted });
  await serve('of a stranger', 'refused', await issue(stranger, NAMES), roots[0] ?? '');
  return {
    all,
    close: () => {
      for (const server of servers) {
        server.close();
        server.closeAllConnections();
      }
    },
  };
}
