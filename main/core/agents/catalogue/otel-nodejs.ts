import { definitionOf } from '../opentelemetry/definition-of.ts';
import { nodejs } from '../opentelemetry/nodejs/language.ts';

/** OpenTelemetry for Node.js, with Elastic's distribution (reference/agents.md §1.5). */
export const definition = definitionOf(nodejs);
