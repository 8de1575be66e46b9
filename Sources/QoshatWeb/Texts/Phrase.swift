import Diagnostics
import Letters

/// A text of the pages, in both languages. All of them stand in this folder.
struct Phrase: Hashable, Sendable {
  let kk: String
  let ru: String

  subscript(language: LetterLanguage) -> String {
    switch language {
    case .kk: kk
    case .ru: ru
    }
  }
}

extension LetterLanguage {
  /// The language of diagnostics.
  var messages: MessageLanguage {
    switch self {
    case .kk: .kk
    case .ru: .ru
    }
  }
}
