import tornado.web
from elasticapm.contrib.tornado import ElasticAPM

app = tornado.web.Application()
# The settings come from the environment.
apm = ElasticAPM(app)
