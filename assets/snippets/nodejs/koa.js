// The agent instruments what is loaded after it, so it starts before every other require.
require('elastic-apm-node').start({
  serviceName: {{SERVICE}},
  environment: {{ENVIRONMENT}},
  serverUrl: {{URL}},
  serverCaCertFile: {{CA_FILE}},
  // {{TOKEN_NOTE}}
});

const Koa = require('koa');
// With @koa/router or koa-router, transactions carry the name of the route.
const Router = require('@koa/router');
