var builder = WebApplication.CreateBuilder(args);

// {{TOKEN_NOTE}}
builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
{
    ["ElasticApm:ServerUrl"] = {{URL}},
    ["ElasticApm:ServiceName"] = {{SERVICE}},
    ["ElasticApm:Environment"] = {{ENVIRONMENT}},
});
builder.Services.AddAllElasticApm();
