import { MISSING } from '../evidence/fact-stream.ts';
import { type Row, request } from './row.ts';

const ANONYMOUS = { result: 'anonymous' } as const;
const RUM = '/intake/v2/rum/events';
const batch = (what: string): string =>
  `cannot handle stream: cannot process batch: unauthorized: anonymous access not permitted for ${what}`;

/** Everything that can go wrong with clients that show no token, and with API keys. */
export const ADMISSIONS: readonly Row[] = [
  {
    when: 'a browser reports without a token where that is allowed',
    facts: (at) => [...request(at, RUM), at.verdict(ANONYMOUS), at.metadata(), at.response(202)],
    code: null,
  },
  {
    when: 'a browser reports while RUM is off',
    facts: (at) => [...request(at, RUM), at.verdict(MISSING), at.response(401)],
    code: 'RUM_DISABLED',
    step: 'authorised',
    confidence: 'certain',
    says: /does not take reports from browsers.*a token is asked for/,
  },
  {
    when: 'something with a token uses a path of browsers while RUM is off',
    facts: (at) => [
      ...request(at, '/config/v1/rum/agents?service.name=a'),
      at.verdict({ result: 'not-needed' }),
      at.rejected(403, 'forbidden request: RUM endpoint is disabled. Configure …'),
      at.response(403),
    ],
    code: 'RUM_DISABLED',
    says: /RUM is off, as it is until/,
  },
  {
    when: 'the preflight of a page is refused by its origin',
    facts: (at) => [
      ...request(at, RUM),
      at.rejected(403, "forbidden request: origin: 'https://shop.example' is not allowed"),
      at.response(200),
    ],
    code: 'ORIGIN_REFUSED',
    step: 'authorised',
    confidence: 'certain',
    says: /A page from https:\/\/shop\.example may not report here\..*rum\.allow_origins/,
  },
  {
    when: 'a request to a path of browsers has no origin and needs one',
    facts: (at) => [
      ...request(at, RUM),
      at.rejected(403, "forbidden request: origin: '' is not allowed"),
      at.response(403),
    ],
    code: 'ORIGIN_REFUSED',
    says: /came without an Origin/,
  },
  {
    when: 'an agent without a token is taken for a browser, and is none',
    facts: (at) => [
      ...request(at),
      at.verdict(ANONYMOUS),
      at.metadata(),
      at.rejected(403, batch('agent "python"')),
      at.response(403),
    ],
    code: 'ANONYMOUS_REFUSED',
    step: 'authorised',
    confidence: 'certain',
    says: /sends no secret token\..*"python" is not in auth\.anonymous\.allow_agent/,
  },
  {
    when: 'a service may not come without a token',
    facts: (at) => [
      ...request(at, RUM),
      at.verdict(ANONYMOUS),
      at.metadata(),
      at.rejected(403, batch('service "shop"')),
      at.response(403),
    ],
    code: 'ANONYMOUS_REFUSED',
    says: /"shop" is not in auth\.anonymous\.allow_service/,
  },
  {
    when: 'a request without a token is one too many',
    facts: (at) => [
      ...request(at, RUM),
      at.verdict(ANONYMOUS),
      at.rejected(429, 'too many requests: rate limit exceeded'),
      at.response(429),
    ],
    code: 'RATE_LIMITED',
    step: 'identified',
    confidence: 'certain',
  },
  {
    when: 'events without a token are too many',
    facts: (at) => [
      ...request(at, RUM),
      at.verdict(ANONYMOUS),
      at.metadata(),
      at.rejected(429, 'cannot handle stream: cannot process batch: rate limit exceeded'),
      at.response(429),
    ],
    code: 'RATE_LIMITED',
    step: 'reporting',
    says: /rate_limit\.event_limit/,
  },
  {
    when: 'a gRPC call without a token speaks for an agent that may not',
    agent: null,
    facts: (at) => [
      ...request(at, '/opentelemetry.proto.collector.trace.v1.TraceService/Export'),
      at.verdict(ANONYMOUS),
      at.metadata({ agent: { name: 'otlp/python', version: '1.40.0' } }),
      at.refused(7, 'unauthorized: anonymous access not permitted for agent "otlp/python"'),
      at.response(200),
    ],
    code: 'ANONYMOUS_REFUSED',
    step: 'authorised',
    confidence: 'certain',
    says: /"otlp\/python" is not in auth\.anonymous\.allow_agent/,
  },
  {
    when: 'an export over HTTP without a token does, which is answered 500',
    agent: null,
    facts: (at) => [
      ...request(at, '/v1/traces'),
      at.verdict(ANONYMOUS),
      at.metadata(),
      at.rejected(500, 'unauthorized: anonymous access not permitted for service "shop"'),
      at.response(500),
    ],
    code: 'ANONYMOUS_REFUSED',
    step: 'authorised',
    confidence: 'certain',
  },
  {
    when: 'a gRPC call without a token is one too many',
    agent: null,
    facts: (at) => [
      ...request(at, '/opentelemetry.proto.collector.trace.v1.TraceService/Export'),
      at.verdict(ANONYMOUS),
      at.refused(8, 'rate limit exceeded'),
      at.response(200),
    ],
    code: 'RATE_LIMITED',
    step: 'identified',
    confidence: 'certain',
  },
  {
    when: 'an API key cannot be checked',
    facts: (at) => [
      ...request(at),
      at.verdict({ result: 'unverifiable' }),
      at.rejected(503, 'service unavailable'),
      at.response(503),
    ],
    code: 'API_KEY_UNCHECKED',
    step: 'authorised',
    confidence: 'certain',
    says: /nobody here can check.*Elasticsearch/,
  },
  {
    when: 'an API key is none',
    facts: (at) => [...request(at), at.verdict({ result: 'refused', hint: 'api-key-form' }), at.response(401)],
    code: 'TOKEN_WRONG',
    says: /base64 form of its id, a colon and the key/,
  },
];
