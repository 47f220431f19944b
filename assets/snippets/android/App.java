// Below the package line of your app, whose BuildConfig it reads.
import android.app.Application;
import co.elastic.otel.android.ElasticApmAgent;
import co.elastic.otel.android.connectivity.Authentication;{{TOKEN_LINE}}

public class App extends Application {
    private ElasticApmAgent agent;

    @Override
    public void onCreate() {
        super.onCreate();
        agent = ElasticApmAgent.builder(this)
            .setServiceName({{SERVICE}})
            .setExportUrl({{URL}})
            .setExportAuthentication(new Authentication.SecretToken(BuildConfig.APM_TOKEN)){{TOKEN_LINE}}
            .setDeploymentEnvironment({{ENVIRONMENT}})
            .build();
    }
}
