import Language

/// The acts, people and names that are known, by their spelling in one language.
struct KnownNames: Sendable {
  private let acts: [String: Act]
  private let people: [PersonKey: String]
  private let bodies: [String: String]

  init(_ reference: ReferenceData, _ language: LetterLanguage) {
    acts = Dictionary(
      reference.acts.values.sorted { $0.id < $1.id }.map { (NameText.key($0.title[language]), $0) },
      uniquingKeysWith: { first, _ in first })
    people = Dictionary(
      reference.people.values.sorted { $0.id < $1.id }.map { person in
        (
          PersonName(
            initials: person.initials[language].split(separator: ".").map(String.init),
            surname: person.surname[language], language
          ).key, person.id
        )
      }, uniquingKeysWith: { first, _ in first })
    bodies = Dictionary(
      reference.bodies.values.sorted { $0.id < $1.id }.map { ($0.short[language], $0.id) },
      uniquingKeysWith: { first, _ in first })
  }

  func act(_ title: String) -> Act? { acts[NameText.key(title)] }

  /// The id of a person of the table with the same initials and surname.
  func person(_ name: PersonName) -> PersonKey { people[name.key].map(PersonKey.known) ?? name.key }

  /// The id of the body that an abbreviation stands for.
  func abbreviation(_ text: String) -> String? { bodies[text] }
}

/// Names in quotes in one spelling.
enum NameText {
  /// Small letters with single spaces, without marks.
  static func key(_ text: String) -> String {
    var key = ""
    for scalar in text.unicodeScalars where scalar != "\u{AD}" {
      if scalar.isLetterOfWord || scalar.isFigure {
        key.unicodeScalars.append(scalar)
      } else if !key.isEmpty, key.last != " " {
        key += " "
      }
    }
    return (key.last == " " ? String(key.dropLast()) : key).lowercased()
  }
}
