from elasticapm.contrib.starlette import ElasticAPM, make_apm_client
from fastapi import FastAPI

app = FastAPI()
# The settings come from the environment.
app.add_middleware(ElasticAPM, client=make_apm_client())
