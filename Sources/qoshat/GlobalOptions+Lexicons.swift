import Diagnostics
import Files
import Letters

extension GlobalOptions {
  /// The built-in lexicons with those of the templates' folder over them, where it has any.
  func lexicons(_ log: DiagnosticLog) throws -> GrammarLexicons {
    var lexicons = GrammarLexicons.builtIn
    for name in GrammarLexicons.files {
      let path = "\(library.folder)/reference/\(name)"
      guard FileSystem.kind(of: path) == .file else { continue }
      let diagnostics = lexicons.read(name, Array(try log.read(path)), file: path)
      log.add(diagnostics)
      if diagnostics.hasErrors { throw CommandFailure.findings }
    }
    return lexicons
  }
}
