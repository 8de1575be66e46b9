import Diagnostics
import Files
import Letters
import Spelling
import Synchronization

/// What finished letters are checked by, made once, and anew when the reference data was changed.
final class CheckCache: Sendable {
  private let library: TemplateLibrary
  private let dictionaries: SpellingDictionaries?
  private let made = Mutex<(state: [String], check: PairCheck)?>(nil)

  init(_ library: TemplateLibrary) {
    self.library = library
    dictionaries = SpellingDictionaries(folders: SpellingDictionaries.systemFolders)
  }

  /// - Throws: ``WebFailure/broken(_:)`` where the reference data is not in order.
  func check() throws -> PairCheck {
    let state = try library.referenceState()
    if let made = made.withLock({ $0 }), made.state == state { return made.check }
    let (reference, referenceFindings) = try library.referenceForChecks()
    let (lexicons, lexiconFindings) = try library.lexicons()
    if let finding = (referenceFindings + lexiconFindings).first(where: { $0.severity == .error }) {
      throw WebFailure.broken("reference data: \(finding.rule) \(finding.message.en)")
    }
    let check = PairCheck(reference, lexicons, dictionaries: dictionaries)
    made.withLock { $0 = (state, check) }
    return check
  }
}

extension TemplateLibrary {
  /// What changes when one of the files of the reference data does.
  func referenceState() throws(FileError) -> [String] {
    guard FileSystem.kind(of: referenceFolder) == .folder else { return [] }
    return try FileSystem.names(in: referenceFolder).map { name in
      "\(name) \(FileSystem.stamp(of: "\(referenceFolder)/\(name)") ?? "")"
    }
  }
}
