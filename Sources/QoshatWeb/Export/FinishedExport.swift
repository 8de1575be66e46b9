import Diagnostics
import Export

/// An export that was made and compared with its manifest.
struct FinishedExport: Sendable {
  let outcome: ExportOutcome
  /// What its manifest has, and what is not as it says.
  let verification: ExportVerification
  /// The folder with the letters.
  let folder: String

  var isSound: Bool { !verification.diagnostics.hasErrors }
  var archive: String { "\(folder)/letters.zip" }
  var manifest: String { "\(folder)/manifest.json" }
}
