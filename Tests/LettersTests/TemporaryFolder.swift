import Foundation

/// Folders that tests write into, all below one that goes away with the process.
enum TemporaryFolder {
  private static let root: String = {
    let path = FileManager.default.temporaryDirectory.path + "/qoshat-letters-\(getpid())"
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    atexit {
      let path = FileManager.default.temporaryDirectory.path + "/qoshat-letters-\(getpid())"
      try? FileManager.default.removeItem(atPath: path)
    }
    return path
  }()

  static func make() throws -> String {
    let path = root + "/" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    return path
  }
}
