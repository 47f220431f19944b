import type { DoctorDetail } from '../../../contract/index.ts';
import { commonName } from '../certificates/names.ts';
import type { ServedChain } from '../certificates/served-chain.ts';
import { type Check, failed, type Outcome, passed, warned } from '../check.ts';

/** Whether the certificates that are served belong together: all that are needed, in their order, and nothing else. */
export const chain: Check = {
  id: 'chain',
  title: 'Chain',
  needs: ['tls'],
  run: async (it) => {
    const served = await it.chain();
    if (served === null) {
      return failed(
        'What the server presents is no certificate that can be read.',
        '',
        'Look at ssl.certificate of the server: it names another file, or a damaged one.',
      );
    }
    const path = await it.path();
    const top = path.at(-1) ?? served.leaf;
    const isKnown = path.length > served.path.length;
    const evidence = served.served.map(({ subject }) => commonName(subject)).join(' → ');
    const details = served.served.map(
      (certificate, at): DoctorDetail => ({
        what: commonName(certificate.subject),
        state: served.strays.includes(certificate) ? 'warning' : 'ok',
        text: served.strays.includes(certificate)
          ? 'signs nothing of this chain'
          : `${at === 0 ? 'the server, ' : ''}signed by ${commonName(certificate.issuer)}`,
      }),
    );
    const problem = orderProblem(served);
    if (!served.endsInRoot && !isKnown && !(await isVerified(it))) {
      const issuer = commonName(top.issuer);
      return served.served.length === 1 && it.order.known?.from !== 'given'
        ? warned(
            `The server sends its own certificate alone, and ${issuer}, which signed it, is not known here.`,
            evidence,
            `Give the authority’s certificate as the CA file (--ca). If ${issuer} is an intermediate, append its certificate to the file of ssl.certificate.`,
            details,
          )
        : failed(
            `The chain ends too early: the certificate of ${issuer} is missing, which signed ${commonName(top.subject)}.`,
            evidence,
            `Append the certificate of ${issuer} to the file of ssl.certificate, behind the server’s own; or give agents the authority that it belongs to.`,
            details,
          );
    }
    if (problem !== null) return { ...problem, evidence, details };
    return passed(
      served.served.length === 1
        ? `The server sends its own certificate, signed by ${served.endsInRoot ? 'itself' : commonName(served.leaf.issuer)}.`
        : `The server sends ${served.served.length} certificates, each signed by the next.`,
      evidence,
      details,
    );
  },
};

function orderProblem({ isInOrder, strays, served, endsInRoot, path }: ServedChain): Outcome | null {
  if (strays.length > 0) {
    return warned(
      `The server sends ${strays.length === 1 ? 'a certificate that does' : `${strays.length} certificates that do`} not belong to its chain.`,
      '',
      'Keep the server’s own certificate and its intermediates in the file of ssl.certificate, and nothing else.',
    );
  }
  if (!isInOrder) {
    return warned(
      'The certificates are served in the wrong order: each is to sign the one before it.',
      '',
      'Put the server’s own first in the file of ssl.certificate, and behind each the one that signed it (RFC 5246 §7.4.2).',
    );
  }
  const hasTwice = new Set(served.map(({ fingerprint256 }) => fingerprint256)).size < served.length;
  if (hasTwice)
    return warned('The server sends a certificate twice.', '', 'Keep it once in the file of ssl.certificate.');
  return endsInRoot && path.length > 1
    ? passed(
        `The server sends ${served.length} certificates, each signed by the next, and the root as well, which nobody needs from it.`,
      )
    : null;
}

/** OpenSSL may know an issuer that is found by other means than ours. */
async function isVerified({ trust }: Parameters<Check['run']>[0]): Promise<boolean> {
  return (await trust()).some(({ objection }) => objection === null);
}
