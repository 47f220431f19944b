import type { AgentIdentity } from '../../contract/index.ts';

/** What an agent's User-Agent says about it; `service` is null where the header names none. */
export interface AgentHeader {
  readonly agent: AgentIdentity;
  readonly service: string | null;
}

/** Exporters of OpenTelemetry's SDKs; those of a distribution stand behind its name. */
const EXPORTER = /(?:^|\s)OTel[- ]OTLP[- ](?:JSON-)?Exporter[- ](\w+)\/(\S+)/;

/** Transports that Elastic's distribution for PHP puts in the place of the exporter's (elastic-otel-php, opentelemetry-php-distro: `HttpTransport`). */
const PHP_TRANSPORT = /(?:^|\s)(?:elastic-otlp-http-php|otlp-http-php-distro)\/(\S+)/;

/** Older agents, such as Go's before 2.0.0, call themselves by a word of one piece and name no service (apm-agent-go 1.15.0, transport/http.go `defaultUserAgent`). */
const AGENT = /^(?:(?:apm-agent|elasticapm)-([a-z]+)|elastic-apm-(ruby))\/([^\s(]+)(?: \(([^()]*)\))?/;

/**
 * Reads the User-Agent of an APM agent or of an OpenTelemetry exporter (reference/agents.md §5); null for every other client. The bracket holds `name [version]`, parted at
 * the last space because a name may hold spaces itself.
 */
export function readUserAgent(header: string): AgentHeader | null {
  const exporter = EXPORTER.exec(header);
  if (exporter !== null) {
    const [, language = '', version = ''] = exporter;
    return { agent: { name: `opentelemetry/${language.toLowerCase()}`, version }, service: null };
  }
  const transport = PHP_TRANSPORT.exec(header);
  if (transport !== null) return { agent: { name: 'opentelemetry/php', version: transport[1] ?? '' }, service: null };
  const match = AGENT.exec(header);
  if (match === null) return null;
  const [, name, ruby, version = '', bracket = ''] = match;
  const space = bracket.lastIndexOf(' ');
  const service = (space > 0 ? bracket.slice(0, space) : bracket).trim();
  // Node.js alone had another name then.
  const current = name === 'node' ? 'nodejs' : name;
  return { agent: { name: current ?? ruby ?? '', version }, service: service === '' ? null : service };
}
