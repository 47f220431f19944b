import { passedQuestion } from '../../relay/passed-question.ts';
import { relayedHead } from '../../relay/relayed-head.ts';
import { failure } from '../http/reply.ts';
import type { Route } from './route.ts';

const NOT_HERE =
  'method not supported: this is the server information endpoint; did you mean to send data to another endpoint instead?';

const NO_BODY = new Uint8Array(0);

/**
 * `GET /`: version and state for whoever has the token, and an empty 200 for all others, so that a wrong token looks like none (reference A3). An API key that cannot
 * be checked never gets here. With a server behind, it is that one's version and state, by which agents decide what they send.
 */
export const root: Route = {
  path: '/',
  access: 'optional',
  async handle({ method, authorisation, request }, { server, upstream }) {
    if (method !== 'GET' && method !== 'HEAD') return failure(405, NOT_HERE);
    const { verdict, refusal } = authorisation;
    if (refusal !== null || verdict.result === 'anonymous') return { status: 200 };
    const passed = upstream && (await passedQuestion(upstream, relayedHead(request, { isAuthorised: true }), NO_BODY));
    if (passed !== null) return passed;
    return {
      status: 200,
      body: {
        build_date: server.buildDate,
        build_sha: server.buildSha,
        publish_ready: true,
        version: server.version,
      },
    };
  },
};
