import CivilDates
import Jinja
import Language
import Register

/// What both templates of a letter see: case data, reference data and figures, validated, in both languages.
struct LetterContext: Sendable {
  var data: CaseValue
  var constants: [(name: String, value: CaseValue)]
  var citations: [(name: String, act: Act, article: Int?)]
  var periods: [(name: String, period: Period)]
  var figures: [LetterFigure]
  let reference: ReferenceData

  /// The context as the template of `language` sees it.
  func values(in language: LetterLanguage) -> ObjectValue {
    var members: [(String, Value)] = []
    if case .group(let fields) = data {
      members += fields.map { ($0.name, value($0.value, language)) }
    }
    members += constants.map { ($0.name, value($0.value, language)) }
    members.append(
      (
        "citations",
        .object(
          ObjectValue(citations.map { ($0.name, citation($0.act, $0.article, language)) }))
      ))
    members.append(
      (
        "periods",
        .object(
          ObjectValue(
            periods.map { name, period in
              (
                name,
                .object(
                  ObjectValue([
                    ("from", .custom(DateValue(period.from, language))),
                    ("to", .custom(DateValue(period.to, language))),
                  ]))
              )
            }))
      ))
    members.append(
      ("figures", .object(ObjectValue(figures.map { ($0.name, figure($0, language)) }))))
    return ObjectValue(members)
  }

  private func value(_ value: CaseValue, _ language: LetterLanguage) -> Value {
    switch value {
    case .text(let text): .string(text[language])
    case .lines(let kk, let ru): .array((language == .kk ? kk : ru).map { .string($0) })
    case .bilingualLines(let kk, let ru):
      .object(
        ObjectValue([
          ("kk", .array(kk.map { .string($0) })), ("ru", .array(ru.map { .string($0) })),
        ]))
    case .string(let text): .string(text)
    case .date(let date): .custom(DateValue(date, language))
    case .integer(let number): .integer(number)
    case .boolean(let flag): .bool(flag)
    case .list(let items): .array(items.map { self.value($0, language) })
    case .group(let members):
      .object(ObjectValue(members.map { ($0.name, self.value($0.value, language)) }))
    case .person(let person):
      .object(
        ObjectValue([
          ("surname", .string(person.surname[language])),
          ("initials", .string(person.initials[language])),
          ("first", .string(person.first[language])),
          ("patronymic", .string(person.patronymic[language])),
          ("gender", .string(person.gender.rawValue)),
        ]))
    case .body(let body): self.body(body, language)
    }
  }

  private func body(_ body: Body, _ language: LetterLanguage) -> Value {
    var members: [(String, Value)] = [
      ("name", .string(body.name[language])), ("short", .string(body.short[language])),
    ]
    if language == .ru { members.append(("instrumental", .string(body.instrumental))) }
    return .object(ObjectValue(members))
  }

  private func citation(_ act: Act, _ article: Int?, _ language: LetterLanguage) -> Value {
    var members: [(String, Value)] = [
      ("kind", .string(act.kind.rawValue)), ("title", .string(act.title[language])),
      ("number", .string(act.number)),
      ("date", .custom(DateValue(act.date, language))),
    ]
    if let issuer = act.issuer { members.append(("issuer", .string(issuer[language]))) }
    if let article { members.append(("article", .integer(article))) }
    return .object(ObjectValue(members))
  }

  private func figure(_ figure: LetterFigure, _ language: LetterLanguage) -> Value {
    // Only bodies are few enough, and known well enough, to be named in a letter.
    let bodies =
      figure.definition.count == .bodies
      ? figure.figure.members.compactMap { reference.bodies[$0] } : []
    return .custom(
      FigureValue(
        name: figure.name, value: figure.value,
        members: bodies.sorted { $0.position < $1.position }.map { body($0, language) }))
  }
}
