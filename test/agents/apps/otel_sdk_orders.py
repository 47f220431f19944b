"""Follows the snippet for the SDK, which makes `tracer`: one order is a server span with a child."""

import os
import signal
from http.server import BaseHTTPRequestHandler, HTTPServer


class Orders(BaseHTTPRequestHandler):
    def do_GET(self):
        with tracer.start_as_current_span(f"GET {self.path}", kind=trace.SpanKind.SERVER):
            with tracer.start_as_current_span("SELECT orders", kind=trace.SpanKind.CLIENT):
                pass
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"ok")

    def log_message(self, *args):
        pass


server = HTTPServer(("127.0.0.1", 0), Orders)
# An exporter that is refused must not keep the application.
signal.signal(signal.SIGTERM, lambda *_: os._exit(0))
print(f"listening {server.server_port}", flush=True)
server.serve_forever()
