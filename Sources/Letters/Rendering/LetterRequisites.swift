public import CivilDates

/// What a letter says of itself, apart from its text: what an office that registers or sends it asks for.
///
/// It is read from the validated data by the names that letter kinds give to such fields; what a kind does not have is `nil`.
public struct LetterRequisites: Hashable, Sendable {
  /// What differs between the two originals.
  public struct Original: Hashable, Sendable {
    /// What it is about: its heading, or what its kind is called where it has none.
    public let subject: String
    /// How many annexes it has.
    public let annexes: Int
  }

  /// What letters of the kind are called.
  public let kind: Bilingual
  /// The number under which it was registered, and the day; `nil` until then.
  public let number: String?
  public let date: CivilDate?
  /// The day on which it was prepared.
  public let prepared: CivilDate
  /// The body, or the office, in whose name it is written.
  public let issuer: Bilingual?
  /// Who signs, as the letter prints the name.
  public let signatory: Bilingual?
  /// Who prepared it, as the letter prints the name.
  public let executor: Bilingual?
  /// The executor's telephone.
  public let phone: String?
  /// Whom it is sent to: what they are called, or their lines on the letter.
  public let receivers: [Bilingual]
  public let originals: [LetterLanguage: Original]
}

extension LetterRequisites {
  /// The requisites of a letter that was made; `nil` of one whose day of preparation is not known.
  init?(
    _ context: LetterContext, kind: Bilingual, originals: [LetterLanguage: Original]
  ) {
    guard let prepared = context.prepared else { return nil }
    let data = context.data
    self.kind = kind
    self.originals = originals
    self.prepared = prepared
    number = data["registration"]?["number"]?.string
    date = data["registration"]?["date"]?.date
    issuer =
      context.bodies.first { $0.name == "issuer" }?.body.name
      ?? data["letterhead"].flatMap { $0.texts }
    signatory = data["signatory"]?.person.map { person in
      Bilingual(
        kk: "\(person.initials.kk) \(person.surname.kk)",
        ru: "\(person.initials.ru) \(person.surname.ru)")
    }
    executor = (data["executor"]?["person"] ?? data["executor"])?.person.map { person in
      // In Russian the surname of who answers the telephone stands first.
      Bilingual(
        kk: "\(person.initials.kk) \(person.surname.kk)",
        ru: "\(person.surname.ru) \(person.initials.ru)")
    }
    phone = data["executor"]?["phone"]?.string
    receivers =
      switch data["addressees"] {
      case .list(let items)?: items.compactMap { ($0["name"] ?? $0).texts }
      case let value?: value.texts.map { [$0] } ?? []
      case nil: []
      }
  }
}

extension CaseValue {
  fileprivate var string: String? { if case .string(let text) = self { text } else { nil } }

  fileprivate var date: CivilDate? { if case .date(let date) = self { date } else { nil } }

  fileprivate var person: Person? { if case .person(let person) = self { person } else { nil } }

  /// The text in both languages, its lines joined.
  fileprivate var texts: Bilingual? {
    switch self {
    case .text(let text): text
    case .string(let text): Bilingual(kk: text, ru: text)
    case .lines(let kk, let ru), .bilingualLines(let kk, let ru):
      Bilingual(kk: kk.joined(separator: " "), ru: ru.joined(separator: " "))
    case .body(let body): body.name
    default: nil
    }
  }
}
