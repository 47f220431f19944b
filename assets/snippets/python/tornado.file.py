import tornado.web
from apm_settings import ELASTIC_APM
from elasticapm.contrib.tornado import ElasticAPM

app = tornado.web.Application(ELASTIC_APM=ELASTIC_APM)
apm = ElasticAPM(app)
