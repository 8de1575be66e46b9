import Diagnostics
import Files
import Letters

extension GlobalOptions {
  /// The built-in lexicons with those of the templates' folder over them, where it has any.
  func lexicons(_ log: DiagnosticLog) throws -> GrammarLexicons {
    let read: (lexicons: GrammarLexicons, diagnostics: [Diagnostic])
    do throws(FileError) {
      read = try library.lexicons()
    } catch {
      throw log.failure(reading: error)
    }
    log.add(read.diagnostics)
    if read.diagnostics.hasErrors { throw CommandFailure.findings }
    return read.lexicons
  }
}
