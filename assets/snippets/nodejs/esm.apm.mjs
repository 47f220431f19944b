// Imports run before the code around them: the agent therefore starts in a module of its own.
import apm from 'elastic-apm-node';

apm.start({
  serviceName: {{SERVICE}},
  environment: {{ENVIRONMENT}},
  serverUrl: {{URL}},
  serverCaCertFile: {{CA_FILE}},
  // {{TOKEN_NOTE}}
});
