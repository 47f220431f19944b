import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type GoProgram, installGo } from './install-go.ts';

const SOURCES = resolve(import.meta.dirname, '..', 'agents', 'apps');

/** What the application is built from; a change makes it be built anew. */
const MODULE = `module example.test/shop

go 1.21

require (
	go.elastic.co/apm/module/apmhttp/v2 v2.7.12
	go.elastic.co/apm/v2 v2.7.12
)
`;

const OPENTELEMETRY_MODULE = `module example.test/shop

go 1.26

require (
	go.opentelemetry.io/contrib/exporters/autoexport v0.72.0
	go.opentelemetry.io/contrib/instrumentation/net/http/otelhttp v0.72.0
	go.opentelemetry.io/otel v1.47.0
	go.opentelemetry.io/otel/sdk v1.47.0
	go.opentelemetry.io/otel/sdk/metric v1.47.0
)
`;

/** A program with the real Go agent, and the folder with its go.mod; built once. */
export type GoApplication =
  | { readonly file: string; readonly folder: string }
  | Extract<GoProgram, { readonly problem: string }>;

/** Builds the application of the tests into `.cache/agents`; one sentence where it cannot be had. */
export function goApplication(): GoApplication {
  return build('shop', MODULE, 'go');
}

/** The same with OpenTelemetry's SDK in the place of the agent. */
export function openTelemetryGoApplication(): GoApplication {
  return build('otel-shop', OPENTELEMETRY_MODULE, 'otel-go');
}

function build(name: string, module: string, source: string): GoApplication {
  const main = readFileSync(join(SOURCES, source, 'main.go'), 'utf8');
  const built = installGo('agents', name, '.', { 'go.mod': module, 'main.go': main });
  return 'problem' in built ? built : { file: built.file, folder: join(dirname(built.file), 'source') };
}
