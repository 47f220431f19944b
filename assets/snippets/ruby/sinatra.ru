require "elastic_apm"
require_relative "app"

use ElasticAPM::Middleware
ElasticAPM::Sinatra.start(App)
at_exit { ElasticAPM.stop }

run App
