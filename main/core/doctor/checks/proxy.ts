import type { DoctorDetail } from '../../../contract/index.ts';
import { shortText } from '../../evidence/short-text.ts';
import { type Check, passed, warned } from '../check.ts';
import type { Examination } from '../examination.ts';
import { NetworkFault } from '../network-fault.ts';
import type { HttpAnswer } from '../wire/ask-http.ts';

/** Headers that APM Server never sends by itself (reference/intake-protocol.md A0 no. 6), and whoever stands in front does. */
const SIGNS = [
  'via',
  'server',
  'x-served-by',
  'x-cache',
  'cf-ray',
  'x-envoy-upstream-service-time',
  'x-amz-cf-id',
  'x-amzn-trace-id',
  'x-kong-proxy-latency',
  'x-powered-by',
];

/** How often the same is asked, to see whether the answers differ. */
const TIMES = 3;

/** Whether a proxy or a load balancer shows itself: by headers, by answers that differ, by certificates that do. */
export const proxy: Check = {
  id: 'proxy',
  title: 'Proxy or load balancer',
  needs: ['http'],
  run: async (it) => {
    const answers: HttpAnswer[] = [];
    for (let time = 0; time < TIMES; time++) answers.push(await it.ask({ method: 'GET', path: '/' }));
    const signs = SIGNS.flatMap((name) => {
      const values = [...new Set(answers.flatMap(({ headers }) => headers[name] ?? []))];
      return values.map((value) => `${name}: ${shortText(value, 60)}`);
    });
    const faces = new Set(
      answers.map(({ status, headers, body }) => `${status} ${headers.server ?? ''} ${body === '' ? 'empty' : 'body'}`),
    );
    const details = await certificateDetails(it);
    const evidence = signs.join('; ');
    if (details.some(({ state }) => state === 'warning')) {
      return warned(
        'Its addresses present different certificates, so what agents meet is left to chance.',
        evidence,
        'Give the same certificate to every server of the name.',
        details,
      );
    }
    if (faces.size > 1) {
      return warned(
        'The same request is answered differently from one time to the next: there are several servers, and they are not set up alike.',
        [...faces].join('; '),
        'Give every server behind the load balancer the same settings and version.',
        details,
      );
    }
    return signs.length === 0
      ? passed('None shows itself.', `asked ${TIMES} times`, details)
      : passed('Something stands in front of APM Server, which does not send these headers itself.', evidence, details);
  },
};

/** The certificate of each address, where there are several. */
async function certificateDetails(it: Examination): Promise<DoctorDetail[]> {
  if (!it.target.isTls) return [];
  const own = (await it.chain())?.leaf.raw;
  const { address } = await it.place();
  const others = (await it.reached()).filter((each) => each.fault === null && each.address !== address);
  return Promise.all(
    others.map(async (each): Promise<DoctorDetail> => {
      try {
        const { served } = await it.handshakeWith(each.address);
        const isSame = own !== undefined && served[0]?.equals(own) === true;
        return {
          what: each.address,
          state: isSame ? 'ok' : 'warning',
          text: isSame ? 'presents the same certificate' : `presents another certificate than ${address}`,
        };
      } catch (error) {
        if (!(error instanceof NetworkFault)) throw error;
        return { what: each.address, state: 'warning', text: error.message };
      }
    }),
  );
}
