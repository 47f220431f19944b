import { definitionOf } from '../opentelemetry/definition-of.ts';
import { java } from '../opentelemetry/java/language.ts';

/** OpenTelemetry for Java, with Elastic's distribution (reference/agents.md §1.5). */
export const definition = definitionOf(java);
