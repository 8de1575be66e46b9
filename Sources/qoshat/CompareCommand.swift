import ArgumentParser
import Diagnostics
import Files
import Letters

struct CompareCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Compare the two originals of a finished letter, from any program.",
    discussion: """
      KK and RU are Word documents or texts. Facts, terms and structure of the two must agree, and \
      each must keep the rules of its language. The findings are the command's result, on standard \
      output.
      """)

  @Argument(help: "The Kazakh original, .docx or .txt.")
  var kk: String

  @Argument(help: "The Russian original, .docx or .txt.")
  var ru: String

  @OptionGroup var spelling: SpellingOptions

  @OptionGroup var options: GlobalOptions

  static var reportStream: StandardStreams.Stream { .output }

  func perform(_ log: DiagnosticLog) throws {
    let check = PairCheck(
      try reference(log), try options.lexicons(log), dictionaries: spelling.dictionaries(options))
    let documents = try [kk, ru].map { PairCheck.Document(file: $0, bytes: try log.read($0)) }
    do throws(PairCheckError) {
      log.add(try check.findings(kk: documents[0], ru: documents[1]))
    } catch {
      log.add([error.diagnostic])
      throw CommandFailure.unreadable
    }
    if log.diagnostics.hasErrors { throw CommandFailure.findings }
  }

  private func reference(_ log: DiagnosticLog) throws -> ReferenceData {
    do throws(FileError) {
      return try options.library.reference()
    } catch {
      throw log.failure(reading: error)
    }
  }
}
