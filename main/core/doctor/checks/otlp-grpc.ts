import { shortText } from '../../evidence/short-text.ts';
import { type Check, passed, skipped, warned } from '../check.ts';
import { NetworkFault } from '../network-fault.ts';

const METHOD = 'opentelemetry.proto.collector.trace.v1.TraceService/Export';
const INSTEAD = 'or have exporters use http/protobuf (OTEL_EXPORTER_OTLP_PROTOCOL).';

/** Whether OpenTelemetry may report over gRPC on the same port, by a call without anything in it (reference/intake-protocol.md A6). */
export const otlpGrpc: Check = {
  id: 'otlp-grpc',
  title: 'OTLP over gRPC',
  needs: ['identity', 'token'],
  run: async (it) => {
    if (!it.target.isTls) return skipped('The URL begins with http://.');
    try {
      const answer = await it.callGrpc(METHOD);
      if (answer === null) {
        return warned(
          'OpenTelemetry cannot report over gRPC: the server does not speak HTTP/2.',
          'ALPN did not agree on h2',
          `Where a proxy ends TLS, switch HTTP/2 on in it, also towards the server; ${INSTEAD}`,
        );
      }
      const { status, grpcStatus, message } = answer;
      const evidence = `TraceService/Export answered ${grpcStatus === null ? `HTTP ${status}` : `grpc-status ${grpcStatus}`}${message === '' ? '' : `: ${shortText(message, 100)}`}`;
      if (grpcStatus === 0) return passed('OpenTelemetry can report over gRPC.', evidence);
      if (grpcStatus === 16) return skipped('The server asks for a token, and none was given.');
      return warned(
        grpcStatus === null
          ? 'OpenTelemetry cannot report over gRPC: HTTP/2 ends before APM Server, at something that does not pass gRPC on.'
          : 'OpenTelemetry cannot report over gRPC: the server refuses the call.',
        evidence,
        `Have the proxy pass gRPC on over HTTP/2 (nginx: grpc_pass; HAProxy: proto h2), ${INSTEAD}`,
      );
    } catch (error) {
      if (!(error instanceof NetworkFault)) throw error;
      return warned(
        `OpenTelemetry cannot report over gRPC: ${error.message}.`,
        'TraceService/Export',
        `Look at what stands in front of the server, ${INSTEAD}`,
      );
    }
  },
};
