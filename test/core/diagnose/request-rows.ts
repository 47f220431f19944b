import type { AuthVerdict } from '../../../main/core/evidence/facts.ts';
import { ACCEPTED, MISSING, WRONG } from '../evidence/fact-stream.ts';
import { handshake, type Row, request } from './row.ts';

const refused = (hint: Extract<AuthVerdict, { result: 'refused' }>['hint']): AuthVerdict => ({
  result: 'refused',
  hint,
});

const SDK = 'OTel-OTLP-Exporter-JavaScript/0.301.0';
const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64) Chrome/156.0.0.0';
const ANONYMOUS: AuthVerdict = { result: 'anonymous' };
const TRACE_SERVICE = '/opentelemetry.proto.collector.trace.v1.TraceService/Export';

/** Everything that can go wrong with a request. */
export const REQUESTS: readonly Row[] = [
  { when: 'the token is right', facts: (at) => [...request(at), at.verdict(ACCEPTED), at.response(202)], code: null },
  { when: 'no token is asked for', facts: (at) => [...request(at), at.verdict({ result: 'not-needed' })], code: null },
  {
    when: 'the agent sends no token',
    facts: (at) => [...request(at), at.verdict(MISSING), at.response(401)],
    code: 'TOKEN_MISSING',
    step: 'authorised',
    confidence: 'certain',
    says: /ELASTIC_APM_SECRET_TOKEN is not set/,
  },
  {
    when: 'the agent asks `GET /` without a token and is answered 200',
    facts: (at) => [...request(at, '/'), at.verdict(MISSING), at.response(200)],
    code: 'TOKEN_MISSING',
  },
  {
    when: 'a health check without a token asks `GET /`',
    facts: (at) => [
      ...handshake(at),
      at.secured(),
      at.request('/', { method: 'GET', userAgent: 'curl/8.5' }),
      at.verdict(MISSING),
      at.response(200),
    ],
    code: null,
  },
  {
    when: 'the token is wrong',
    facts: (at) => [...request(at), at.verdict(WRONG), at.response(401)],
    code: 'TOKEN_WRONG',
    step: 'authorised',
    confidence: 'certain',
  },
  ...(
    [
      ['whitespace', /space or a line break/],
      ['quotes', /quotation marks/],
      ['placeholder', /\$\{SECRET_TOKEN\} as it stands/],
      ['retired', /has been retired/],
      ['api-key', /ELASTIC_APM_API_KEY is set as well/],
      ['masked', /the dots that the screen shows/],
      ['scheme', /does not begin with "Bearer"/],
    ] as const
  ).map(
    ([hint, says]): Row => ({
      when: `the token is wrong with the hint ${hint}`,
      facts: (at) => [...request(at), at.verdict(refused(hint)), at.response(401)],
      code: 'TOKEN_WRONG',
      says,
    }),
  ),
  {
    when: 'the server URL has a path',
    facts: (at) => [...request(at, '/apm/intake/v2/events'), at.response(404)],
    code: 'WRONG_PATH',
    step: 'authorised',
    confidence: 'certain',
    says: /ELASTIC_APM_SERVER_URL ends in "\/apm"/,
  },
  {
    when: 'the server URL ends in a slash and the path begins with two',
    facts: (at) => [...request(at, '//intake/v2/events'), at.response(307)],
    code: 'WRONG_PATH',
    says: /ends in a slash too many/,
  },
  {
    when: 'a browser asks for its icon',
    facts: (at) => [
      ...handshake(at),
      at.secured(),
      at.request('/favicon.ico', { userAgent: 'Mozilla/5.0' }),
      at.response(404),
    ],
    code: null,
  },
  {
    when: 'events are refused',
    facts: (at) => [
      ...request(at),
      at.verdict(ACCEPTED),
      at.metadata(),
      at.rejected(400, 'validation error: "trace_id" required', 'second'),
      at.response(400),
    ],
    code: 'EVENTS_REJECTED',
    step: 'reporting',
    confidence: 'certain',
    says: /refused events: "validation error: "trace_id" required"\./,
  },
  {
    when: 'the metadata is refused',
    facts: (at) => [...request(at), at.verdict(ACCEPTED), at.rejected(400, '"metadata" or "m" required')],
    code: 'EVENTS_REJECTED',
    step: 'identified',
  },
  {
    when: 'the queue is full',
    facts: (at) => [
      ...request(at),
      at.verdict(ACCEPTED),
      at.metadata(),
      at.rejected(503, 'queue is full'),
      at.response(503),
    ],
    code: 'REQUEST_REFUSED',
    step: 'reporting',
  },
  {
    when: 'a refused request is followed by one that is let in',
    facts: (at) => [
      ...request(at),
      at.verdict(WRONG),
      at.response(401),
      at.request(),
      at.verdict(ACCEPTED),
      at.response(202),
    ],
    code: null,
  },
  {
    when: 'an SDK exports JSON',
    agent: null,
    facts: (at) => [
      ...handshake(at),
      at.secured(),
      at.request('/v1/traces', { userAgent: SDK, contentType: 'application/json' }),
      at.verdict(ACCEPTED),
      at.rejected(400, 'failed to unmarshal request body: unexpected EOF'),
      at.response(400),
    ],
    code: 'OTLP_JSON',
    step: 'identified',
    confidence: 'certain',
    says: /must be http\/protobuf or grpc/,
  },
  {
    when: 'a page exports JSON through what serves it',
    agent: null,
    facts: (at) => [
      ...handshake(at),
      at.secured(),
      at.request('/v1/traces', { userAgent: BROWSER, contentType: 'application/json' }),
      at.verdict(ACCEPTED),
      at.rejected(400, 'failed to unmarshal request body: unexpected EOF'),
      at.response(400),
    ],
    code: 'OTLP_JSON',
    step: 'identified',
    confidence: 'certain',
    says: /ends in -http, or it is EDOT Browser/,
  },
  ...[MISSING, ANONYMOUS].map(
    (verdict): Row => ({
      when: `a browser asks whether a page may export, and is ${verdict.result}`,
      agent: null,
      facts: (at) => [
        ...handshake(at),
        at.secured(),
        at.request('/v1/traces', { method: 'OPTIONS', userAgent: BROWSER }),
        at.verdict(verdict),
        at.response(verdict === MISSING ? 401 : 200),
      ],
      code: 'OTLP_FROM_PAGE',
      step: 'authorised',
      confidence: 'certain',
      says: /on the paths of RUM alone/,
    }),
  ),
  {
    when: 'an SDK exports JSON with a wrong token',
    agent: null,
    facts: (at) => [
      ...handshake(at),
      at.secured(),
      at.request('/v1/traces', { userAgent: SDK, contentType: 'application/json' }),
      at.verdict(WRONG),
      at.response(401),
    ],
    code: 'TOKEN_WRONG',
  },
  {
    when: 'an SDK exports to the base URL as it stands',
    agent: null,
    facts: (at) => [
      ...handshake(at),
      at.secured(),
      at.request('/', { userAgent: SDK }),
      at.verdict(ACCEPTED),
      at.response(405),
    ],
    code: 'OTLP_PATH',
    says: /OTEL_EXPORTER_OTLP_TRACES_ENDPOINT/,
  },
  {
    when: 'an SDK puts the path of a signal into its base URL',
    agent: null,
    facts: (at) => [
      ...handshake(at),
      at.secured(),
      at.request('/v1/traces/v1/traces', { userAgent: SDK }),
      at.response(404),
    ],
    code: 'WRONG_PATH',
    says: /ends in "\/v1\/traces"/,
  },
  ...(
    [
      [13, 'grpc: error unmarshalling request: unexpected EOF', 'EVENTS_REJECTED'],
      [2, 'queue is full', 'REQUEST_REFUSED'],
      [4, 'request timed out', 'REQUEST_REFUSED'],
      [13, 'panic handling request', 'REQUEST_REFUSED'],
      [13, 'cannot handle stream: something of ours broke', 'REQUEST_REFUSED'],
    ] as const
  ).map(
    ([status, error, code]): Row => ({
      when: `a gRPC call is refused with "${error}", though its HTTP status is 200`,
      agent: null,
      facts: (at) => [
        ...handshake(at),
        at.secured(),
        at.request(TRACE_SERVICE, { userAgent: SDK, contentType: 'application/grpc' }),
        at.verdict(ACCEPTED),
        at.refused(status, error),
        at.response(200),
      ],
      code,
      confidence: 'certain',
    }),
  ),
  {
    when: 'an export is lost because its compression cannot be undone, though it is answered 200',
    agent: null,
    facts: (at) => [
      ...handshake(at),
      at.secured(),
      at.request('/v1/traces', { userAgent: SDK }),
      at.verdict(ACCEPTED),
      at.rejected(200, 'failed to decode request body: gzip: invalid header'),
      at.response(200),
    ],
    code: 'EVENTS_REJECTED',
    step: 'identified',
    confidence: 'certain',
    says: /answers 200 to that and takes nothing/,
  },
  {
    when: 'a packed message of a gRPC call is broken',
    agent: null,
    facts: (at) => [
      ...handshake(at),
      at.secured(),
      at.request(TRACE_SERVICE, { userAgent: SDK }),
      at.verdict(ACCEPTED),
      at.refused(13, 'grpc: failed to decompress the received message: gzip: invalid header'),
      at.response(200),
    ],
    code: 'EVENTS_REJECTED',
    says: /compression that cannot be undone.*was cut or changed on its way/,
  },
  {
    when: 'a client calls a gRPC service that is not there',
    agent: null,
    facts: (at) => [
      ...handshake(at),
      at.secured(),
      at.request('/jaeger.api_v2.CollectorService/PostSpans', { contentType: 'application/grpc' }),
      at.refused(12, 'unknown service jaeger.api_v2.CollectorService'),
      at.response(200),
    ],
    code: 'WRONG_PATH',
    step: 'authorised',
    confidence: 'certain',
    says: /three services of OTLP/,
  },
  {
    when: 'a gRPC call is answered',
    agent: null,
    facts: (at) => [
      ...handshake(at),
      at.secured(),
      at.request(TRACE_SERVICE, { userAgent: SDK }),
      at.verdict(ACCEPTED),
      at.response(200),
    ],
    code: null,
  },
];
