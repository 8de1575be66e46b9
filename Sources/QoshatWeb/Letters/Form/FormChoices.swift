import CivilDates
import Letters
import Register

/// What can be chosen in a form: the entries of the reference data and the records of the register, in the user's language.
struct FormChoices: Sendable {
  struct Choice: Hashable, Sendable {
    let value: String
    let text: String
    /// Whether it holds on the day of the letter.
    var isCurrent = true
  }

  private(set) var people: [Choice] = []
  private(set) var bodies: [Choice] = []
  private(set) var acts: [Choice] = []
  private(set) var figures: [Choice] = []
  private(set) var organisations: [Choice] = []
  private(set) var inquiries: [Choice] = []
  private(set) var organisers: [Choice] = []
  /// Documents of the register that name resources.
  private(set) var documents: [Choice] = []

  /// Records that are offered; an older one is named by its id.
  private static let mostRecords = 300

  /// The choices of a letter of `kind` that is prepared on `day`.
  init(
    for kind: LetterKind, on day: CivilDate, _ register: Register, in language: LetterLanguage
  ) throws(RegisterError) {
    let order = AlphabetOrder(language)
    let reference = kind.reference
    people = order.sorted(reference.people.values.map { Self.choice($0, day, language) })
    bodies = order.sorted(
      reference.bodies.values.map { body in
        Choice(
          value: body.id, text: body.name[language], isCurrent: body.validity.contains(day))
      })
    acts = order.sorted(
      reference.acts.values.map { act in
        Choice(
          value: act.id, text: "\(act.title[language]) – № \(act.number), \(act.date.inFigures)",
          isCurrent: act.validity.contains(day))
      })
    organisations = order.sorted(
      reference.organisations.map { Choice(value: $0, text: $1.name[language]) })
    figures = kind.definition.figures.map { Choice(value: $0.name, text: $0.label[language]) }
    let types = Set(kind.definition.fields.flatMap(\.type.parts))
    if types.contains(.inquiry) { inquiries = try Self.inquiries(register, before: day) }
    if types.contains(.organisers) {
      organisers = order.sorted(
        try register.organisers(matching: RecordFilter()).map {
          Choice(value: $0.id, text: $0.name)
        })
    }
    if types.contains(.resources) {
      documents = try Self.documents(register, DocumentKind(rawValue: kind.id), around: day)
    }
  }

  private static func choice(
    _ person: Person, _ day: CivilDate, _ language: LetterLanguage
  ) -> Choice {
    let position = person.positions.first { $0.validity.contains(day) }
    let name = "\(person.surname[language]) \(person.initials[language])"
    return Choice(
      value: person.id, text: position.map { "\(name) – \($0.name[language])" } ?? name,
      isCurrent: position != nil || person.positions.isEmpty)
  }

  /// Those that came in this year or the one before, the last one first.
  private static func inquiries(
    _ register: Register, before day: CivilDate
  ) throws(RegisterError) -> [Choice] {
    var filter = RecordFilter()
    filter.from = CivilDate(year: day.year - 1, month: 1, day: 1)
    filter.to = day
    let found = try register.inquiries(matching: filter)
    return found.suffix(mostRecords).reversed().map { inquiry in
      Choice(
        value: inquiry.id,
        text:
          "№ \(inquiry.number), \(inquiry.date.inFigures) – \(inquiry.sender), \(inquiry.subject)")
    }
  }

  /// Documents of the kind that were prepared in the month of the day or the one before, the last one first.
  private static func documents(
    _ register: Register, _ kind: DocumentKind?, around day: CivilDate
  ) throws(RegisterError) -> [Choice] {
    var filter = RecordFilter()
    filter.kind = kind
    filter.from =
      day.month > 1
      ? CivilDate(year: day.year, month: day.month - 1, day: 1)
      : CivilDate(year: day.year - 1, month: 12, day: 1)
    filter.to = CivilDate(year: day.year, month: day.month, day: 28).map { max($0, day) }
    let found = try register.documents(matching: filter)
    return found.suffix(mostRecords).reversed().map { document in
      Choice(value: document.id, text: "\(document.preparedAt.inFigures), \(document.addressee)")
    }
  }
}

extension FieldType {
  /// The type, and those of what it is made of.
  fileprivate var parts: [FieldType] {
    switch self {
    case .list(let item): [self] + item.parts
    case .group(let fields): [self] + fields.flatMap(\.type.parts)
    default: [self]
    }
  }
}

extension AlphabetOrder {
  fileprivate func sorted(_ choices: some Sequence<FormChoices.Choice>) -> [FormChoices.Choice] {
    choices.map { (key: key(of: $0.text), choice: $0) }.sorted {
      $0.key == $1.key
        ? $0.choice.value < $1.choice.value : $0.key.lexicographicallyPrecedes($1.key)
    }.map(\.choice)
  }
}
