import type { Dialect } from '../agents/agent-under-test.ts';

/** The variables of OpenTelemetry's specification, which are the same in every language. */
export const OPENTELEMETRY: Dialect = {
  url: 'OTEL_EXPORTER_OTLP_ENDPOINT',
  token: 'OTEL_EXPORTER_OTLP_HEADERS',
  beforeToken: 'Authorization=Bearer%20',
  ca: 'OTEL_EXPORTER_OTLP_CERTIFICATE',
  service: 'OTEL_SERVICE_NAME',
  useApiKey: (env, key) => {
    env.OTEL_EXPORTER_OTLP_HEADERS = `Authorization=ApiKey%20${key}`;
  },
  hurry: {
    OTEL_BSP_SCHEDULE_DELAY: '200',
    OTEL_BLRP_SCHEDULE_DELAY: '200',
    OTEL_METRIC_EXPORT_INTERVAL: '500',
    OTEL_METRIC_EXPORT_TIMEOUT: '400',
  },
};
