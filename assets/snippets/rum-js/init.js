import { init } from '@elastic/apm-rum';

export const apm = init({
  serviceName: {{SERVICE}},
  serverUrl: {{URL}},
  environment: {{ENVIRONMENT}},
  // Origins that get the trace as well;
  // their CORS has to allow "traceparent".
  distributedTracingOrigins: [],
});
