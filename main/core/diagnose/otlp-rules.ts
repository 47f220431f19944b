import { shortText } from '../evidence/short-text.ts';
import { readUserAgent } from '../evidence/user-agent.ts';
import { advice, command, nameOf } from './dialect.ts';
import type { Case, Rule } from './rule.ts';

const HTTP_PATH = /^\/v1\/(?:traces|metrics|logs)$/;
const GRPC_PATH = /^\/opentelemetry\.proto\.collector\./;
/** What the endpoint says where nothing is wrong with the request (reference/intake-protocol.md A0, A5, A6). */
const OURS =
  /^(?:queue is full|server is shutting down|request timed out|panic handling request|cannot handle stream: .*)$/;
/** Status 12 of gRPC. */
const UNIMPLEMENTED = 12;
/** What is said of a body whose compression cannot be undone, over HTTP and over gRPC. */
const PACKED_WRONG =
  /^failed to decode request body: |^failed to read request body: (?:gzip|zlib|flate|unexpected EOF)|^grpc: failed to decompress the received message: /;
const NO_SUCH_CALL = /^(?:unknown service |unknown method |malformed method name: )/;

/** What goes wrong with OpenTelemetry's exports once they are let in; certain, because the endpoint did the refusing itself. */
export const OTLP_RULES: readonly Rule[] = [
  {
    code: 'OTLP_FROM_PAGE',
    // Nobody but a browser asks so, about a page of another origin. The real server has no answer for it on these paths: 401, or 200 without the header that would let the page in (reference A1, A5).
    matches: (it) => HTTP_PATH.test(pathOf(it)) && it.request?.method === 'OPTIONS',
    explain: (it) => ({
      step: 'authorised',
      evidence: `preflight for ${pathOf(it)}, answered ${it.request?.status ?? 'without a token'}`,
      summary: 'A page sends OTLP straight to the endpoint, and its browser is not let.',
      cause:
        'APM Server lets pages of other origins in on the paths of RUM alone, and a page could keep no token secret.',
      confidence: 'certain',
      fixes: [
        {
          text: 'Let the page send to its own origin, and what serves it pass that on with the token.',
          as: 'code',
          snippet: "url: '/otel/v1/traces'",
        },
        command('This shows both ends.', `${it.wiring.sealwire} agent show otel-browser`),
      ],
    }),
  },
  {
    code: 'OTLP_JSON',
    matches: (it) => isOfPage(it) && HTTP_PATH.test(pathOf(it)) && it.request?.status === 400 && isJson(it),
    explain: () => ({
      step: 'identified',
      evidence: '400 for a body of JSON',
      summary: 'The OpenTelemetry SDK of a page exports JSON, which APM Server does not read.',
      cause: 'Its exporter is one that ends in -http, or it is EDOT Browser, which has no other.',
      confidence: 'certain',
      fixes: [
        {
          text: 'Take the exporter for protobuf.',
          as: 'code',
          snippet: "import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto';",
        },
        advice('For EDOT Browser, let a Collector take the reports in and pass them on: it sends protobuf.'),
      ],
    }),
  },
  {
    code: 'OTLP_JSON',
    matches: (it) => HTTP_PATH.test(pathOf(it)) && it.request?.status === 400 && isJson(it),
    explain: () => ({
      step: 'identified',
      evidence: '400 for a body of JSON',
      summary: 'The OpenTelemetry SDK exports JSON, which APM Server does not read.',
      cause: 'Most likely OTEL_EXPORTER_OTLP_PROTOCOL is http/json; it must be http/protobuf or grpc.',
      confidence: 'certain',
      fixes: [
        {
          text: 'Use http/protobuf, here and in any OTEL_EXPORTER_OTLP_<SIGNAL>_PROTOCOL that is set.',
          as: 'env',
          snippet: 'OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf',
        },
      ],
    }),
  },
  {
    code: 'OTLP_PATH',
    // A base URL gets its path from the SDK; one for a single signal is used as it stands (reference/agents.md §1.5).
    matches: (it) => isLetIn(it) && pathOf(it) === '/' && it.request?.status === 405 && isExporter(it),
    explain: (it) => ({
      step: 'identified',
      evidence: '405 for POST /',
      summary: 'The OpenTelemetry SDK exports to a path that takes no data.',
      cause:
        'Most likely the URL was put into OTEL_EXPORTER_OTLP_TRACES_ENDPOINT or its like for metrics or logs, which are used as they stand.',
      confidence: 'certain',
      fixes: [
        {
          text: 'Set the base URL in place of the one for a single signal.',
          as: 'env',
          snippet: `OTEL_EXPORTER_OTLP_ENDPOINT=${it.wiring.url}`,
        },
      ],
    }),
  },
  {
    code: 'WRONG_PATH',
    matches: (it) => it.request?.grpcStatus === UNIMPLEMENTED && NO_SUCH_CALL.test(firstError(it)),
    explain: (it) => ({
      step: 'authorised',
      evidence: `refused: ${firstError(it)}`,
      summary: `${nameOf(it)} calls something over gRPC that APM Server does not have: "${firstError(it)}".`,
      cause: 'It takes the three services of OTLP over gRPC and no other; Jaeger’s, for one, it has no more.',
      confidence: 'certain',
      fixes: [
        {
          text: 'Let an OpenTelemetry SDK export by OTLP.',
          as: 'env',
          snippet: `OTEL_EXPORTER_OTLP_PROTOCOL=grpc\nOTEL_EXPORTER_OTLP_ENDPOINT=${it.wiring.url}`,
        },
      ],
    }),
  },
  {
    code: 'REQUEST_REFUSED',
    matches: (it) => isExport(it) && OURS.test(firstError(it)),
    explain: (it) => ({
      step: it.request?.hasMetadata ? 'reporting' : 'identified',
      evidence: `refused: ${firstError(it)}`,
      summary: `The endpoint could not take the export: "${firstError(it)}".`,
      cause: 'It is overloaded, short of disk space, or stopping. The SDK may try again by itself.',
      confidence: 'certain',
      fixes: [advice('Look at the notices on Home. Nothing has to change in the application.')],
    }),
  },
  {
    code: 'EVENTS_REJECTED',
    matches: (it) => isExport(it) && isLetIn(it) && PACKED_WRONG.test(firstError(it)),
    explain: (it) => ({
      step: it.request?.hasMetadata ? 'reporting' : 'identified',
      evidence: `refused: ${firstError(it)}`,
      summary: `An export arrived with a compression that cannot be undone: "${firstError(it)}".`,
      cause: isTakenForWell(it)
        ? 'Its body is not packed as it says. APM Server answers 200 to that and takes nothing, so the SDK does not know that its events are lost.'
        : 'Its body is not packed as it says, or was cut or changed on its way.',
      confidence: 'certain',
      fixes: [
        {
          text: 'Let the SDK send without compression, to see whether a proxy in between or the exporter spoils it.',
          as: 'env',
          snippet: 'OTEL_EXPORTER_OTLP_COMPRESSION=none',
        },
      ],
    }),
  },
  {
    code: 'EVENTS_REJECTED',
    matches: (it) => isExport(it) && isLetIn(it) && firstError(it) !== '',
    explain: (it) => ({
      step: it.request?.hasMetadata ? 'reporting' : 'identified',
      evidence: `refused: ${firstError(it)}`,
      summary: `The endpoint refused an export: "${firstError(it)}".`,
      cause: 'The request is not of the form that OTLP asks for, or is too large.',
      confidence: 'certain',
      fixes: [
        advice(
          'Update the SDK and its exporters. If the message is about size, let the SDK export in smaller batches.',
        ),
      ],
    }),
  },
];

function pathOf({ request }: Case): string {
  return request?.path.split('?', 1)[0] ?? '';
}

function isExport(it: Case): boolean {
  return HTTP_PATH.test(pathOf(it)) || GRPC_PATH.test(pathOf(it));
}

function isLetIn({ request }: Case): boolean {
  return request?.verdict?.result === 'accepted' || request?.verdict?.result === 'not-needed';
}

function isTakenForWell({ request }: Case): boolean {
  return request?.status === 200 && request.grpcStatus === null;
}

function isJson({ request }: Case): boolean {
  return /^application\/json\b/i.test(request?.contentType ?? '');
}

/** What passes a page's reports on passes the name of its browser on as well. */
function isOfPage({ request }: Case): boolean {
  return request?.userAgent?.startsWith('Mozilla/') === true;
}

function isExporter({ request }: Case): boolean {
  const userAgent = request?.userAgent ?? null;
  return userAgent !== null && (readUserAgent(userAgent)?.agent.name.startsWith('opentelemetry/') ?? false);
}

function firstError({ request }: Case): string {
  return shortText(request?.errors[0] ?? '', 160);
}
