import { shortText } from '../../evidence/short-text.ts';
import { type Check, failed, passed, skipped } from '../check.ts';
import type { Examination } from '../examination.ts';
import { NetworkFault } from '../network-fault.ts';

/** Whether it answers HTTP as a server does, without sending anybody elsewhere. Nothing secret is sent. */
export const http: Check = {
  id: 'http',
  title: 'HTTP',
  needs: ['tcp'],
  run: async (it) => {
    if (it.target.isTls && !(await isShaken(it))) return skipped('It needs "TLS", which failed.');
    try {
      const { status, headers, isCut } = await it.ask({ method: 'GET', path: '/' });
      const evidence = `GET / answered ${status}`;
      if (status >= 300 && status < 400) {
        const to = shortText(headers.location ?? 'nowhere', 120);
        return failed(
          `The server sends everybody elsewhere: ${to}.`,
          evidence,
          'Give agents the address that it leads to; what they send is not sent again.',
        );
      }
      if (isCut) {
        return failed(
          'The answer to GET / is larger than 64 KiB, so this is no APM Server.',
          evidence,
          'Check the address and the port.',
        );
      }
      if (status === 502 || status === 503 || status === 504) {
        return failed(
          'What answers could not reach the server behind it.',
          evidence,
          'See whether APM Server runs, and that the proxy or load balancer in front of it has its address.',
        );
      }
      return passed('It answers HTTP.', evidence);
    } catch (error) {
      if (!(error instanceof NetworkFault)) throw error;
      return failed(
        `It does not answer HTTP as a server does: ${error.message}.`,
        'GET /',
        error.kind === 'silent'
          ? 'See whether the server is overloaded, or waits for something itself.'
          : 'Check the address and the port: another program may listen there.',
      );
    }
  },
};

/** What failed there is told there. */
async function isShaken({ handshake }: Examination): Promise<boolean> {
  try {
    await handshake();
    return true;
  } catch (error) {
    if (!(error instanceof NetworkFault)) throw error;
    return false;
  }
}
