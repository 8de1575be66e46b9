import Glibc

/// Folders that tests write into, below the system's own.
enum TemporaryFolder {
  static func make() -> String {
    var template = Array("/tmp/qoshat-tests-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else { preconditionFailure("no temporary folder") }
    return String(cString: made)
  }
}
