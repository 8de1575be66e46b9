public import Foundation

/// Programs as they were built with the tests.
public enum BuiltProgram {
  public static let url = url(of: "qoshat")

  /// The programs lie beside the test bundle that is running.
  public static func url(of name: String) -> URL {
    let bundle = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    let beside = bundle.deletingLastPathComponent().appendingPathComponent(name)
    if FileManager.default.isExecutableFile(atPath: beside.path) { return beside }
    return URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent(".build/debug/\(name)")
  }
}
