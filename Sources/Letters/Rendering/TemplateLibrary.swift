public import Diagnostics
public import Files

/// The folder of letter kinds and reference data.
public struct TemplateLibrary: Sendable {
  /// The folder's path.
  public let folder: String

  public init(folder: String) { self.folder = folder }

  /// The names of the kinds that are there.
  public func kinds() throws(FileError) -> [String] {
    try FileSystem.names(in: folder).filter {
      FileSystem.kind(of: "\(folder)/\($0)/letter.yaml") == .file
    }
  }

  /// Reads and compiles a kind.
  ///
  /// - Throws: `FileError` where one of its files is missing or cannot be read.
  public func kind(
    _ id: String
  ) throws(FileError) -> (kind: LetterKind?, diagnostics: [Diagnostic], isUnreadable: Bool) {
    let base = "\(folder)/\(id)"
    var templates: [LetterLanguage: LetterKind.Files.File] = [:]
    for language in LetterLanguage.allCases {
      templates[language] = try file("\(base)/\(language).docx")
    }
    var reference: [String: LetterKind.Files.File] = [:]
    for name in ReferenceData.files {
      let path = "\(folder)/reference/\(name)"
      if FileSystem.kind(of: path) != nil { reference[name] = try file(path) }
    }
    let files = LetterKind.Files(
      definition: try file("\(base)/letter.yaml"), templates: templates, reference: reference)
    return LetterKind.compile(id, files)
  }

  private func file(_ path: String) throws(FileError) -> LetterKind.Files.File {
    LetterKind.Files.File(name: path, bytes: try FileSystem.read(path))
  }
}
