import { getWebAutoInstrumentations } from '@opentelemetry/auto-instrumentations-web';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import { registerInstrumentations } from '@opentelemetry/instrumentation';
import { defaultResource, resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, WebTracerProvider } from '@opentelemetry/sdk-trace-web';

// To the page's own origin, and without a token: its server adds that and passes it on.
const exporter = new OTLPTraceExporter({ url: '/otel/v1/traces' });

export const provider = new WebTracerProvider({
  resource: defaultResource().merge(
    resourceFromAttributes({
      'service.name': {{SERVICE}},
      'deployment.environment.name': {{ENVIRONMENT}},
    }),
  ),
  spanProcessors: [new BatchSpanProcessor(exporter)],
});
provider.register();

registerInstrumentations({ instrumentations: [getWebAutoInstrumentations()] });
