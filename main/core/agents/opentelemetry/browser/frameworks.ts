import type { Framework } from '../../definition.ts';

/** Where Vite's development server shows the page. */
export const PAGE = 'http://localhost:5173';

const SDK = [
  '@opentelemetry/auto-instrumentations-web',
  '@opentelemetry/exporter-trace-otlp-proto',
  '@opentelemetry/instrumentation',
  '@opentelemetry/resources',
  '@opentelemetry/sdk-trace-web',
];

/**
 * The routes from a page to an APM Server, by what passes its reports on: APM Server answers no question of a browser on the paths of OTLP, and a page can keep no token
 * (reference/intake-protocol.md A5, B5). Their `start` is what starts that.
 */
export const frameworks: readonly Framework[] = [
  {
    id: 'vite',
    title: 'SDK, behind Vite',
    markers: ['@opentelemetry/sdk-trace-web', '@opentelemetry/auto-instrumentations-web'],
    start: 'npm run dev',
    install: `npm install ${SDK.join(' ')}`,
  },
  {
    id: 'nginx',
    title: 'SDK, behind nginx',
    markers: [],
    start: 'nginx',
    install: `npm install ${SDK.join(' ')}`,
  },
  {
    id: 'edot',
    title: 'EDOT Browser, by a Collector',
    markers: ['@elastic/opentelemetry-browser'],
    start: 'otelcol --config collector.yaml',
    install: 'npm install @elastic/opentelemetry-browser',
  },
];

/** Command lines of what passes the reports on; each is a program of its own, and no browser. */
export const RELAYS =
  /(?:^|[\s/\\])(?:nginx(?:\.exe)?\b|vite(?:\.js)?(?:\s|$)|[\w-]*otelcol[\w-]*|elastic-otel-collector)/;
