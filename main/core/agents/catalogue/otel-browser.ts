import type { AgentDefinition } from '../definition.ts';
import { cure } from '../opentelemetry/browser/cures.ts';
import { frameworks, RELAYS } from '../opentelemetry/browser/frameworks.ts';
import { launch } from '../opentelemetry/browser/launch.ts';
import { logMarks, logPhrases } from '../opentelemetry/browser/log-phrases.ts';
import { ownForm, startLine } from '../opentelemetry/browser/own-form.ts';
import { recognise } from '../opentelemetry/browser/project.ts';
import { settings } from '../opentelemetry/browser/settings.ts';

/**
 * OpenTelemetry in a page: the SDK for browsers, or Elastic's distribution of it. No page reports to an APM Server itself: that answers no question about other origins on the paths of
 * OTLP, reads no JSON, and asks for a token, which a page cannot keep (reference/intake-protocol.md A1, A5, B5).
 */
export const definition: AgentDefinition = {
  id: 'otel-browser',
  title: 'OpenTelemetry browser',
  version: '2.12.1',
  keywords: [
    'otel',
    'otlp',
    'opentelemetry',
    'edot',
    'webjs',
    'page',
    'frontend',
    'javascript',
    'rum',
    '@opentelemetry/sdk-trace-web',
    '@elastic/opentelemetry-browser',
  ],
  metadataNames: ['opentelemetry/webjs', 'opentelemetry/webjs/elastic'],
  // What arrives bears the browser's own, or that of a Collector; neither names an SDK.
  userAgent: /(?!)/,
  preflights: /\/v1\/(?:traces|metrics|logs)(?:\?|$)/,
  relays: RELAYS,
  // A Collector goes by the full name of its distribution (opentelemetry-collector 0.165.0, exporter/otlphttpexporter/otlp.go; component/build_info.go `Description`).
  relayUserAgent: /^OpenTelemetry Collector\b/,
  executable: /^(nginx|[\w-]*otelcol[\w-]*|elastic-otel-collector)(\.exe)?$/,
  insteadOf: { agent: 'nodejs', where: /@opentelemetry\/sdk-trace-web|@elastic\/opentelemetry-browser/ },
  settings,
  // Vite, or a Collector, which pass its reports on.
  tlsClients: ['node', 'go'],
  storesRead: [],
  central: [],
  centralTag: 'received',
  frameworks,
  // Node.js under Vite and nginx leave without an alert; a Collector, written in Go, says the same for every fault.
  rejection: {
    silent: true,
    untrusted: ['bad_certificate'],
    wrongName: ['bad_certificate'],
    expired: ['bad_certificate'],
  },
  logPhrases,
  logMarks,
  forms: ['code'],
  ownForm,
  environment: () => [],
  ownEnvironment: () => [],
  loaders: [],
  startCommand: ({ start }) => start,
  startLine: (_as, framework, wiring) => startLine(framework, wiring),
  advice: (_as, { id }) => [
    ...(id === 'vite'
      ? [
          'Vite passes reports on while it serves the page, in development and by vite preview. Where a web server shows it, that has to.',
        ]
      : []),
    ...(id === 'nginx'
      ? [
          'The page has to come from the same nginx, so that /otel is of its own origin. On Windows the files lie in conf, beside nginx.conf.',
        ]
      : []),
    ...(id === 'edot'
      ? [
          'EDOT Browser sends JSON alone, which APM Server refuses with 400, so no reverse proxy is enough for it: a Collector takes it in and sends protobuf.',
          'A path in otlpEndpoint has to end in a slash: /otel becomes /otelv1/traces.',
          'otelcol stands for your Collector; that of Elastic is started by elastic-agent otel --config collector.yaml.',
          'The names are those of EDOT Browser 0.3.0, a preview; from the documentation of later ones, otlpEndpoint becomes exportConfig.url.',
        ]
      : [
          'The exporter has to be the one that ends in -proto: -http sends JSON, which APM Server does not read.',
          "A Content-Security-Policy of the page needs connect-src 'self'.",
        ]),
  ],
  cure: (code, _as, wiring) => cure(code, wiring),
  launch,
  recognise,
  notes: [
    'A page cannot report straight to an APM Server: that answers no preflight on /v1/traces, also with RUM on, and whoever opens a page could read a token in it. So its server passes the reports on.',
    'One kind of page reports without a token: that of Elastic’s own agent, RUM JavaScript.',
  ],
};
