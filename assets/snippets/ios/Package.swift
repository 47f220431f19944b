// In Xcode: File, Add Package Dependencies.
.package(url: "https://github.com/elastic/apm-agent-ios.git", from: "{{VERSION}}"),
// In the target:
.product(name: "ElasticApm", package: "apm-agent-ios"),
