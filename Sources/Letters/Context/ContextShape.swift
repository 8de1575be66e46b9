import Jinja

/// What is inside the values of a letter's context: what a template may read of them by name.
indirect enum ContextShape: Sendable {
  /// A value of one kind; `any` for one that may be used in every way.
  case leaf(FieldTree.Kind)
  case list(ContextShape)
  case object([(name: String, shape: ContextShape)])
  /// A date, and its parts.
  case date([(name: String, shape: ContextShape)])

  /// The whole context of a kind's letters, as the template of `language` sees it.
  init(of definition: KindDefinition, in language: LetterLanguage) {
    var members = definition.fields.map { ($0.name, ContextShape($0.type, language)) }
    members += definition.constants.map { ($0.name, ContextShape($0.value, language)) }
    members.append(
      (
        "citations",
        .object(
          definition.citations.map { citation in
            let names = ["kind", "title", "number", "date", "issuer"]
            let article = citation.article == nil ? [] : ["article"]
            return (citation.name, .named(names + article, dates: ["date"]))
          })
      ))
    members.append(
      (
        "periods",
        .object(
          definition.periods.map { ($0.name, .named(["from", "to"], dates: ["from", "to"])) })
      ))
    members.append(
      (
        "figures",
        .object(
          definition.figures.map {
            ($0.name, .object([("members", .list(.body(language)))]))
          })
      ))
    self = .object(members)
  }

  private init(_ type: FieldType, _ language: LetterLanguage) {
    switch type {
    case .text, .string, .choice: self = .leaf(.string)
    case .year, .integer: self = .leaf(.number)
    case .boolean: self = .leaf(.boolean)
    case .date: self = .date
    case .lines: self = .list(.leaf(.string))
    case .bilingualLines: self = .bilingualLines
    case .list(let item): self = .list(ContextShape(item, language))
    case .group(let fields):
      self = .object(fields.map { ($0.name, ContextShape($0.type, language)) })
    case .person: self = .named(["surname", "initials", "first", "patronymic", "gender"])
    case .body: self = .body(language)
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
    case .list(let items):
      self = .list(items.first.map { ContextShape($0, language) } ?? .leaf(.any))
    case .group(let members):
      self = .object(members.map { ($0.name, ContextShape($0.value, language)) })
    case .person: self = .named(["surname", "initials", "first", "patronymic", "gender"])
    case .body: self = .body(language)
    }
  }

  private static let bilingualLines = ContextShape.object([
    ("kk", .list(.leaf(.string))), ("ru", .list(.leaf(.string))),
  ])

  private static let date = ContextShape.date([
    ("year", .leaf(.number)), ("month", .leaf(.number)), ("day", .leaf(.number)),
  ])

  private static func body(_ language: LetterLanguage) -> ContextShape {
    named(["name", "short"] + (language == .ru ? ["instrumental"] : []))
  }

  private static func named(_ names: [String], dates: Set<String> = []) -> ContextShape {
    .object(
      names.map { name in
        (name, dates.contains(name) ? date : .leaf(name == "article" ? .number : .string))
      })
  }
}
