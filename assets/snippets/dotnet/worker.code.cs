var builder = Host.CreateApplicationBuilder(args);

// {{TOKEN_NOTE}}
builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
{
    ["ElasticApm:ServerUrl"] = {{URL}},
    ["ElasticApm:ServiceName"] = {{SERVICE}},
    ["ElasticApm:Environment"] = {{ENVIRONMENT}},
});
// Before the services that it is to see.
builder.Services.AddAllElasticApm();
