import type { Framework } from '../../definition.ts';

/** The ways to bring OpenTelemetry into a Python application, Elastic's distribution first. What finds the libraries in use adds the instrumentation of each. */
export const frameworks: readonly Framework[] = [
  {
    id: 'edot',
    title: 'EDOT Python',
    markers: ['elastic-opentelemetry'],
    start: 'python app.py',
    install: 'python -m pip install elastic-opentelemetry\nedot-bootstrap --action=install',
  },
  {
    id: 'auto',
    title: 'Auto-instrumentation',
    markers: ['opentelemetry-distro', 'opentelemetry-instrumentation'],
    start: 'python app.py',
    install:
      'python -m pip install opentelemetry-distro opentelemetry-exporter-otlp-proto-http\nopentelemetry-bootstrap --action=install',
  },
  {
    id: 'sdk',
    title: 'SDK in code',
    markers: ['opentelemetry-sdk'],
    start: 'python app.py',
    install: 'python -m pip install opentelemetry-sdk opentelemetry-exporter-otlp-proto-http',
  },
];

/** Loads the instrumentation and what the environment says before the program. */
export const WRAPPER = 'opentelemetry-instrument';
