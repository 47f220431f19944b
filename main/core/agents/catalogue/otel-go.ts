import { definitionOf } from '../opentelemetry/definition-of.ts';
import { go } from '../opentelemetry/go/language.ts';

/** OpenTelemetry for Go (reference/agents.md §1.5). */
export const definition = definitionOf(go);
