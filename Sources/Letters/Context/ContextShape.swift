import Jinja

/// What is inside the values of a letter's context: what a template may read of them by name.
indirect enum ContextShape: Sendable {
  case leaf
  case list(ContextShape)
  case object([(name: String, shape: ContextShape)])

  /// The whole context of a kind's letters, as the template of `language` sees it.
  init(of definition: KindDefinition, in language: LetterLanguage) {
    var members = definition.fields.map { ($0.name, ContextShape($0.type, language)) }
    members += definition.constants.map { ($0.name, ContextShape($0.value, language)) }
    members.append(
      (
        "citations",
        .object(
          definition.citations.map { citation in
            let names = ["title", "number", "date", "issuer"]
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
    case .text, .string, .year, .integer, .boolean, .choice: self = .leaf
    case .date: self = .date
    case .lines: self = .list(.leaf)
    case .bilingualLines: self = .object([("kk", .list(.leaf)), ("ru", .list(.leaf))])
    case .list(let item): self = .list(ContextShape(item, language))
    case .group(let fields):
      self = .object(fields.map { ($0.name, ContextShape($0.type, language)) })
    case .person: self = .named(["surname", "initials", "gender"])
    case .body: self = .body(language)
    }
  }

  private init(_ value: CaseValue, _ language: LetterLanguage) {
    switch value {
    case .text, .string, .integer, .boolean: self = .leaf
    case .date: self = .date
    case .lines: self = .list(.leaf)
    case .bilingualLines: self = .object([("kk", .list(.leaf)), ("ru", .list(.leaf))])
    case .list(let items): self = .list(items.first.map { ContextShape($0, language) } ?? .leaf)
    case .group(let members):
      self = .object(members.map { ($0.name, ContextShape($0.value, language)) })
    case .person: self = .named(["surname", "initials", "gender"])
    case .body: self = .body(language)
    }
  }

  private static let date = named(["year", "month", "day"])

  private static func body(_ language: LetterLanguage) -> ContextShape {
    named(["name", "short"] + (language == .ru ? ["instrumental"] : []))
  }

  private static func named(_ names: [String], dates: Set<String> = []) -> ContextShape {
    .object(names.map { ($0, dates.contains($0) ? date : .leaf) })
  }
}
