from elasticapm.contrib.flask import ElasticAPM
from flask import Flask

app = Flask(__name__)
apm = ElasticAPM(
    app,
    service_name={{SERVICE}},
    environment={{ENVIRONMENT}},
    server_url={{URL}},
    server_ca_cert_file={{CA_FILE}},
    # {{TOKEN_NOTE}}
)
