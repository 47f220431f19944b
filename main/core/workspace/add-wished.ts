import { createPublicKey, type KeyObject } from 'node:crypto';
import { type CertificateKind, fail, type KeyKind, Secret } from '../../contract/index.ts';
import { acceptedNames } from '../certificates/accepted-names.ts';
import {
  acceptedClientNames,
  issueClientCertificate,
  signClientCertificate,
} from '../certificates/issue-client-certificate.ts';
import { issueServerCertificate, signServerCertificate } from '../certificates/issue-server-certificate.ts';
import { readSigningRequest } from '../certificates/read-request.ts';
import type { Lifetime } from '../certificates/sign-leaf.ts';
import type { ServerIdentity } from '../endpoint/ports.ts';
import { addCertificate, type Issued, type Signer } from './change-workspace.ts';
import { identityOf } from './open-workspace.ts';
import type { CertificateRecord } from './workspace-record.ts';
import type { WorkspaceStore } from './workspace-store.ts';

/** A certificate that somebody wants; what is left out is usual. */
export interface Wish extends Lifetime {
  readonly names: readonly string[];
  readonly kind?: CertificateKind | undefined;
  readonly key?: KeyKind | undefined;
  /** A signing request, of which the key is taken, and the names where none are given. */
  readonly csr?: Buffer | undefined;
  /** Somebody else's key, SubjectPublicKeyInfo in DER, that has been proven already. */
  readonly publicKey?: Buffer | undefined;
  /** A key of our own that is used again instead of a new one; PKCS #8 in PEM. */
  readonly keptKey?: Secret | undefined;
  readonly renews?: string | undefined;
}

export interface AddedCertificate {
  readonly record: CertificateRecord;
  readonly pem: string;
  readonly keyPem: Secret | null;
}

/** Issues and keeps what was wished. Rejects with `NAME_REFUSED`, `REQUEST_UNREADABLE`, or `INPUT_INVALID` for two lifetimes at once. */
export async function addWished(store: WorkspaceStore, signer: Signer, wish: Wish): Promise<AddedCertificate> {
  if (wish.days !== undefined && wish.minutes !== undefined) {
    throw fail('INPUT_INVALID', { what: 'A certificate lasts so many days or so many minutes, not both.' });
  }
  const issued = await issue(store, signer, wish);
  return { record: addCertificate(store, signer, issued), pem: issued.pem, keyPem: issued.keyPem };
}

/** The same for the endpoint itself, in use. */
export async function addServerCertificate(
  store: WorkspaceStore,
  signer: Signer,
  wish: Omit<Wish, 'kind' | 'csr' | 'publicKey'>,
): Promise<{ readonly record: CertificateRecord; readonly identity: ServerIdentity }> {
  const { record, pem, keyPem } = await addWished(store, signer, wish);
  if (keyPem === null) throw fail('INTERNAL', { why: 'a certificate of our own has no key' });
  return { record: { ...record, inUse: true }, identity: identityOf(record, pem, keyPem) };
}

async function issue({ host }: WorkspaceStore, { issuer }: Signer, wish: Wish): Promise<Issued> {
  const { kind = 'server', names, keptKey, renews = null } = wish;
  const { days, minutes } = wish;
  const given = givenKey(wish);
  if (given === null) {
    const options = { ...(wish.key === undefined ? {} : { key: wish.key }), days, minutes };
    const issued = await (kind === 'server' ? issueServerCertificate : issueClientCertificate)(
      host,
      issuer,
      names,
      options,
    );
    const keyPem = new Secret(issued.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
    return { kind, names: issued.names, pem: issued.pem, keyPem, renews };
  }
  const wanted = names.length === 0 ? given.names : names;
  const lifetime = { days, minutes };
  const signed =
    kind === 'server'
      ? signServerCertificate(host, issuer, acceptedNames(wanted, issuer), given.publicKey, lifetime)
      : signClientCertificate(host, issuer, acceptedClientNames(wanted, issuer), given.publicKey, lifetime);
  return { kind, ...signed, keyPem: keptKey ?? null, renews };
}

function givenKey({
  csr,
  publicKey,
  keptKey,
}: Wish): { readonly publicKey: KeyObject; readonly names: readonly string[] } | null {
  if (keptKey !== undefined) return { publicKey: createPublicKey(keptKey.reveal()), names: [] };
  if (csr !== undefined) return readSigningRequest(csr);
  if (publicKey === undefined) return null;
  return { publicKey: createPublicKey({ key: publicKey, format: 'der', type: 'spki' }), names: [] };
}
