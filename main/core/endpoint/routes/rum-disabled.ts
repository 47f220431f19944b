import { failure } from '../http/reply.ts';
import type { Route } from './route.ts';

const DISABLED =
  'forbidden request: RUM endpoint is disabled. Configure the `apm-server.rum` section in apm-server.yml to enable ingestion of RUM events. If you are not using the RUM agent, you can safely ignore this error.';

/** The paths of browser agents while RUM is off: preflight and CORS as ever, then authorisation, then 403 (reference B3, B5). */
export const rumDisabled: readonly Route[] = [
  '/intake/v2/rum/events',
  '/intake/v3/rum/events',
  '/config/v1/rum/agents',
].map((path) => ({
  path,
  access: 'required',
  before: ({ request, method }) => {
    const { origin } = request.headers;
    if (method !== 'OPTIONS') return { headers: { 'Access-Control-Allow-Origin': origin ?? '' } };
    return { headers: {}, reply: { status: 200, headers: preflightHeaders(origin) } };
  },
  handle: async () => failure(403, DISABLED),
}));

function preflightHeaders(origin: string | undefined): Record<string, string> {
  return {
    'Access-Control-Allow-Headers': 'Content-Type, Content-Encoding, Accept',
    'Access-Control-Allow-Methods': 'POST, OPTIONS',
    ...(origin === undefined ? {} : { 'Access-Control-Allow-Origin': origin }),
    'Access-Control-Expose-Headers': 'Etag',
    'Access-Control-Max-Age': '3600',
    'Content-Length': '0',
    Vary: 'Origin',
  };
}
