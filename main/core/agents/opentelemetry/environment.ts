import type { Framework, Wiring } from '../definition.ts';
import { hasToken } from '../forms/variables.ts';
import type { Language } from './language.ts';
import { BEARER } from './settings.ts';

/** The protocol that every SDK can speak; JSON is refused by APM Server, and gRPC needs an exporter of its own. */
export const PROTOCOL = 'http/protobuf';

/** What makes the SDK trust the authority (reference/agents.md §1.5). */
export function trustOf(
  { trust }: Pick<Language, 'trust'>,
  wiring: Wiring,
  framework?: Framework,
): readonly (readonly [string, string])[] {
  return trust?.(wiring, framework) ?? [['OTEL_EXPORTER_OTLP_CERTIFICATE', wiring.caFile]];
}

/** Everything that wires an SDK and loads it, in the order in which it is shown. */
export function environmentOf(
  language: Pick<Language, 'trust' | 'variables'>,
  wiring: Wiring,
  framework: Framework,
): readonly (readonly [string, string])[] {
  return [
    ['OTEL_EXPORTER_OTLP_ENDPOINT', wiring.url],
    ['OTEL_EXPORTER_OTLP_PROTOCOL', PROTOCOL],
    ...(hasToken(wiring) ? [['OTEL_EXPORTER_OTLP_HEADERS', `${BEARER}${wiring.token}`] as const] : []),
    ...trustOf(language, wiring, framework),
    ['OTEL_SERVICE_NAME', wiring.service],
    ...(wiring.environment === null
      ? []
      : [['OTEL_RESOURCE_ATTRIBUTES', `deployment.environment.name=${attributeValue(wiring.environment)}`] as const]),
    ...language.variables(framework, wiring),
  ];
}

/** A value as OTEL_RESOURCE_ATTRIBUTES holds it: what parts attributes from each other is percent-encoded (specification/resource/sdk.md). */
export function attributeValue(value: string): string {
  return value.replace(/[%,=;\s"\\]|[^\x20-\x7e]+/g, (text) => encodeURIComponent(text));
}
