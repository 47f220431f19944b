// Where to report, and as whom, is said by OTEL_ variables.
builder.AddElasticOpenTelemetry();
