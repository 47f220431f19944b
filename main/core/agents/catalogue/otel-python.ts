import { definitionOf } from '../opentelemetry/definition-of.ts';
import { python } from '../opentelemetry/python/language.ts';

/** OpenTelemetry for Python, with Elastic's distribution (reference/agents.md §1.5). */
export const definition = definitionOf(python);
