/// The two languages in which every letter exists, as two equal originals.
public enum LetterLanguage: String, Sendable, CaseIterable {
  case kk, ru
}

/// A text in both languages.
public struct Bilingual: Hashable, Sendable {
  public var kk: String
  public var ru: String

  public init(kk: String, ru: String) {
    self.kk = kk
    self.ru = ru
  }

  public subscript(language: LetterLanguage) -> String {
    switch language {
    case .kk: kk
    case .ru: ru
    }
  }
}
