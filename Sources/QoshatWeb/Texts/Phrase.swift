import Diagnostics
import Letters
import Register

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
  /// The language as the register has it.
  init(_ language: OfficialLanguage) {
    switch language {
    case .kk: self = .kk
    case .ru: self = .ru
    }
  }

  /// The language of diagnostics.
  var messages: MessageLanguage {
    switch self {
    case .kk: .kk
    case .ru: .ru
    }
  }
}
