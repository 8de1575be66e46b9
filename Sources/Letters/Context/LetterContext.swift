import CivilDates
import DocxTemplate
import Jinja
import Language
import Register
import Synchronization
import WordprocessingML

/// What both templates of a letter see: case data, reference data and figures, validated, in both languages.
struct LetterContext: Sendable {
  var data: CaseValue
  var constants: [(name: String, value: CaseValue)]
  var citations: [(name: String, citation: ActCitation)]
  var bodies: [(name: String, body: Body)]
  var terms: [DefinedTerm]
  var periods: [(name: String, period: Period)]
  var figures: [LetterFigure]
  var charts: [KindDefinition.ChartDefinition]
  let reference: ReferenceData
  /// The shapes of what earlier letters of the kind had.
  let shapes: ContextShapes
  /// The day on which the letter is prepared; `nil` in previews while it is not known.
  let prepared: CivilDate?
  /// What of the kind's own values is not known yet; in previews only.
  var gaps: [(group: Group, name: String, gap: Gap)] = []

  /// The kinds of values that follow from the case data.
  enum Group: String {
    case citations, bodies, periods, figures
  }

  /// The context as the template of `language` sees it, for an original whose annex has so many sheets.
  func values(in language: LetterLanguage, annexSheets: Int) -> ObjectValue {
    let writer = ContextWriter(self, language)
    var members: [(String, Value)] = []
    if case .group(let fields) = data {
      members += fields.map { ($0.name, writer.value($0.value)) }
    }
    members += constants.map { ($0.name, writer.value($0.value)) }
    func add(_ name: String, _ inner: [(String, Value)]) {
      members.append((name, writer.object(inner)))
    }
    func add(_ group: Group, _ known: [(String, Value)]) {
      let gaps = gaps.filter { $0.group == group }.map { ($0.name, writer.value(.gap($0.gap))) }
      add(group.rawValue, known + gaps)
    }
    add(.citations, citations.map { ($0.name, writer.value(.act($0.citation))) })
    add(.bodies, bodies.map { ($0.name, writer.value(.body($0.body))) })
    add("terms", terms.compactMap { term in writer.term(term).map { (term.name, $0) } })
    add(
      .periods,
      periods.map { name, period in
        (name, writer.value(.group([("from", .date(period.from)), ("to", .date(period.to))])))
      })
    add(.figures, figures.map { ($0.name, writer.figure($0)) })
    add("charts", charts.compactMap { chart in writer.chart(chart).map { (chart.name, $0) } })
    add("style", [("inlineResources", .integer(reference.style.inlineResources))])
    add("annex", [("sheets", .integer(annexSheets))])
    defer { shapes.keep(writer.shapes) }
    return writer.shapes.object(members)
  }
}

/// What the contexts of a kind's letters have in common: which members their objects have.
final class ContextShapes: Sendable {
  private let shapes = Mutex(ObjectShapes())

  var known: ObjectShapes { shapes.withLock { $0 } }

  /// Keeps the shapes that were known when a letter was begun, and those that came with it.
  func keep(_ shapes: ObjectShapes) { self.shapes.withLock { $0 = shapes } }
}

/// Turns validated values into those that the template of one language works with.
private final class ContextWriter {
  private let context: LetterContext
  private let language: LetterLanguage
  /// The bodies that were written, by their ids: in a table the same ones come in many rows.
  private var bodies: [String: Value] = [:]
  var shapes: ObjectShapes

  init(_ context: LetterContext, _ language: LetterLanguage) {
    self.context = context
    self.language = language
    shapes = context.shapes.known
  }

  func value(_ value: CaseValue) -> Value {
    switch value {
    case .text(let text): .string(text[language])
    case .lines(let kk, let ru): texts(language == .kk ? kk : ru)
    case .bilingualLines(let kk, let ru): object([("kk", texts(kk)), ("ru", texts(ru))])
    case .string(let text): .string(text)
    case .date(let date): .custom(DateValue(date, language))
    case .integer(let number): .integer(number)
    case .boolean(let flag): .bool(flag)
    case .list(let items): .array(items.map { self.value($0) })
    case .rows(let rows): .custom(RowsValue(rows.map { self.value($0) }))
    case .group(let members): object(members.map { ($0.name, self.value($0.value)) })
    case .person(let person): self.person(person)
    case .body(let body): self.body(body)
    case .act(let citation): self.citation(citation)
    case .figure(let name):
      context.figures.first { $0.name == name }.map { figure($0) } ?? gap(.figures, name) ?? .none
    case .gap(let gap):
      gap.texts[language].map { self.value($0) }
        ?? .custom(GapValue(gap, language, item: gap.item.map { self.value($0) }))
    }
  }

