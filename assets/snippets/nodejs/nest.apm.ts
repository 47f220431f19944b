// TypeScript drops an import that is not used, and hoists the rest: the agent therefore starts in a file of its own.
import apm from 'elastic-apm-node';

apm.start({
  serviceName: {{SERVICE}},
  environment: {{ENVIRONMENT}},
  serverUrl: {{URL}},
  serverCaCertFile: {{CA_FILE}},
  // {{TOKEN_NOTE}}
});
