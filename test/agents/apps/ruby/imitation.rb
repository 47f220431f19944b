# frozen_string_literal: true

# An application that reports as the Elastic APM agent for Ruby does: through http.rb, with a TLS context made as the agent's lib/elastic_apm/config.rb makes it, and with its
# User-Agent, its metadata and its poll for central configuration. The agent itself comes from RubyGems and is no part of this.

require 'http'
require 'json'
require 'logger'
require 'openssl'
require 'securerandom'
require 'socket'
require 'zlib'

VERSION = '4.9.0'
SERVER = ENV.fetch('ELASTIC_APM_SERVER_URL', 'http://localhost:8200')
SERVICE = ENV.fetch('ELASTIC_APM_SERVICE_NAME', 'ruby')
LOG = Logger.new(ENV['ELASTIC_APM_LOG_PATH'] == '-' ? $stdout : nil)

def tls_context
  return unless SERVER.start_with?('https')

  OpenSSL::SSL::SSLContext.new.tap do |context|
    authority = ENV['ELASTIC_APM_SERVER_CA_CERT_FILE']
    if authority
      context.ca_file = authority
    else
      context.cert_store = OpenSSL::X509::Store.new.tap(&:set_default_paths)
    end
    verifies = !%w[false 0].include?(ENV.fetch('ELASTIC_APM_VERIFY_SERVER_CERT', 'true').downcase)
    context.verify_mode = verifies ? OpenSSL::SSL::VERIFY_PEER : OpenSSL::SSL::VERIFY_NONE
  end
end

def headers
  token = ENV.fetch('ELASTIC_APM_SECRET_TOKEN', nil)
  key = ENV.fetch('ELASTIC_APM_API_KEY', nil)
  {
    'User-Agent' => "elastic-apm-ruby/#{VERSION} (#{SERVICE})",
    **(token ? { 'Authorization' => "Bearer #{token}" } : {}),
    # As in the agent's lib/elastic_apm/transport/headers.rb, the key wins.
    **(key ? { 'Authorization' => "ApiKey #{key}" } : {})
  }
end

def metadata
  {
    service: {
      name: SERVICE,
      environment: ENV.fetch('ELASTIC_APM_ENVIRONMENT', nil),
      agent: { name: 'ruby', version: VERSION },
      language: { name: 'ruby', version: RUBY_VERSION },
      runtime: { name: 'ruby', version: RUBY_VERSION }
    },
    process: { pid: Process.pid, title: $PROGRAM_NAME, argv: [] },
    system: { detected_hostname: Socket.gethostname }
  }
end

def events(order)
  trace = SecureRandom.hex(16)
  transaction = SecureRandom.hex(8)
  at = (Time.now.to_f * 1_000_000).to_i
  [
    { transaction: { id: transaction, trace_id: trace, name: "GET /orders/#{order}", type: 'request', duration: 2.0,
                     timestamp: at, sampled: true, span_count: { started: 1, dropped: 0 } } },
    { span: { id: SecureRandom.hex(8), transaction_id: transaction, parent_id: transaction, trace_id: trace,
              name: 'SELECT FROM orders', type: 'db', duration: 1.0, timestamp: at } }
  ]
end

# A body that stays open for as long as the agent keeps one request open, after what there is to say was written.
def stream(lines)
  read, write = IO.pipe(binmode: true)
  Thread.new do
    write.write(Zlib.gzip(lines))
    sleep(ENV.fetch('ELASTIC_APM_API_REQUEST_TIME', '10s').to_i)
    write.close
  end
  read
end

def report(order)
  lines = [{ metadata: metadata }, *events(order)].map(&:to_json).join("\n")
  body = stream(lines)
  sent = headers.merge('Content-Type' => 'application/x-ndjson', 'Content-Encoding' => 'gzip',
                       'Transfer-Encoding' => 'chunked')
  response = HTTP.headers(sent).post("#{SERVER}/intake/v2/events", body: body, ssl_context: tls_context).flush
  LOG.error("APM Server responded with an error:\n#{response.body.to_s.inspect}") unless response.status == 202
rescue StandardError => e
  LOG.error("Couldn't establish connection to APM Server:\n#{e.inspect.inspect}")
end

def poll
  query = { 'service.name' => SERVICE }
  HTTP.headers(headers.merge('If-None-Match' => '1'))
      .get("#{SERVER}/config/v1/agents", params: query, ssl_context: tls_context).flush
rescue StandardError => e
  LOG.debug("Failed fetching config: #{e.message}")
end

server = TCPServer.new('127.0.0.1', 0)
puts "listening #{server.addr[1]}"
$stdout.flush
Thread.new { poll }
loop do
  client = server.accept
  order = client.gets[%r{/orders/([\w-]+)}, 1]
  nil until [nil, "\r\n"].include?(client.gets)
  client.write "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok"
  client.close
  report(order)
end
