import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type GoProgram, installGo } from './install-go.ts';

const SOURCE = resolve(import.meta.dirname, '..', 'agents', 'apps', 'otelcol', 'main.go');

const MODULE = `module example.test/otelcol

go 1.26.0

require (
	go.opentelemetry.io/collector/component v1.71.0
	go.opentelemetry.io/collector/confmap v1.71.0
	go.opentelemetry.io/collector/confmap/provider/envprovider v1.71.0
	go.opentelemetry.io/collector/confmap/provider/fileprovider v1.71.0
	go.opentelemetry.io/collector/exporter v1.71.0
	go.opentelemetry.io/collector/exporter/otlphttpexporter v0.165.0
	go.opentelemetry.io/collector/otelcol v0.165.0
	go.opentelemetry.io/collector/receiver v1.71.0
	go.opentelemetry.io/collector/receiver/otlpreceiver v0.165.0
	go.opentelemetry.io/collector/service v0.165.0
)
`;

/** OpenTelemetry's real Collector with the parts that the snippet for EDOT Browser names, compiled once, which takes minutes; one sentence where it cannot be had. */
export function openTelemetryCollector(): GoProgram {
  return installGo('agents', 'otelcol', '.', { 'go.mod': MODULE, 'main.go': readFileSync(SOURCE, 'utf8') });
}
