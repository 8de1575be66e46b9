/// Which abbreviation of one language answers which of the other.
struct AbbreviationTable: Sendable {
  private let counterparts: [LetterLanguage: [String: Set<String>]]
  private let wellKnown: [LetterLanguage: Set<String>]

  init(_ reference: ReferenceData) {
    var counterparts: [LetterLanguage: [String: Set<String>]] = [:]
    var wellKnown: [LetterLanguage: Set<String>] = [:]
    func add(_ name: Bilingual) {
      counterparts[.kk, default: [:]][name.kk, default: []].insert(name.ru)
      counterparts[.ru, default: [:]][name.ru, default: []].insert(name.kk)
    }
    for abbreviation in reference.abbreviations {
      add(abbreviation.name)
      guard abbreviation.isWellKnown else { continue }
      for language in LetterLanguage.allCases {
        wellKnown[language, default: []].insert(abbreviation.name[language])
      }
    }
    for body in reference.bodies.values where Self.isAbbreviation(body.short) { add(body.short) }
    self.counterparts = counterparts
    self.wellKnown = wellKnown
  }

  private static func isAbbreviation(_ name: Bilingual) -> Bool {
    LetterLanguage.allCases.allSatisfy {
      name[$0].unicodeScalars.count > 1
        && name[$0].unicodeScalars.allSatisfy(\.properties.isUppercase)
    }
  }

  /// What may stand in the other language for an abbreviation of `language`.
  func counterparts(of name: String, in language: LetterLanguage) -> Set<String> {
    counterparts[language]?[name] ?? []
  }

  func arePair(kk: String, ru: String) -> Bool { counterparts[.kk]?[kk]?.contains(ru) ?? false }

  /// Whether letters of `language` use it without an explanation.
  func isWellKnown(_ name: String, in language: LetterLanguage) -> Bool {
    wellKnown[language]?.contains(name) ?? false
  }
}
