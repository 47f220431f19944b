import { type Check, passed, skipped, warned } from '../check.ts';
import { NetworkFault } from '../network-fault.ts';

const MIB = 1_048_576;

/** Sizes that are announced, the smallest first, which is what nginx lets in unless it is told otherwise. */
const SIZES = [1, 4, 16].map((count) => count * MIB);

/** How large a request may be, by announcing it and waiting for leave (`Expect: 100-continue`); nothing of it is sent. */
export const bodySize: Check = {
  id: 'body-size',
  title: 'Size of requests',
  needs: ['identity'],
  run: async (it) => {
    let largest = 0;
    for (const bytes of SIZES) {
      try {
        const answer = await it.ask({
          method: 'POST',
          path: '/intake/v2/events',
          headers: { 'Content-Type': 'application/x-ndjson' },
          announcedBytes: bytes,
        });
        if (answer.status === 413) return refusedAt(bytes, largest);
        if (!answer.mayGoOn)
          return skipped(`The server answers ${answer.status} before it sees a body, so its limit does not show.`);
        largest = bytes;
      } catch (error) {
        if (!(error instanceof NetworkFault)) throw error;
        if (error.kind === 'silent')
          return skipped('The server gives no leave to send (Expect: 100-continue), so its limit does not show.');
        throw error;
      }
    }
    return passed(`Requests of ${words(largest)} are let in.`, 'announced with Expect: 100-continue, and not sent');
  },
};

function refusedAt(bytes: number, largest: number): ReturnType<typeof warned> {
  const evidence = `a request of ${words(bytes)} was announced and answered 413`;
  const fix =
    'Raise the limit of the proxy in front of APM Server, which has none itself (nginx: client_max_body_size).';
  return largest === 0
    ? warned(`Requests of ${words(bytes)} are refused, which agents that do not compress may send.`, evidence, fix)
    : passed(`Requests of ${words(largest)} are let in, ${words(bytes)} are not.`, evidence);
}

function words(bytes: number): string {
  return `${bytes / MIB} MiB`;
}
