import Foundation
import Testing

/// The package as it lies on the disk, around this file.
struct SourceTree {
  struct File {
    /// The path from the package's folder.
    let path: String
    /// The folder below `Sources` or `Tests`.
    let target: String
    let text: String

    var lineCount: Int { text.split(separator: "\n", omittingEmptySubsequences: false).count - 1 }

    /// The modules that the file imports, however it does.
    var imports: Set<String> {
      let pattern =
        /^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:(?:public|package|internal|fileprivate|private)\s+)?import\s+(?:(?:struct|class|enum|protocol|func|var|let|typealias)\s+)?(\w+)/
      return Set(text.matches(of: pattern.anchorsMatchLineEndings()).map { String($0.1) })
    }
  }

  let root: URL

  init() {
    root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  }

  func text(of path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// The Swift files of all targets below `folder`.
  func files(in folder: String) throws -> [File] {
    let top = root.appending(path: folder)
    let paths = try #require(FileManager.default.subpaths(atPath: top.path)).sorted()
    let files = try paths.filter { $0.hasSuffix(".swift") && $0.contains("/") }.map { path in
      File(
        path: folder + "/" + path, target: String(path.prefix { $0 != "/" }),
        text: try text(of: folder + "/" + path))
    }
    // Without files every rule below would hold.
    try #require(files.count > 10)
    return files
  }
}
