import { certificateFields } from '../../authority/certificate-fields.ts';
import { DerMistake } from '../../authority/der-reader.ts';
import { AUTHORITY_RULES } from './authority-rules.ts';
import { type CertificateFault, EVERYBODY, type FaultCase, type FaultRule } from './fault.ts';
import { LEAF_RULES } from './leaf-rules.ts';

/** Everything about a chain that some client turns down; of the leaf and keys first, of its authorities after. Never throws, whatever the certificates. */
export function findFaults(it: FaultCase): CertificateFault[] {
  return [ENCODING, ...LEAF_RULES, ...AUTHORITY_RULES].flatMap((rule) => judged(rule, it));
}

/** Whether everybody turns it down, rather than some. */
export function isFatal({ refusedBy }: CertificateFault): boolean {
  return refusedBy.length === EVERYBODY.length;
}

/** Which clients mind was not measured, so nobody is named. */
const ENCODING: FaultRule = ({ path }) => {
  for (const certificate of path) certificateFields(certificate);
  return [];
};

function judged(rule: FaultRule, it: FaultCase): readonly CertificateFault[] {
  try {
    return rule(it);
  } catch (error) {
    if (!(error instanceof DerMistake)) throw error;
    if (rule !== ENCODING) return [];
    return [
      {
        sentence: `A certificate is not encoded as DER asks for: ${error.message}.`,
        refusedBy: [],
        fix: 'Issue it anew with another tool; strict clients may refuse this one.',
      },
    ];
  }
}
