import { Secret } from '../../../contract/index.ts';
import { issueAuthority } from '../../authority/issue-authority.ts';
import { issueServerCertificate } from '../../certificates/issue-server-certificate.ts';
import type { ServerIdentity } from '../../endpoint/ports.ts';
import type { Host } from '../../host/host.ts';
import type { VerifyingIdentities } from './verify-store.ts';

/** Names of a certificate under which this machine can be reached by every program, best first. */
const LOCAL_NAMES = ['localhost', '127.0.0.1'];

/** The certificate that the endpoint presents, beside one of an authority that is made now and forgotten; a reason where it covers no name of this machine. */
export async function verifyingIdentities(
  host: Pick<Host, 'now' | 'randomBytes'>,
  own: ServerIdentity,
): Promise<VerifyingIdentities | { readonly why: string }> {
  const hostName = LOCAL_NAMES.find((name) => own.served.names.includes(name));
  if (hostName === undefined)
    return {
      why: 'The certificate in use covers neither localhost nor 127.0.0.1, so no program can be made to connect.',
    };
  const commonName = `Sealwire stranger ${host.randomBytes(4).toString('hex')}`;
  const authority = await issueAuthority(host, { commonName, permitted: null, days: 1 });
  const issuer = { commonName, pem: authority.pem, privateKey: authority.privateKey, permitted: null };
  const leaf = await issueServerCertificate(host, issuer, [hostName], { days: 1 });
  const keyPem = new Secret(leaf.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
  return { own, stranger: { chainPem: leaf.pem, keyPem }, hostName };
}
