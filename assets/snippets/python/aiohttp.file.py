from aiohttp import web
from apm_settings import ELASTIC_APM
from elasticapm.contrib.aiohttp import ElasticAPM

app = web.Application()
app["ELASTIC_APM"] = ELASTIC_APM
apm = ElasticAPM(app)
