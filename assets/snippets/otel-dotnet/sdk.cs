using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

// Where to report, and as whom, is said by OTEL_ variables.
builder.Services.AddOpenTelemetry()
    .WithTracing(tracing => tracing.AddAspNetCoreInstrumentation())
    .WithMetrics(metrics => metrics.AddAspNetCoreInstrumentation())
    .UseOtlpExporter();
