import { type Check, failed, passed, skipped } from '../check.ts';
import { admissionOf, answerWords } from '../intake-answer.ts';

/** Whether pages of an origin may report: what a browser asks before, and a batch without events and without a token (reference/intake-protocol.md B3 and B5). */
export const rum: Check = {
  id: 'rum',
  title: 'Browsers',
  needs: ['identity'],
  run: async (it) => {
    const { origin } = it.order;
    if (origin === null) return skipped('No origin of a page was given.');
    const path = '/intake/v2/rum/events';
    const asked = await it.ask({
      method: 'OPTIONS',
      path,
      headers: {
        Origin: origin,
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': 'content-type, content-encoding',
      },
    });
    const sent = await it.ask({
      method: 'POST',
      path,
      headers: { Origin: origin, 'Content-Type': 'application/x-ndjson' },
      body: Buffer.alloc(0),
    });
    const admission = admissionOf(sent);
    const evidence = `${answerWords(`OPTIONS ${path}`, asked)}; ${answerWords('POST', sent)}`;
    if (/RUM endpoint is disabled/.test(sent.body) || admission === 'unauthorised') {
      return failed(
        'Browsers may not report: RUM is off.',
        evidence,
        'Set apm-server.rum.enabled: true, and name the origin in apm-server.rum.allow_origins.',
      );
    }
    if (/is not allowed/.test(sent.body) || !allows(asked.headers, origin)) {
      return failed(
        `Pages of ${origin} may not report.`,
        evidence,
        `Add "${origin}" to apm-server.rum.allow_origins. Where a proxy answers OPTIONS, it has to pass that on.`,
      );
    }
    if (admission !== 'in')
      return failed(
        'Browsers do not get through.',
        evidence,
        'Look at the log of the server, and let the proxy in front of it pass on /intake/v2/rum/events.',
      );
    if (!allows(sent.headers, origin)) {
      return failed(
        `Events of ${origin} are taken, and the browser calls them failed.`,
        evidence,
        'The answer lacks Access-Control-Allow-Origin; have the proxy leave it in.',
      );
    }
    return passed(`Pages of ${origin} may report.`, evidence);
  },
};

function allows(headers: Readonly<Record<string, string>>, origin: string): boolean {
  const allowed = headers['access-control-allow-origin'];
  return allowed === '*' || allowed === origin;
}
