from elasticapm.contrib.flask import ElasticAPM
from flask import Flask

app = Flask(__name__)
app.config.from_object("apm_settings")
apm = ElasticAPM(app)
