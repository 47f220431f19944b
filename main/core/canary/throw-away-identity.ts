import { createPublicKey, X509Certificate } from 'node:crypto';
import { Secret } from '../../contract/secret.ts';
import { issueAuthority } from '../authority/issue-authority.ts';
import { issueServerCertificate } from '../certificates/issue-server-certificate.ts';
import { keyKindOf } from '../certificates/key-pair.ts';
import type { ServerIdentity } from '../endpoint/ports.ts';
import type { Host } from '../host/host.ts';

/** Longer than any canary waits. */
const MINUTES = 10;

/** What the certificate is called where it is told which one was presented. */
export const CANARY_CERTIFICATE = 'canary';

/**
 * A certificate for the names of `served`, with the same kind of key, under an authority that nobody trusts and whose key is forgotten at once. In memory alone, valid for ten minutes.
 * Rejects with `NAME_REFUSED` where a name is one that Sealwire does not sign for.
 */
export async function throwAwayIdentity(
  host: Pick<Host, 'now' | 'randomBytes'>,
  served: ServerIdentity,
): Promise<ServerIdentity> {
  const authority = await issueAuthority(host, { commonName: 'Sealwire canary', permitted: null, days: 1 });
  const { names, pem, privateKey } = await issueServerCertificate(
    host,
    { pem: authority.pem, privateKey: authority.privateKey, permitted: null },
    served.served.names,
    { key: keyKindOf(createPublicKey(served.chainPem)) ?? 'ec-p256', minutes: MINUTES },
  );
  const leaf = new X509Certificate(pem);
  return {
    served: {
      id: CANARY_CERTIFICATE,
      fingerprint256: leaf.fingerprint256,
      names,
      notBefore: leaf.validFromDate.toISOString(),
      notAfter: leaf.validToDate.toISOString(),
    },
    chainPem: pem,
    keyPem: new Secret(privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()),
  };
}
