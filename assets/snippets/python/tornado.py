import tornado.web
from elasticapm import Client
from elasticapm.contrib.tornado import ElasticAPM

app = tornado.web.Application()
apm_client = Client(
    framework_name="tornado",
    service_name={{SERVICE}},
    environment={{ENVIRONMENT}},
    server_url={{URL}},
    server_ca_cert_file={{CA_FILE}},
    # {{TOKEN_NOTE}}
)
apm = ElasticAPM(app, apm_client)
