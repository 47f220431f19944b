import type { X509Certificate } from 'node:crypto';
import { certificateFields, pathLengthOf, signingUsages, strictProblems } from '../../authority/certificate-fields.ts';
import { EXTENSIONS } from '../../authority/extension-ids.ts';
import { isWithinLimits, nameLimitsOf } from '../../authority/name-limits.ts';
import { allBut, type CertificateFault, EVERYBODY, type FaultCase, type FaultRule } from './fault.ts';
import { commonName, namesOf, nameWords } from './names.ts';

/** What may be wrong with the authorities that a server's certificate leads to. */
export const AUTHORITY_RULES: readonly FaultRule[] = [
  each((certificate, { now }) => {
    const name = commonName(certificate.subject);
    // Java looks at the dates of no authority that it was told to trust (reference/certificates.md §0.3).
    const refusedBy = isRoot(certificate) ? allBut('java') : EVERYBODY;
    if (certificate.validToDate <= now) {
      return fault(
        `The authority ${name} expired on ${certificate.validToDate.toISOString().slice(0, 10)}.`,
        refusedBy,
        'Renew the authority, and what it signed.',
      );
    }
    return certificate.validFromDate > now
      ? fault(
          `The authority ${name} is valid only from ${certificate.validFromDate.toISOString().slice(0, 10)} on.`,
          refusedBy,
          'Wait until then, or set the clock right.',
        )
      : [];
  }),
  each((certificate) => {
    const name = commonName(certificate.subject);
    const { extensions } = certificateFields(certificate);
    if (!extensions.has(EXTENSIONS.basicConstraints)) {
      return fault(
        `The authority ${name} does not say that it is one: it has no basic constraints.`,
        ['python-strict', 'go', 'java', 'firefox', 'apple'],
        'Make the authority anew, with CA:TRUE in basicConstraints.',
      );
    }
    if (!certificate.ca) {
      return fault(
        `${name} signed the certificate and is no authority: its basic constraints say CA:FALSE.`,
        EVERYBODY,
        'Issue the certificate by an authority.',
      );
    }
    return signingUsages(certificate).certificates
      ? []
      : fault(
          `The authority ${name} may not sign certificates: its key usage lacks keyCertSign.`,
          EVERYBODY,
          'Make the authority anew, with keyCertSign in keyUsage.',
        );
  }),
  each((certificate) =>
    strictProblems(certificate, isRoot(certificate))
      // What has none at all is told above.
      .filter(
        (problem) =>
          !(
            problem.includes('basic constraints') &&
            !certificateFields(certificate).extensions.has(EXTENSIONS.basicConstraints)
          ),
      )
      .flatMap((problem) =>
        fault(
          `The authority ${commonName(certificate.subject)} ${problem}.`,
          ['python-strict'],
          'Make the authority anew; `sealwire authority new` makes one that everybody takes.',
        ),
      ),
  ),
  ({ path }) =>
    path.flatMap((certificate, at) => {
      const most = at === 0 ? null : pathLengthOf(certificate);
      return most !== null && at - 1 > most
        ? fault(
            `The authority ${commonName(certificate.subject)} allows ${most} below it, and there ${at - 1 === 1 ? 'is' : 'are'} ${at - 1}.`,
            isRoot(certificate) ? allBut('java') : EVERYBODY,
            'Issue the certificate by an authority that is allowed where it stands.',
          )
        : [];
    }),
  ({ path }) => {
    const [leaf] = path;
    if (leaf === undefined) return [];
    return path.slice(1).flatMap((certificate) => {
      const limits = nameLimitsOf(certificate);
      if (limits === null || namesOf(leaf).every((name) => isWithinLimits(name, limits))) return [];
      return fault(
        `The authority ${commonName(certificate.subject)} may not sign for all of ${nameWords(leaf)}: its name constraints do not allow it.`,
        isRoot(certificate) ? allBut('java') : EVERYBODY,
        'Issue the certificate for allowed names, or by an authority that allows these.',
      );
    });
  },
  ({ path }) => {
    const [leaf] = path;
    const isLimited = path.slice(1).some((certificate) => nameLimitsOf(certificate) !== null);
    const wild =
      leaf === undefined
        ? undefined
        : namesOf(leaf).find((name) => name.kind === 'dns' && /^\*\.[^.]+$/.test(name.name));
    return isLimited && wild?.kind === 'dns'
      ? fault(
          `It has the name ${wild.name} under an authority with name constraints.`,
          ['firefox'],
          'Name each host, or use a deeper wildcard.',
        )
      : [];
  },
];

/** A rule for each authority of the path. */
function each(rule: (certificate: X509Certificate, it: FaultCase) => readonly CertificateFault[]): FaultRule {
  return (it) => it.path.slice(1).flatMap((certificate) => rule(certificate, it));
}

function isRoot({ subject, issuer }: X509Certificate): boolean {
  return subject === issuer;
}

function fault(sentence: string, refusedBy: CertificateFault['refusedBy'], fix: string): CertificateFault[] {
  return [{ sentence, refusedBy, fix }];
}
