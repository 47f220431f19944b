"""One order makes a server span with a child, an exception, a log record and a metric; OTEL_ variables say the rest."""

import logging
import os
import signal
import sys
from http.server import BaseHTTPRequestHandler, HTTPServer

from opentelemetry import metrics, trace
from opentelemetry.sdk._logs import LoggerProvider, LoggingHandler
from opentelemetry.sdk._logs.export import BatchLogRecordProcessor
from opentelemetry.sdk.metrics import MeterProvider
from opentelemetry.sdk.metrics.export import PeriodicExportingMetricReader
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor

if os.environ["OTEL_EXPORTER_OTLP_PROTOCOL"] == "grpc":
    from opentelemetry.exporter.otlp.proto.grpc._log_exporter import OTLPLogExporter
    from opentelemetry.exporter.otlp.proto.grpc.metric_exporter import OTLPMetricExporter
    from opentelemetry.exporter.otlp.proto.grpc.trace_exporter import OTLPSpanExporter
else:
    from opentelemetry.exporter.otlp.proto.http._log_exporter import OTLPLogExporter
    from opentelemetry.exporter.otlp.proto.http.metric_exporter import OTLPMetricExporter
    from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter

spans = TracerProvider()
spans.add_span_processor(BatchSpanProcessor(OTLPSpanExporter()))
trace.set_tracer_provider(spans)
numbers = MeterProvider(metric_readers=[PeriodicExportingMetricReader(OTLPMetricExporter())])
metrics.set_meter_provider(numbers)
records = LoggerProvider()
records.add_log_record_processor(BatchLogRecordProcessor(OTLPLogExporter()))

log = logging.getLogger("orders")
log.addHandler(LoggingHandler(logger_provider=records))
log.setLevel(logging.INFO)
tracer = trace.get_tracer("orders")
orders = metrics.get_meter("orders").create_counter("orders.taken")


class Orders(BaseHTTPRequestHandler):
    def do_GET(self):
        with tracer.start_as_current_span(f"GET {self.path}", kind=trace.SpanKind.SERVER) as span:
            with tracer.start_as_current_span("SELECT orders", kind=trace.SpanKind.CLIENT):
                pass
            span.record_exception(TypeError("no such order"))
            log.info("an order was taken")
            orders.add(1, {"route": "/orders"})
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"ok")

    def log_message(self, *args):
        pass


server = HTTPServer(("127.0.0.1", 0), Orders)
# An exporter that is refused must not keep the application.
signal.signal(signal.SIGTERM, lambda *_: os._exit(0))
print(f"listening {server.server_port}", flush=True)
sys.stdout.flush()
server.serve_forever()
