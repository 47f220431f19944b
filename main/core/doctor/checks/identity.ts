import { shortText } from '../../evidence/short-text.ts';
import { type Check, failed, type Outcome, passed, warned } from '../check.ts';
import { answerWords } from '../intake-answer.ts';
import type { HttpAnswer } from '../wire/ask-http.ts';

/** Whether it is an APM Server, and which version where it says so (reference/intake-protocol.md A3 and A0 no. 13). */
export const identity: Check = {
  id: 'identity',
  title: 'Server and version',
  needs: ['http'],
  run: async (it) => {
    const anonymous = await it.ask({ method: 'GET', path: '/' });
    const other = otherServer(anonymous);
    if (other !== null) return other;
    const own =
      it.order.credential !== null && (await it.isTrusted())
        ? await it.ask({ method: 'GET', path: '/', credential: 'own' })
        : anonymous;
    const facts = factsIn(own) ?? factsIn(anonymous);
    if (facts !== null) return ofVersion(facts, factsIn(anonymous) !== null);
    const missing = await it.ask({ method: 'GET', path: '/sealwire-doctor/no-such-path' });
    if (missing.status === 404 && errorIn(missing.body) === '404 page not found') {
      return passed(
        'It answers as APM Server does, and tells its version to those it lets in alone.',
        `GET / answered ${anonymous.status} without a body`,
      );
    }
    return failed(
      'This does not look like an APM Server.',
      `${answerWords('GET /', anonymous)}; a path that APM Server does not have answered ${missing.status}`,
      'Check the address, the port and the path: agents want APM Server itself, by default on port 8200.',
    );
  },
};

interface Facts {
  readonly version: string;
  readonly isReady: boolean | null;
}

function ofVersion({ version, isReady }: Facts, isOpen: boolean): Outcome {
  const evidence = `GET / ${isOpen ? 'without a token' : 'with the token'} answered version ${version}`;
  if (isReady === false) {
    return warned(
      `It is APM Server ${version}, which is not ready to store anything yet.`,
      `${evidence}, publish_ready false`,
      'See in its log what it waits for; mostly it is Elasticsearch.',
    );
  }
  return Number(version.split('.')[0]) < 8
    ? warned(
        `It is APM Server ${version}, whose settings have other names than those of 8.0 and later.`,
        evidence,
        'Update it when you can.',
      )
    : passed(`It is APM Server ${version}.`, evidence);
}

/** What it is instead, where it says so itself. */
function otherServer({ headers, body, status }: HttpAnswer): Outcome | null {
  const name =
    headers['x-elastic-product'] === 'Elasticsearch' || /"tagline"\s*:\s*"You Know, for Search"/.test(body)
      ? 'Elasticsearch'
      : headers['kbn-name'] !== undefined
        ? 'Kibana'
        : null;
  return name === null
    ? null
    : failed(
        `This is ${name}, not APM Server.`,
        `GET / answered ${status}`,
        'Give agents the address of APM Server, by default on port 8200.',
      );
}

function factsIn({ body }: HttpAnswer): Facts | null {
  const facts = objectIn(body);
  const { version, publish_ready: ready } = facts ?? {};
  if (typeof version !== 'string' || !/^\d+\.\d+/.test(version)) return null;
  return { version: shortText(version, 40), isReady: typeof ready === 'boolean' ? ready : null };
}

function errorIn(body: string): string | null {
  const error = objectIn(body)?.error;
  return typeof error === 'string' ? error : null;
}

function objectIn(body: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? { ...value } : null;
  } catch {
    // SyntaxError: not JSON, and so nothing of APM Server's.
    return null;
  }
}
