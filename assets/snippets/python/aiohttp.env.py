from aiohttp import web
from elasticapm.contrib.aiohttp import ElasticAPM

app = web.Application()
# The settings come from the environment.
apm = ElasticAPM(app)
