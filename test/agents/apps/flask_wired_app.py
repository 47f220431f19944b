"""The same application with the agent's own Flask extension, as its documentation wires it; every setting comes from the environment."""

from elasticapm.contrib.flask import ElasticAPM
from flask_app import app
from werkzeug.serving import make_server

ElasticAPM(app)

if __name__ == "__main__":
    server = make_server("127.0.0.1", 0, app)
    print(f"listening {server.server_port}", flush=True)
    server.serve_forever()
