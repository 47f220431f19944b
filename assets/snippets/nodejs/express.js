// The agent instruments what is loaded after it, so it starts before every other require.
const apm = require('elastic-apm-node').start({
  serviceName: {{SERVICE}},
  environment: {{ENVIRONMENT}},
  serverUrl: {{URL}},
  serverCaCertFile: {{CA_FILE}},
  // {{TOKEN_NOTE}}
});

const express = require('express');
const app = express();

// Your routes go here.

// After the last route: errors that Express catches are reported as well.
app.use(apm.middleware.connect());
