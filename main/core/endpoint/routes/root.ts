import { failure } from '../http/reply.ts';
import type { Route } from './route.ts';

const NOT_HERE =
  'method not supported: this is the server information endpoint; did you mean to send data to another endpoint instead?';

/**
 * `GET /`: version and state for whoever has the token, and an empty 200 for all others, so that a wrong token looks like none (reference A3). An API key that cannot
 * be checked never gets here.
 */
export const root: Route = {
  path: '/',
  access: 'optional',
  async handle({ method, authorisation }, { server }) {
    if (method !== 'GET' && method !== 'HEAD') return failure(405, NOT_HERE);
    const { verdict, refusal } = authorisation;
    if (refusal !== null || verdict.result === 'anonymous') return { status: 200 };
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
