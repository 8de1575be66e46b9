import OfficePackage
import Synchronization
import WordprocessingML

/// The last letter of a kind in each language, opened: what the next one has in common with it, such as styles and headers, is not
/// read again.
final class LastOriginals: Sendable {
  private let documents = Mutex<[LetterLanguage: WordDocument]>([:])

  /// The document in a package.
  func document(
    _ package: OfficePackage, _ language: LetterLanguage
  ) throws(OfficePackageError) -> WordDocument {
    let last = documents.withLock { $0[language] }
    let document = try WordDocument(package, like: last)
    documents.withLock { $0[language] = document }
    return document
  }
}
