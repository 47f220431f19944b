import { definitionOf } from '../opentelemetry/definition-of.ts';
import { dotnet } from '../opentelemetry/dotnet/language.ts';

/** OpenTelemetry for .NET (reference/agents.md §1.5). */
export const definition = definitionOf(dotnet);
