import type { Framework } from '../../definition.ts';

/** The ways to bring OpenTelemetry into a Node.js application, Elastic's distribution first. */
export const frameworks: readonly Framework[] = [
  {
    id: 'edot',
    title: 'EDOT Node.js',
    markers: ['@elastic/opentelemetry-node'],
    start: 'node app.js',
    install: 'npm install @elastic/opentelemetry-node',
  },
  {
    id: 'auto',
    title: 'Auto-instrumentations',
    markers: ['@opentelemetry/auto-instrumentations-node'],
    start: 'node app.js',
    install: 'npm install @opentelemetry/api @opentelemetry/auto-instrumentations-node',
  },
  {
    id: 'sdk',
    title: 'SDK in code',
    markers: ['@opentelemetry/sdk-node'],
    start: 'node app.js',
    install: 'npm install @opentelemetry/api @opentelemetry/sdk-node @opentelemetry/auto-instrumentations-node',
  },
];

/** What Node.js is told so that the SDK is there before the application. */
export function preloadOption({ id }: Framework): string {
  if (id === 'edot') return '--import @elastic/opentelemetry-node';
  if (id === 'auto') return '--require @opentelemetry/auto-instrumentations-node/register';
  return '--require ./instrumentation.cjs';
}
