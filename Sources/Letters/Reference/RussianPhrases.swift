import Language
import Synchronization

/// The phrases of a project's templates, read once: «рекомендательное письмо» is counted in many letters.
///
/// Shared by all threads that render; so many phrases are kept as templates name, and no more than ``limit``.
final class RussianPhrases: Sendable {
  /// Phrases of data are as many as there are letters.
  private static let limit = 4096

  private let lexicon: RussianLexicon
  private let known = Mutex<[String: RussianPhrase]>([:])

  init(_ lexicon: RussianLexicon) { self.lexicon = lexicon }

  /// The phrase in the nominative singular, ready to be declined; `nil` if it cannot be.
  subscript(text: String) -> RussianPhrase? {
    if let phrase = known.withLock({ $0[text] }) { return phrase }
    guard let phrase = RussianPhrase(text, lexicon: lexicon) else { return nil }
    known.withLock { known in
      if known.count < Self.limit { known[text] = phrase }
    }
    return phrase
  }
}
