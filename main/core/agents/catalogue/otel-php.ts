import { definitionOf } from '../opentelemetry/definition-of.ts';
import { php } from '../opentelemetry/php/language.ts';

/** OpenTelemetry for PHP, with Elastic's distribution (reference/agents.md §1.5). */
export const definition = definitionOf(php);
