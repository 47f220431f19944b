import { startBrowserSdk } from '@elastic/opentelemetry-browser';

startBrowserSdk({
  serviceName: {{SERVICE}},
  resourceAttributes: { 'deployment.environment.name': {{ENVIRONMENT}} },
  // The Collector beside the page: it takes JSON, APM Server does not.
  otlpEndpoint: 'http://localhost:4318',
});