  /// What stands for one of the kind's own values that is not known.
  private func gap(_ group: LetterContext.Group, _ name: String) -> Value? {
    context.gaps.first { $0.group == group && $0.name == name }.map { value(.gap($0.gap)) }
  }

  func term(_ term: DefinedTerm) -> Value? {
    let full: Value?
    var short = term.short?[language]
    switch term.subject {
    case .text(let text): full = .string(text[language])
    case .citation(let name):
      full =
        context.citations.first { $0.name == name }.map { value(.act($0.citation)) }
        ?? gap(.citations, name)
    case .body(let name):
      let body = context.bodies.first { $0.name == name }?.body
      full = body.map { self.body($0) } ?? gap(.bodies, name)
      short = short ?? body?.short[language]
      if let full, full.isUnknown, short == nil {
        return object([("full", full), ("short", full), ("definition", full)])
      }
    case .constant(let name):
      full = context.constants.first { $0.name == name }.map { value($0.value) }
    }
    guard let full, let short else { return nil }
    return object([
      ("full", full), ("short", .string(short)),
      ("definition", .string(DefinedTerm.definition(of: short, in: language))),
    ])
  }

  /// The chart of rows that are there.
  func chart(_ definition: KindDefinition.ChartDefinition) -> Value? {
    if case .gap(let gap)? = context.data[definition.rows] { return value(.gap(gap)) }
    guard case .list(let rows)? = context.data[definition.rows], !rows.isEmpty else { return nil }
    let categories = rows.map { row in
      switch row[definition.category] {
      case .text(let text)?: text[language]
      case .string(let text)?: text
      default: ""
      }
    }
    let series = definition.series.map { series in
      Chart.Series(
        series.label[language],
        rows.map { row in
          if case .integer(let value)? = row[series.member] { Double(value) } else { 0 }
        })
    }
    let chart = Chart(
      definition.kind, title: definition.title?[language] ?? "", categories: categories,
      series: series)
    return .custom(ChartValue(chart, alternativeText: definition.alternativeText[language]))
  }

  private func texts(_ texts: [String]) -> Value { .array(texts.map { .string($0) }) }

  func object(_ members: [(String, Value)]) -> Value { .object(shapes.object(members)) }

  private func person(_ person: Person) -> Value {
    var members: [(String, Value)] = [
      ("surname", .string(person.surname[language])),
      ("initials", .string(person.initials[language])),
      ("first", .string(person.first[language])),
      ("patronymic", .string(person.patronymic[language])),
      ("gender", .string(person.gender.rawValue)),
    ]
    if let prepared = context.prepared {
      if let position = person.position(on: prepared) {
        members.append(("position", .string(position[language])))
      }
    } else {
      let position = Gap("prepared", Bilingual(kk: "Лауазымы", ru: "Должность"))
      members.append(("position", value(.gap(position))))
    }
    return object(members)
  }

  private func body(_ body: Body) -> Value {
    if let known = bodies[body.id] { return known }
    let value = newBody(body)
    bodies[body.id] = value
    return value
  }

  private func newBody(_ body: Body) -> Value {
    var members: [(String, Value)] = [
      ("name", .string(body.name[language])), ("short", .string(body.short[language])),
      // A letterhead has both languages in either letter.
      ("names", object([("kk", .string(body.name.kk)), ("ru", .string(body.name.ru))])),
    ]
    if language == .ru {
      members += [
        ("genitive", .string(body.genitive)), ("dative", .string(body.dative)),
        ("instrumental", .string(body.instrumental)),
      ]
    }
    if let contact = body.contact {
      var ways: [(String, Value)] = [
        ("email", .string(contact.email)), ("phone", .string(contact.phone)),
      ]
      if let address = contact.address { ways.append(("address", .string(address[language]))) }
      members.append(("contact", object(ways)))
    }
    return object(members)
  }

  private func citation(_ citation: ActCitation) -> Value {
    let act = citation.act
    var members: [(String, Value)] = [
      ("kind", .string(act.kind.rawValue)), ("title", .string(act.title[language])),
      ("number", .string(act.number)), ("date", .custom(DateValue(act.date, language))),
    ]
    if let issuer = act.issuer { members.append(("issuer", .string(issuer[language]))) }
    members += citation.place.levels.map { name, number in
      (name, Int(number).map { .integer($0) } ?? .string(number))
    }
    return object(members)
  }

  func figure(_ figure: LetterFigure) -> Value {
    // Only bodies are few enough, and known well enough, to be named in a letter.
    let bodies =
      figure.definition.count == .bodies
      ? figure.figure.members.compactMap { context.reference.bodies[$0] } : []
    return .custom(
      FigureValue(
        name: figure.name, value: figure.value,
        members: bodies.sorted { $0.position < $1.position }.map { body($0) }))
  }
}
