import ElasticApm
import SwiftUI
import UIKit

final class AppDelegate: NSObject, UIApplicationDelegate {
  func application(
    _ application: UIApplication,
    didFinishLaunchingWithOptions launchOptions: [UIApplication.LaunchOptionsKey: Any]? = nil
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

@main
struct ShopApp: App {
  @UIApplicationDelegateAdaptor(AppDelegate.self) private var appDelegate

  var body: some Scene {
    WindowGroup {
      ContentView()
    }
  }
}
