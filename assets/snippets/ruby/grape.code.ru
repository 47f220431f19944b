require "elastic_apm"
require_relative "app"

use ElasticAPM::Middleware
# {{TOKEN_NOTE}}
ElasticAPM::Grape.start(
  App,
  server_url: {{URL}},
  {{CA_NAME}}: {{CA_FILE}},
  service_name: {{SERVICE}},
  environment: {{ENVIRONMENT}},
)
at_exit { ElasticAPM.stop }

run App
