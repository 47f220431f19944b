    config.elastic_apm.server_url = {{URL}}
    config.elastic_apm.{{CA_NAME}} = {{CA_FILE}}
    config.elastic_apm.service_name = {{SERVICE}}
    config.elastic_apm.environment = {{ENVIRONMENT}}
    # {{TOKEN_NOTE}}
