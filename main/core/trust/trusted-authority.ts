import { fail, type ProcedureOutput } from '../../contract/index.ts';
import type { Host } from '../host/host.ts';
import type { Security } from '../parts.ts';
import { fingerprintsOf } from './certificate-text.ts';
import type { TrustedAuthority } from './trust-store.ts';

/** The authority that stores are to trust: the current one of the workspace. Throws where there is none, or where it ends with this run. */
export function trustedAuthority(host: Pick<Host, 'disk'>, security: Security): TrustedAuthority {
  const found = currentAuthority(host, security);
  if (found !== null) return found;
  if (!security.initialised()) throw fail('NOT_INITIALISED', { workspace: security.workspace });
  if (!security.vault().persistent)
    throw fail('TRUST_REFUSED', {
      why: 'The authority lasts for this run only, and a store would go on trusting what nobody has any more.',
      fix: 'Keep the secrets in a keychain or a passphrase file first: `sealwire vault use keychain`.',
    });
  throw fail('TRUST_REFUSED', {
    why: 'The certificate file of the authority cannot be read.',
    fix: 'Start Sealwire again, which writes it anew; `sealwire status` says what is wrong.',
  });
}

/** The same, but null where there is none that could be trusted. */
export function currentAuthority(host: Pick<Host, 'disk'>, security: Security): TrustedAuthority | null {
  const authority = security.authorities().find(({ current }) => current);
  if (authority === undefined || !security.vault().persistent) return null;
  const pem = host.disk.read(authority.ownPath)?.toString() ?? '';
  const sums = fingerprintsOf(pem);
  if (sums === null) return null;
  return {
    id: authority.id,
    commonName: authority.commonName,
    pem,
    path: authority.ownPath,
    fingerprint256: sums.sha256,
    fingerprint1: sums.sha1,
    tag: sums.sha256.slice(0, 8),
  };
}

/** Stands for an authority that is not there: no store holds it, so a list still shows which stores there are. */
export const NO_AUTHORITY: TrustedAuthority = {
  id: '',
  commonName: '',
  pem: '',
  path: 'ca.pem',
  fingerprint256: '',
  fingerprint1: '',
  tag: 'none',
};

/** As the contract shows it. */
export function authorityShown(
  authority: TrustedAuthority | null,
  security: Security,
): ProcedureOutput<'trust.list'>['authority'] {
  if (authority === null) return null;
  const { id, commonName, path } = authority;
  const shown = security.authorities().find((each) => each.id === id);
  return { id, commonName, path, fingerprint256: shown?.fingerprint256 ?? authority.fingerprint256 };
}
