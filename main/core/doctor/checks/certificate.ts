import type { DoctorDetail } from '../../../contract/index.ts';
import { tlsClientName } from '../../agents/tls-client.ts';
import { listWords } from '../../evidence/words.ts';
import { findFaults, isFatal } from '../certificates/find-faults.ts';
import { commonName, nameWords } from '../certificates/names.ts';
import { type Check, failed, NO_CERTIFICATE, passed, skipped, warned } from '../check.ts';

const SOON_DAYS = 21;

/** Whether the server's certificate is good for this name, now, in everybody's eyes. What only some mind is a check of its own. */
export const certificate: Check = {
  id: 'certificate',
  title: 'Certificate',
  needs: ['tls'],
  run: async (it) => {
    const served = await it.chain();
    if (served === null) return skipped(NO_CERTIFICATE);
    const { leaf } = served;
    const now = it.world.now();
    const evidence = certificateWords(leaf);
    const faults = findFaults({ path: await it.path(), host: it.target.host, now });
    const fatal = faults.filter((fault) => isFatal(fault) || fault.refusedBy.length > 6);
    const [first] = fatal;
    if (first !== undefined) {
      const details = fatal.map(
        ({ sentence, refusedBy }): DoctorDetail => ({
          what: isFatal({ sentence, refusedBy, fix: '' }) ? 'Every agent' : listWords(refusedBy.map(tlsClientName)),
          state: 'failed',
          text: sentence,
        }),
      );
      return failed(first.sentence, evidence, first.fix, details);
    }
    const unclear = faults.find(({ refusedBy }) => refusedBy.length === 0);
    if (unclear !== undefined) return warned(unclear.sentence, evidence, unclear.fix);
    const ends = (await it.path()).reduce((one, each) => (each.validToDate < one.validToDate ? each : one), leaf);
    const days = Math.floor((ends.validToDate.getTime() - now.getTime()) / 86_400_000);
    return days < SOON_DAYS
      ? warned(
          `${ends === leaf ? 'It' : `The authority ${commonName(ends.subject)}`} expires in ${days} day${days === 1 ? '' : 's'}.`,
          evidence,
          'Renew it before then.',
        )
      : passed(`It covers ${it.target.host} and is valid for ${days} days more.`, evidence);
  },
};

function certificateWords(leaf: Parameters<typeof nameWords>[0]): string {
  const { publicKey, validFromDate, validToDate, signatureAlgorithm } = leaf;
  const { asymmetricKeyType: kind, asymmetricKeyDetails: details } = publicKey;
  const key =
    kind === 'rsa'
      ? `RSA ${details?.modulusLength ?? ''}`
      : kind === 'ec'
        ? (CURVES[details?.namedCurve ?? ''] ?? details?.namedCurve)
        : kind;
  const names = safeNames(leaf);
  return [
    names === '' ? `subject ${commonName(leaf.subject)}` : names,
    `${key}`,
    `signed with ${signatureAlgorithm ?? 'an unknown algorithm'}`,
    `${validFromDate.toISOString().slice(0, 10)} to ${validToDate.toISOString().slice(0, 10)}`,
    `issued by ${commonName(leaf.issuer)}`,
  ].join('; ');
}

const CURVES: Readonly<Record<string, string>> = { prime256v1: 'P-256', secp384r1: 'P-384', secp521r1: 'P-521' };

function safeNames(leaf: Parameters<typeof nameWords>[0]): string {
  try {
    return nameWords(leaf);
  } catch {
    // DerMistake: a fault of its own says so.
    return '';
  }
}
