import Diagnostics

/// The reference data of a kind as they were read, with what is made of them: kinds of one folder have the same.
struct SharedReference: Sendable {
  private let files: [String: LetterKind.Files.File]
  let reference: ReferenceData
  let lexicons: GrammarLexicons
  /// What the checks of letters know of the world.
  let knowledge: ParityKnowledge
  /// What was found in the files.
  let diagnostics: [Diagnostic]

  init(_ files: [String: LetterKind.Files.File]) {
    self.files = files
    var reference = ReferenceData()
    var lexicons = GrammarLexicons.builtIn
    var diagnostics: [Diagnostic] = []
    for (name, file) in files.sorted(by: { $0.key < $1.key }) {
      diagnostics +=
        GrammarLexicons.files.contains(name)
        ? lexicons.read(name, file.bytes, file: file.name)
        : reference.read(name, file.bytes, file: file.name)
    }
    self.reference = reference
    self.lexicons = lexicons
    self.diagnostics = diagnostics
    knowledge = ParityKnowledge(reference, lexicons)
  }

  /// Whether it was read from the same files.
  func isOf(_ files: [String: LetterKind.Files.File]) -> Bool {
    self.files.count == files.count
      && self.files.allSatisfy { name, file in
        files[name].map { $0.name == file.name && $0.bytes == file.bytes } ?? false
      }
  }
}
