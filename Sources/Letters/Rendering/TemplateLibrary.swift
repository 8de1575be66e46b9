public import Diagnostics
public import Files

/// The folder of letter kinds and reference data.
public struct TemplateLibrary: Sendable {
  /// The folder's path.
  public let folder: String

  public init(folder: String) { self.folder = folder }

  /// The name that no kind can have: that of the folder of what all kinds share.
  public static let referenceName = "reference"

  /// The folder of what all kinds share.
  public var referenceFolder: String { "\(folder)/\(Self.referenceName)" }

  /// The names of the kinds that are there.
  public func kinds() throws(FileError) -> [String] {
    try FileSystem.names(in: folder).filter {
      !$0.hasPrefix(".") && FileSystem.kind(of: "\(folder)/\($0)/letter.yaml") == .file
    }
  }

  /// Reads and compiles a kind.
  ///
  /// - Throws: `FileError` where one of its files is missing or cannot be read.
  public func kind(
    _ id: String
  ) throws(FileError) -> (kind: LetterKind?, diagnostics: [Diagnostic], isUnreadable: Bool) {
    LetterKind.compile(id, try files(of: id))
  }

  /// The files of a kind and of the reference data, as they are.
  ///
  /// - Throws: `FileError` where one of the kind's files is missing or one cannot be read.
  public func files(of id: String) throws(FileError) -> LetterKind.Files {
    try Self.files(of: "\(folder)/\(id)", library: folder)
  }

  /// Reads what `letter.yaml` says of a kind, without its templates.
  ///
  /// - Throws: `FileError` where it is missing or cannot be read.
  public func definition(
    of id: String
  ) throws(FileError) -> (definition: KindDefinition?, diagnostics: [Diagnostic]) {
    let file = try Self.file("\(folder)/\(id)/letter.yaml")
    return KindDefinition.read(file.bytes, file: file.name)
  }

  /// The reference data that all kinds share, as far as it is there and in order.
  ///
  /// - Throws: `FileError` where a file of it cannot be read.
  public func reference() throws(FileError) -> ReferenceData {
    var reference = ReferenceData()
    for name in ReferenceData.files {
      let path = "\(referenceFolder)/\(name)"
      guard FileSystem.kind(of: path) != nil else { continue }
      _ = reference.read(name, try FileSystem.read(path), file: path)
    }
    return reference
  }

  /// What finished letters are checked by: the folder's reference data, and for each file that it does not have the one that is built in.
  ///
  /// - Throws: `FileError` where a file of it cannot be read.
  public func referenceForChecks() throws(FileError) -> (
    reference: ReferenceData, diagnostics: [Diagnostic]
  ) {
    var reference = ReferenceData()
    var diagnostics: [Diagnostic] = []
    for name in ReferenceData.files + ReferenceData.filesOfChecks {
      let path = "\(referenceFolder)/\(name)"
      if FileSystem.kind(of: path) != nil {
        diagnostics += reference.read(name, try FileSystem.read(path), file: path)
      } else if let text = ReferenceData.builtInFiles[name] {
        diagnostics += reference.read(name, Array(text.utf8), file: name)
      }
    }
    return (reference, diagnostics)
  }

  /// How words are read and declined: what is built in, with what the folder's files say over it.
  ///
  /// - Throws: `FileError` where a file of it cannot be read.
  public func lexicons() throws(FileError) -> (lexicons: GrammarLexicons, diagnostics: [Diagnostic])
  {
    var lexicons = GrammarLexicons.builtIn
    var diagnostics: [Diagnostic] = []
    for name in GrammarLexicons.files {
      let path = "\(referenceFolder)/\(name)"
      guard FileSystem.kind(of: path) == .file else { continue }
      diagnostics += lexicons.read(name, try FileSystem.read(path), file: path)
    }
    return (lexicons, diagnostics)
  }

  /// Everything that is wrong, or may be an oversight, in the kind whose folder is `path`; the reference data lies beside it.
  ///
  /// - Throws: `FileError` where one of its files is missing or cannot be read.
  public static func inspect(
    _ path: String
  ) throws(FileError) -> (diagnostics: [Diagnostic], isUnreadable: Bool) {
    let id = path.split(separator: "/").last.map(String.init) ?? path
    let (_, diagnostics, isUnreadable) = LetterKind.compile(
      id, try files(of: path, library: "\(path)/.."), isInspected: true)
    return (diagnostics, isUnreadable)
  }

  private static func files(
    of path: String, library: String
  ) throws(FileError) -> LetterKind.Files {
    var templates: [LetterLanguage: LetterKind.Files.File] = [:]
    for language in LetterLanguage.allCases {
      templates[language] = try file("\(path)/\(language).docx")
    }
    var reference: [String: LetterKind.Files.File] = [:]
    for name in ReferenceData.files + GrammarLexicons.files {
      let path = "\(library)/\(referenceName)/\(name)"
      if FileSystem.kind(of: path) != nil { reference[name] = try file(path) }
    }
    return LetterKind.Files(
      definition: try file("\(path)/letter.yaml"), templates: templates, reference: reference)
  }

  private static func file(_ path: String) throws(FileError) -> LetterKind.Files.File {
    LetterKind.Files.File(name: path, bytes: try FileSystem.read(path))
  }
}
