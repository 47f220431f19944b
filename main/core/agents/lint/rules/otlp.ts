import { setValue } from '../edits.ts';
import type { Meant, Problem, Rule } from '../lint-types.ts';

const PROTOCOL = /^OTEL_EXPORTER_OTLP_(?:\w+_)?PROTOCOL$/;
const HEADERS = /^OTEL_EXPORTER_OTLP_(?:\w+_)?HEADERS$/;

/** Settings of OpenTelemetry's exporters that APM Server does not understand. */
export const otlp: Rule = {
  id: 'otlp',
  summary: 'APM Server reads OTLP as protobuf alone, and the headers of the exporter are encoded.',
  source: 'reference/agents.md §1.5; reference/intake-protocol.md A5',
  check: ({ meant, text }) => meant.flatMap((each) => protocolProblem(each) ?? headersProblem(each, text) ?? []),
};

function protocolProblem(meant: Meant): Problem | null {
  const { written, text } = meant;
  if (text === null || !PROTOCOL.test(written.lookup) || /^(grpc|http\/protobuf)$/.test(text)) return null;
  const why = text === 'http/json' ? 'APM Server does not read JSON' : 'there is no such protocol';
  const message = `${written.name}: ${why}. Use http/protobuf or grpc.`;
  return { at: meant, severity: 'error', message, edits: setValue(written, 'http/protobuf') };
}

function headersProblem(meant: Meant, whole: string): Problem | null {
  const { written, secret } = meant;
  if (secret === null || !HEADERS.test(written.lookup)) return null;
  if (!/=\s*(Bearer|ApiKey)\s/i.test(secret.reveal())) return null;
  const { start, end } = written.valueSpan;
  const space = /(?<=Bearer|ApiKey) /i.exec(whole.slice(start, end));
  const message = `${written.name}: the list of headers is encoded like baggage, so the space in it is written %20. Only some SDKs take it as it is.`;
  // The space alone is replaced, so that the token appears in no fix.
  const edits = space === null ? [] : [{ start: start + space.index, end: start + space.index + 1, text: '%20' }];
  return { at: meant, severity: 'warning', message, edits };
}
