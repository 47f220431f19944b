import type { KeyObject } from 'node:crypto';
import { fail } from '../../contract/index.ts';
import type { Host } from '../host/host.ts';
import { type Signable, withoutDoubles } from './accepted-names.ts';
import { type ClientName, readClientName } from './client-name.ts';
import type { IssuedCertificate } from './issue-server-certificate.ts';
import { type Issuer, intermediatesOf } from './issuer.ts';
import { generateKeys, type KeyKind } from './key-pair.ts';
import { type Lifetime, signLeaf } from './sign-leaf.ts';

/** A certificate by which a client shows who it is: clientAuth alone, named by `names`. Rejects with `NAME_REFUSED`. */
export async function issueClientCertificate(
  host: Pick<Host, 'now' | 'randomBytes'>,
  issuer: Issuer,
  names: readonly string[],
  options: { readonly key?: KeyKind } & Lifetime = {},
): Promise<IssuedCertificate> {
  const subjects = acceptedClientNames(names, issuer);
  const { publicKey, privateKey } = await generateKeys(options.key ?? 'ec-p256');
  return { ...signClientCertificate(host, issuer, subjects, publicKey, options), privateKey };
}

/** The same for a key that is somebody else's. `subjects` have been accepted. */
export function signClientCertificate(
  host: Pick<Host, 'now' | 'randomBytes'>,
  issuer: Issuer,
  subjects: readonly ClientName[],
  publicKey: KeyObject,
  lifetime: Lifetime,
): Omit<IssuedCertificate, 'privateKey'> {
  const commonName = subjects[0]?.label ?? 'client';
  const names = subjects.flatMap(({ general }) => general ?? []);
  const pem = signLeaf(host, issuer, { kind: 'client', commonName, names, publicKey }, lifetime);
  return { names: subjects.map(({ text }) => text), pem: pem + intermediatesOf(issuer) };
}

/** The names as they will be written, without doubles. Throws `NAME_REFUSED`; of bare labels, which stand in the common name, there can be one. */
export function acceptedClientNames(names: readonly string[], issuer: Signable): ClientName[] {
  const accepted = names.map((input) => {
    const name = readClientName(input, issuer);
    if ('why' in name) throw fail('NAME_REFUSED', { name: input, ...name });
    return name;
  });
  const [first, ...others] = withoutDoubles(accepted);
  if (first === undefined) {
    throw fail('NAME_REFUSED', { name: '', why: 'it needs a name', fix: 'Name the client, such as `billing`.' });
  }
  const stray = others.find(({ general }) => general === null);
  if (stray === undefined) return [first, ...others];
  throw fail('NAME_REFUSED', {
    name: stray.text,
    why: 'a name that the authority cannot sign as a host stands in the common name, and there is one of that',
    fix: 'Put it first and alone, or write it as `spiffe://HOST/NAME`.',
  });
}
