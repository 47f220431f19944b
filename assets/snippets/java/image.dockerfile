COPY --from=docker.elastic.co/observability/apm-agent-java:{{VERSION}} /usr/agent/elastic-apm-agent.jar /{{JAR}}
