/// The languages in which messages are written.
public enum MessageLanguage: String, Sendable, CaseIterable {
  case kk, ru, en
}

/// One message in Kazakh, Russian and English, said to the person who can mend what it is about.
public struct Message: Hashable, Sendable {
  public var kk: String
  public var ru: String
  public var en: String

  public init(kk: String, ru: String, en: String) {
    self.kk = kk
    self.ru = ru
    self.en = en
  }

  public subscript(language: MessageLanguage) -> String {
    switch language {
    case .kk: kk
    case .ru: ru
    case .en: en
    }
  }
}
