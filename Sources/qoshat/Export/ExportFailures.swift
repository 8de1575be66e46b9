import Diagnostics
import Export

extension DiagnosticLog {
  /// Does a part of an export, whose failure ends the command with the code for it.
  func exporting<Result>(_ body: () throws(ExportError) -> Result) throws -> Result {
    do throws(ExportError) {
      return try body()
    } catch {
      add(error.diagnostics)
      switch error.cause {
      case .usage: throw CommandFailure.usage
      case .input: throw CommandFailure.unreadable
      case .refused: throw CommandFailure.findings
      case .environment: throw CommandFailure.environment
      }
    }
  }
}
