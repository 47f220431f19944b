require "elastic_apm"
require_relative "app"

use ElasticAPM::Middleware
ElasticAPM.start
at_exit { ElasticAPM.stop }

run App
