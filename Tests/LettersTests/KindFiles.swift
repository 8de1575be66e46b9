import Files

@testable import Letters

/// The files of a kind as they are in the repository, for tests that change them.
enum KindFiles {
  static func response() throws -> LetterKind.Files { try files(of: "response") }

  static func files(of kind: String) throws -> LetterKind.Files {
    func file(_ name: String) throws -> LetterKind.Files.File {
      let path = "\(Example.root)/templates/\(name)"
      return LetterKind.Files.File(name: name, bytes: try FileSystem.read(path))
    }
    var reference: [String: LetterKind.Files.File] = [:]
    for name in ReferenceData.files + GrammarLexicons.files {
      reference[name] = try file("reference/\(name)")
    }
    return LetterKind.Files(
      definition: try file("\(kind)/letter.yaml"),
      templates: [.kk: try file("\(kind)/kk.docx"), .ru: try file("\(kind)/ru.docx")],
      reference: reference)
  }
}
