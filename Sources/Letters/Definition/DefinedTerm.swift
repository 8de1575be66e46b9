/// What a letter names in full once, with a short form that it uses from there on: «(бұдан әрі – Заң)», «(далее – Закон)».
public struct DefinedTerm: Sendable {
  /// What has the full name.
  public enum Subject: Hashable, Sendable {
    case text(Bilingual)
    /// A citation, body or constant of the definition, by its name there.
    case citation(String)
    case body(String)
    case constant(String)
  }

  public let name: String
  public let subject: Subject
  /// The short form; `nil` for a body that is called as the reference data say.
  public let short: Bilingual?

  /// The words in brackets that follow the full name.
  static func definition(of short: String, in language: LetterLanguage) -> String {
    switch language {
    case .kk: "(бұдан әрі\u{A0}– \(short))"
    case .ru: "(далее\u{A0}– \(short))"
    }
  }
}
