// Below the package line of your app, whose BuildConfig it reads.
import android.app.Application
import co.elastic.otel.android.ElasticApmAgent
import co.elastic.otel.android.connectivity.Authentication{{TOKEN_LINE}}

class App : Application() {
    lateinit var agent: ElasticApmAgent

    override fun onCreate() {
        super.onCreate()
        agent = ElasticApmAgent.builder(this)
            .setServiceName({{SERVICE}})
            .setExportUrl({{URL}})
            .setExportAuthentication(Authentication.SecretToken(BuildConfig.APM_TOKEN)){{TOKEN_LINE}}
            .setDeploymentEnvironment({{ENVIRONMENT}})
            .build()
    }
}
