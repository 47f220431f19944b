import elasticapm
from apm_settings import ELASTIC_APM

client = elasticapm.Client(ELASTIC_APM)
elasticapm.instrument()

# Each piece of work is one transaction; what it calls becomes its spans.
client.begin_transaction("script")
try:
    main()
    client.end_transaction("main", "success")
except Exception:
    client.capture_exception()
    client.end_transaction("main", "failure")
    raise
