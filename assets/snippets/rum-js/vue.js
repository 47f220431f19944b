import { ApmVuePlugin } from '@elastic/apm-rum-vue';
import { createApp } from 'vue';
import App from './App.vue';
import router from './router';

createApp(App)
  .use(router)
  // Leave router out where there is none.
  .use(ApmVuePlugin, {
    router,
    config: {
      serviceName: {{SERVICE}},
      serverUrl: {{URL}},
      environment: {{ENVIRONMENT}},
      // Origins that get the trace as well;
      // their CORS has to allow "traceparent".
      distributedTracingOrigins: [],
    },
  })
  .mount('#app');
