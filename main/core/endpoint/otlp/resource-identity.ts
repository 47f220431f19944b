import type { ServiceMetadata } from '../../evidence/facts.ts';
import { readAttributes } from './attributes.ts';
import type { Resource } from './definitions.ts';

/** Whom a resource's events are from, and what is kept about it, as JSON text in the form of intake metadata. */
export interface ResourceIdentity {
  readonly identity: ServiceMetadata;
  readonly document: string;
  /** Clock of the device when it exported, in microseconds since the epoch, where the SDK says so; phones' clocks are off. */
  readonly exportedUs: number | null;
}

/** Longest keyword that the real server keeps, in characters. */
const LONGEST = 1024;

/**
 * Reads a resource's attributes as the real server's data model does: the service's name without the characters that it does not allow, and an
 * agent called after SDK, language and distribution: `opentelemetry/nodejs`, `opentelemetry/java/elastic`, `otlp` where nothing is said.
 */
export function identityOf(resource: Resource | null): ResourceIdentity {
  const attributes = readAttributes(resource?.attributes ?? []);
  const { text, number, values } = attributes;
  const language = text('telemetry.sdk.language');
  const distribution = text('telemetry.distro.name');
  const sdk = text('telemetry.sdk.name') ?? 'otlp';
  const runtime = [text('process.runtime.name'), text('process.runtime.version')].filter((part) => part !== null);
  const identity: ServiceMetadata = {
    service: cut(text('service.name') ?? 'unknown').replace(/[^a-zA-Z0-9 _-]/g, '_'),
    environment: maybeCut(text('deployment.environment.name', 'deployment.environment')),
    version: maybeCut(text('service.version')),
    agent: {
      name: cut(
        distribution === null
          ? [sdk, ...(language === null ? [] : [language])].join('/')
          : [sdk, language ?? 'unknown', distribution].join('/'),
      ),
      version: cut(text(distribution === null ? 'telemetry.sdk.version' : 'telemetry.distro.version') ?? 'unknown'),
    },
    language: maybeCut(language),
    runtime: runtime.length === 0 ? null : cut(runtime.join(' ')),
    framework: null,
    hostname: maybeCut(text('host.name')),
    pid: number('process.pid'),
  };
  const exportedNs = number('telemetry.sdk.elastic_export_timestamp');
  return {
    identity,
    document: documentOf(identity, values),
    exportedUs: exportedNs !== null && exportedNs > 0 ? Math.floor(exportedNs / 1000) : null,
  };
}

function documentOf(identity: ServiceMetadata, attributes: Readonly<Record<string, unknown>>): string {
  const { service, environment, version, agent, language, hostname, pid } = identity;
  return JSON.stringify({
    service: { name: service, environment, version, agent, language: { name: language ?? 'unknown' } },
    ...(hostname === null ? {} : { system: { hostname } }),
    ...(pid === null ? {} : { process: { pid } }),
    otel: { resource: withoutMoment(attributes) },
  });
}

/** The moment of the export differs in every request, and equal metadata is kept once. */
function withoutMoment({
  'telemetry.sdk.elastic_export_timestamp': _moment,
  ...attributes
}: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return attributes;
}

function maybeCut(text: string | null): string | null {
  return text === null ? null : cut(text);
}

function cut(text: string): string {
  return text.length <= LONGEST ? text : [...text].slice(0, LONGEST).join('');
}
