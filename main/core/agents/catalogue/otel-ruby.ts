import { definitionOf } from '../opentelemetry/definition-of.ts';
import { ruby } from '../opentelemetry/ruby/language.ts';

/** OpenTelemetry for Ruby (reference/agents.md §1.5). */
export const definition = definitionOf(ruby);
