import type { DoctorDetail } from '../../../contract/index.ts';
import { tlsClientName } from '../../agents/tls-client.ts';
import { listWords } from '../../evidence/words.ts';
import { findFaults, isFatal } from '../certificates/find-faults.ts';
import { type Check, NO_CERTIFICATE, passed, skipped, warned } from '../check.ts';

/** What only some runtimes turn down, each with its reason: what works with curl and fails in Python. */
export const strictness: Check = {
  id: 'strictness',
  title: 'Strictness of runtimes',
  needs: ['tls'],
  run: async (it) => {
    if ((await it.chain()) === null) return skipped(NO_CERTIFICATE);
    const faults = findFaults({ path: await it.path(), host: it.target.host, now: it.world.now() }).filter(
      (fault) => !isFatal(fault) && fault.refusedBy.length > 0,
    );
    const [first] = faults;
    if (first === undefined) return passed('No runtime is stricter about it than others.');
    const details = faults.map(
      ({ sentence, refusedBy }): DoctorDetail => ({
        what: listWords(refusedBy.map(tlsClientName)),
        state: 'warning',
        text: sentence,
      }),
    );
    const clients = [...new Set(faults.flatMap(({ refusedBy }) => refusedBy))].map(tlsClientName);
    return warned(
      `${listWords(clients)} will refuse it: ${lowerFirst(first.sentence)}`,
      faults.map(({ sentence }) => sentence).join(' '),
      [...new Set(faults.map(({ fix }) => fix))].join(' '),
      details,
    );
  },
};

function lowerFirst(sentence: string): string {
  return `${sentence.slice(0, 1).toLowerCase()}${sentence.slice(1)}`;
}
