from elasticapm.contrib.starlette import ElasticAPM, make_apm_client
from fastapi import FastAPI

app = FastAPI()
apm = make_apm_client(
    service_name={{SERVICE}},
    environment={{ENVIRONMENT}},
    server_url={{URL}},
    server_ca_cert_file={{CA_FILE}},
    # {{TOKEN_NOTE}}
)
app.add_middleware(ElasticAPM, client=apm)
