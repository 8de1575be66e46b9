public import Files
import JSON

/// What a new letter kind begins as: a definition, both templates and a case, complete and ready to be changed.
public struct KindSkeleton: Sendable {
  private static let definitionName = "letter.yaml"

  /// The files of the new kind's folder.
  public private(set) var files: [(name: String, bytes: [UInt8])]

  /// The skeleton of a library, or `nil` where it has none.
  ///
  /// - Throws: `FileError` where a file of it cannot be read.
  public init?(of library: TemplateLibrary) throws(FileError) {
    let folder = library.referenceFolder + "/skeleton"
    guard FileSystem.kind(of: "\(folder)/\(Self.definitionName)") == .file else { return nil }
    files = try FileSystem.files(in: folder)
  }

  /// Calls the kind `name`.
  public mutating func rename(_ name: Bilingual) {
    for index in files.indices where files[index].name == Self.definitionName {
      files[index].bytes = Self.definition(files[index].bytes, named: name)
    }
  }

  /// The text of `letter.yaml` with another name; all else, comments too, stays as its author wrote it.
  private static func definition(_ bytes: [UInt8], named name: Bilingual) -> [UInt8] {
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    guard let start = lines.firstIndex(where: { $0.starts(with: "name:".utf8) }) else {
      return bytes
    }
    let end = lines[(start + 1)...].firstIndex { $0.first != 0x20 } ?? lines.endIndex
    // A text of JSON is one of YAML too.
    let members = [("kk", name.kk), ("ru", name.ru)].map { language, text in
      "  \(language): \(JSON.string(text).serialized())"
    }
    lines.replaceSubrange(start..<end, with: (["name:"] + members).map { ArraySlice($0.utf8) })
    return Array(lines.joined(separator: [0x0A]))
  }
}
