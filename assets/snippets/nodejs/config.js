// Read by elastic-apm-node when it starts. A variable of the environment wins over what stands here.
module.exports = {
  serviceName: {{SERVICE}},
  environment: {{ENVIRONMENT}},
  serverUrl: {{URL}},
  serverCaCertFile: {{CA_FILE}},
  // {{TOKEN_NOTE}}
};
