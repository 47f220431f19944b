from apm_settings import ELASTIC_APM
from elasticapm.contrib.starlette import ElasticAPM, make_apm_client
from fastapi import FastAPI

app = FastAPI()
app.add_middleware(ElasticAPM, client=make_apm_client(ELASTIC_APM))
