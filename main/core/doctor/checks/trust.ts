import type { DoctorDetail } from '../../../contract/index.ts';
import { commonName } from '../certificates/names.ts';
import { type Check, failed, passed } from '../check.ts';
import type { TrustSource, TrustVerdict } from '../examination.ts';

const FROM: Readonly<Record<TrustSource, string>> = {
  given: 'The CA file',
  workspace: 'The workspace’s authority',
  system: 'The system’s store',
  mozilla: 'Mozilla’s list',
};

/** The same at the end of a sentence about the authority. */
const WHERE: Readonly<Record<TrustSource, string>> = {
  given: 'which is in the CA file',
  workspace: 'the authority of this workspace',
  system: 'which is in the system’s store',
  mozilla: 'which is on Mozilla’s list',
};

/** What OpenSSL says of a chain, in words. */
const OBJECTIONS: Readonly<Record<string, string>> = {
  NO_AUTHORITIES: 'has no authority',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'does not have the authority that signed it',
  UNABLE_TO_GET_ISSUER_CERT: 'does not have the authority that signed it',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'does not have the authority that signed it',
  SELF_SIGNED_CERT_IN_CHAIN: 'does not have the authority that signed it',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'does not have it, and it signed itself',
  CERT_SIGNATURE_FAILURE: 'has an authority of that name with another key',
  CERT_HAS_EXPIRED: 'has the authority, and a certificate of the chain has expired',
  CERT_NOT_YET_VALID: 'has the authority, and a certificate of the chain is not valid yet',
  INVALID_CA: 'has what signed it, which is no authority',
  INVALID_PURPOSE: 'has the authority, and the certificate is not for servers',
  PATH_LENGTH_EXCEEDED: 'has the authority, which allows no authority below it',
};

/** Whether the certificate leads to an authority that is known: of the CA file, of the workspace, of the system, of Mozilla's list. */
export const trust: Check = {
  id: 'trust',
  title: 'Trust',
  needs: ['tls'],
  run: async (it) => {
    const verdicts = await it.trust();
    const verified = verdicts.filter(({ objection }) => objection === null);
    const details = verdicts.map(
      (verdict): DoctorDetail => ({
        what: FROM[verdict.from],
        state: verdict.objection === null ? 'ok' : verified.length > 0 ? 'skipped' : 'failed',
        text: verdict.objection === null ? 'verifies it' : objectionWords(verdict),
      }),
    );
    const evidence = details.map(({ what, text }) => `${what} ${text}`).join('; ');
    const [first] = verified;
    if (first !== undefined) {
      const issuer = commonName((await it.path()).at(-1)?.subject);
      return passed(`It leads to ${issuer}, ${WHERE[first.from]}.`, evidence, details);
    }
    const [main] = verdicts;
    const top = commonName((await it.path()).at(-1)?.issuer);
    const isDate = verdicts.some(({ objection }) => /EXPIRED|NOT_YET_VALID/.test(objection ?? ''));
    return failed(
      main?.from === 'given'
        ? `The CA file does not verify this server: it ${objectionWords(main)}.`
        : 'Nothing that is trusted here verifies this server.',
      evidence,
      isDate
        ? 'Renew what has expired.'
        : `Get the certificate of the authority (${top}) from whoever runs the server, and give it as the CA file (--ca).`,
      details,
    );
  },
};

function objectionWords({ objection }: TrustVerdict): string {
  return OBJECTIONS[objection ?? ''] ?? `objects (${objection})`;
}
