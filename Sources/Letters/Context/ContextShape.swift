import Jinja

/// What is inside the values of a letter's context: what a template may read of them by name.
indirect enum ContextShape: Sendable {
  typealias Members = [(name: String, shape: ContextShape)]

  /// A value of one kind; `any` for one that may be used in every way.
  case leaf(FieldTree.Kind)
  case list(ContextShape)
  /// A list that is also its own number.
  case rows(ContextShape)
  case object(Members)
  /// A date, and its parts.
  case date(Members)

  /// The whole context of a kind's letters, as the template of `language` sees it.
  init(of definition: KindDefinition, in language: LetterLanguage) {
    var members: Members = definition.fields.map { ($0.name, ContextShape($0.type, language)) }
    members += definition.constants.map { ($0.name, ContextShape($0.value, language)) }
    members += [
      (
        "citations",
        .object(definition.citations.map { ($0.name, .act($0.place.levels.map(\.name))) })
      ),
      ("bodies", .object(definition.bodies.map { ($0.name, .body(language)) })),
      (
        "terms", .object(definition.terms.map { ($0.name, ContextShape($0, definition, language)) })
      ),
      ("periods", .object(definition.periods.map { ($0.name, .period) })),
      ("figures", .object(definition.figures.map { ($0.name, .figure(language)) })),
      ("charts", .object(definition.charts.map { ($0.name, .leaf(.any)) })),
      ("style", .object([("inlineResources", .leaf(.number))])),
      ("annex", .object([("sheets", .leaf(.number))])),
    ]
    self = .object(members)
  }

  private init(_ term: DefinedTerm, _ definition: KindDefinition, _ language: LetterLanguage) {
    let full: ContextShape =
      switch term.subject {
      case .text: .leaf(.string)
      case .citation(let name):
        .act(definition.citations.first { $0.name == name }?.place.levels.map(\.name) ?? [])
      case .body: .body(language)
      case .constant(let name):
        definition.constants.first { $0.name == name }.map { ContextShape($0.value, language) }
          ?? .leaf(.any)
      }
    self = .object(Self.textMembers(["short", "definition"]) + [("full", full)])
  }

  private init(_ type: FieldType, _ language: LetterLanguage) {
    switch type {
    case .text, .string, .choice: self = .leaf(.string)
    case .year, .integer: self = .leaf(.number)
    case .boolean: self = .leaf(.boolean)
    case .date: self = .date
    case .period: self = .period
    case .lines: self = .list(.leaf(.string))
    case .bilingualLines: self = .bilingualLines
    case .paragraphs:
      self = .list(.object([("text", .leaf(.string)), ("items", .list(.leaf(.string)))]))
    case .list(let item): self = .list(ContextShape(item, language))
    case .group(let fields):
      self = .object(fields.map { ($0.name, ContextShape($0.type, language)) })
    case .person: self = .person
    case .body: self = .body(language)
    case .act: self = .act(ActPlace.levelNames)
    case .organisation: self = ContextShape(.group(RecordFields.organisation), language)
    case .inquiry: self = ContextShape(.group(RecordFields.inquiry), language)
    case .resources:
      self = .rows(
        RecordFields.resource, language,
        and: [("host", .leaf(.string)), ("body", .body(language))])
    case .organisers: self = .rows(RecordFields.organiser, language)
    case .figure: self = .figure(language)
    }
  }

  private init(_ value: CaseValue, _ language: LetterLanguage) {
    switch value {
    case .text, .string: self = .leaf(.string)
    case .integer: self = .leaf(.number)
    case .boolean: self = .leaf(.boolean)
    case .date: self = .date
    case .lines: self = .list(.leaf(.string))
    case .bilingualLines: self = .bilingualLines
    case .list(let items), .rows(let items):
      self = .list(items.first.map { ContextShape($0, language) } ?? .leaf(.any))
    case .group(let members):
      self = .object(members.map { ($0.name, ContextShape($0.value, language)) })
    case .person: self = .person
    case .body: self = .body(language)
    case .act(let citation): self = .act(citation.place.levels.map(\.name))
    case .figure: self = .figure(language)
    case .gap: self = .leaf(.any)
    }
  }

  private static let bilingualLines = ContextShape.object([
    ("kk", .list(.leaf(.string))), ("ru", .list(.leaf(.string))),
  ])

  private static let date = ContextShape.date([
    ("year", .leaf(.number)), ("month", .leaf(.number)), ("day", .leaf(.number)),
  ])

  private static let period = ContextShape.object([("from", date), ("to", date)])

  private static let person = ContextShape.texts([
    "surname", "initials", "first", "patronymic", "gender", "position",
  ])

  private static func body(_ language: LetterLanguage) -> ContextShape {
    let forms = language == .ru ? ["genitive", "dative", "instrumental"] : []
    return .object(
      textMembers(["name", "short"] + forms)
        + [("names", texts(["kk", "ru"])), ("contact", texts(["email", "phone", "address"]))])
  }

  private static func act(_ levels: [String]) -> ContextShape {
    // An article is a number or, as 41-1, a text.
    .object(
      textMembers(["kind", "title", "number", "issuer"]) + [("date", date)]
        + levels.map { ($0, .leaf(.any)) })
  }

  private static func figure(_ language: LetterLanguage) -> ContextShape {
    .object([("members", .list(.body(language)))])
  }

  private static func rows(
    _ fields: [FieldDefinition], _ language: LetterLanguage, and others: Members = []
  ) -> ContextShape {
    .rows(
      .object(
        [("number", .leaf(.number))] + fields.map { ($0.name, ContextShape($0.type, language)) }
          + others))
  }

  private static func texts(_ names: [String]) -> ContextShape { .object(textMembers(names)) }

  private static func textMembers(_ names: [String]) -> Members {
    names.map { ($0, .leaf(.string)) }
  }
}
