INSTALLED_APPS = [
    # Before your own apps, so that it sees what they do.
    "elasticapm.contrib.django",
    # …
]

ELASTIC_APM = {
    "SERVICE_NAME": {{SERVICE}},
    "ENVIRONMENT": {{ENVIRONMENT}},
    "SERVER_URL": {{URL}},
    "SERVER_CA_CERT_FILE": {{CA_FILE}},
    # {{TOKEN_NOTE}}
}
