var builder = Host.CreateApplicationBuilder(args);

// Before the services that it is to see.
builder.Services.AddAllElasticApm();
