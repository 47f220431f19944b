import elasticapm

client = elasticapm.Client(
    service_name={{SERVICE}},
    environment={{ENVIRONMENT}},
    server_url={{URL}},
    server_ca_cert_file={{CA_FILE}},
    # {{TOKEN_NOTE}}
)
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
