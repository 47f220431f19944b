import ElasticApm
import UIKit

@main
final class AppDelegate: UIResponder, UIApplicationDelegate {
  func application(
    _ application: UIApplication,
    didFinishLaunchingWithOptions launchOptions: [UIApplication.LaunchOptionsKey: Any]?
  ) -> Bool {
    let configuration = AgentConfigBuilder()
      .withExportUrl(URL(string: {{URL}})!)
      .withSecretToken(ProcessInfo.processInfo.environment[{{TOKEN}}] ?? "")
      .useConnectionType(.http)
      .build()
    ElasticApmAgent.start(with: configuration)
    return true
  }
}
