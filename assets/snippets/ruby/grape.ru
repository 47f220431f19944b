require "elastic_apm"
require_relative "app"

use ElasticAPM::Middleware
ElasticAPM::Grape.start(App)
at_exit { ElasticAPM.stop }

run App
