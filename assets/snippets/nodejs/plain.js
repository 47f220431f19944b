// The agent instruments what is loaded after it, so it starts before every other require.
require('elastic-apm-node').start({
  serviceName: {{SERVICE}},
  environment: {{ENVIRONMENT}},
  serverUrl: {{URL}},
  serverCaCertFile: {{CA_FILE}},
  // {{TOKEN_NOTE}}
});

const http = require('node:http');
