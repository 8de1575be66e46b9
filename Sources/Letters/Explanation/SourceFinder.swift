import JSON
import Jinja

/// Tells from which entry of which file a path of the context is.
struct SourceFinder {
  let data: JSON
  /// The name of the data's file, without its folder.
  let file: String
  let definition: KindDefinition
  let context: LetterContext

  init(_ data: JSON, file: String, _ definition: KindDefinition, _ context: LetterContext) {
    self.data = data
    self.file = file.split(separator: "/").last.map(String.init) ?? file
    self.definition = definition
    self.context = context
  }

  private typealias Steps = ArraySlice<ValuePath.Step>

  /// Where something typed that is walked through stands, and what kind of file that is.
  private struct Location {
    let kind: ValueSource.Kind
    let file: String
    var path = ""

    var source: ValueSource { ValueSource(kind, "\(file): \(path)") }

    func member(_ name: String) -> Location {
      var location = self
      location.path += path.isEmpty ? name : ".\(name)"
      return location
    }

    func element(_ index: Int) -> Location {
      var location = self
      location.path += "[\(index)]"
      return location
    }
  }

  private static let kindFile = "letter.yaml"

  /// The source of a path; `nil` for what is not there.
  func source(of path: ValuePath) -> ValueSource? {
    guard case .name(let name)? = path.steps.first else { return nil }
    let rest = path.steps.dropFirst()
    switch name {
    case "citations": return citation(rest)
    case "bodies": return rest.first?.name.flatMap { body($0) }
    case "terms": return term(path)
    case "periods": return period(rest)
    case "figures": return rest.first?.name.flatMap { figure($0, rest.dropFirst()) }
    case "charts":
      return rest.first?.name.map { ValueSource(.computed, "\(Self.kindFile): charts.\($0)") }
    case "style":
      return ValueSource(.reference, "style.yaml: \(rest.first?.name ?? "")")
    default: break
    }
    if context.constants.contains(where: { $0.name == name }) {
      return constant("constants.\(path.text)")
    }
    if definition.fields.contains(where: { $0.name == name }) { return field(path.steps[...]) }
    return ValueSource(.computed, path.text)
  }

  /// The source of what a template prints without reading anything.
  func source(ofWordsIn languages: Set<LetterLanguage>) -> ValueSource {
    let names = languages.map { "\($0).docx" }.sorted()
    return ValueSource(.template, names.joined(separator: ", "))
  }

  private func constant(_ path: String) -> ValueSource {
    ValueSource(.constant, "\(Self.kindFile): \(path)")
  }

  private func citation(_ steps: Steps) -> ValueSource? {
    guard let name = steps.first?.name,
      let (_, citation) = context.citations.first(where: { $0.name == name })
    else { return nil }
    if let level = steps.dropFirst().first?.name, ActPlace.levelNames.contains(level) {
      return constant("citations.\(name).\(level)")
    }
    return constant("citations.\(name)").naming(citation.act.id, in: "acts.yaml")
  }

  private func body(_ name: String) -> ValueSource? {
    context.bodies.first { $0.name == name }.map {
      constant("bodies.\(name)").naming($0.body.id, in: "bodies.yaml")
    }
  }

  private func term(_ path: ValuePath) -> ValueSource? {
    let steps = path.steps.dropFirst()
    guard let name = steps.first?.name, let term = context.terms.first(where: { $0.name == name })
    else { return nil }
    let isFull = steps.dropFirst().first?.name == "full"
    if !isFull, term.short != nil { return constant("terms.\(name).short") }
    // What has the full name, as the template would read it there.
    var subject = path
    subject.steps.removeFirst(min(3, subject.steps.count))
    switch term.subject {
    case .text: return constant("terms.\(name).full")
    case .citation(let citation):
      subject.steps.insert(contentsOf: [.name("citations"), .name(citation)], at: 0)
    case .body(let body): return self.body(body)
    case .constant(let constant): subject.steps.insert(.name(constant), at: 0)
    }
    return source(of: subject)
  }

  private func period(_ steps: Steps) -> ValueSource? {
    guard let name = steps.first?.name,
      let period = definition.periods.first(where: { $0.name == name })
    else { return nil }
    let start =
      switch period.start {
      case .field(let field), .yearOf(let field, _): field
      }
    let end = period.end ?? start
    let fields =
      switch steps.dropFirst().first?.name {
      case "from": [start]
      case "to": [end]
      default: start == end ? [start] : [start, end]
      }
    let via = fields.compactMap { field([.name($0)])?.entry }
    return ValueSource(
      .period, "\(Self.kindFile): periods.\(name)", via: via.joined(separator: ", "))
  }

  private func figure(_ name: String, _ steps: Steps) -> ValueSource? {
    guard definition.figures.contains(where: { $0.name == name }) else { return nil }
    return ValueSource(
      .figure, "figures.\(name)", via: steps.first?.name == "members" ? "bodies.yaml" : nil)
  }

  // MARK: Case data

  private func field(_ steps: Steps) -> ValueSource? {
    member(steps, of: definition.fields, data, Location(kind: .data, file: file))
  }

  private func member(
    _ steps: Steps, of fields: [FieldDefinition], _ json: JSON, _ location: Location
  ) -> ValueSource? {
    guard let name = steps.first?.name, let field = fields.first(where: { $0.name == name }) else {
      return location.source
    }
    if let given = json.given(name) {
      return source(steps.dropFirst(), of: field.type, given, location.member(name))
    }
    guard let value = field.defaultValue else { return nil }
    let path = location.member(name).path
    return source(
      steps.dropFirst(), of: field.type, value,
      Location(kind: .default, file: Self.kindFile, path: path))
  }

  private func source(
    _ steps: Steps, of type: FieldType, _ json: JSON, _ location: Location
  ) -> ValueSource? {
    switch type {
    case .text, .string, .date, .year, .integer, .boolean: return location.source
    case .choice:
      return ValueSource(
        .constant, "\(Self.kindFile): \(location.path).\(json.string ?? "")",
        via: location.source.entry)
    case .lines:
      // The same line of both languages.
      return (steps.first?.index).map { location.member("*").element($0).source }
        ?? location.source
    case .bilingualLines:
      guard let language = steps.first?.name else { return location.source }
      let lines = location.member(language)
      return (steps.dropFirst().first?.index).map { lines.element($0).source } ?? lines.source
    case .paragraphs:
      guard let index = steps.first?.index else { return location.source }
      let paragraph = location.element(index)
      guard steps.dropFirst().first?.name == "items" else { return paragraph.source }
      let list = paragraph.member("list")
      return (steps.dropFirst(2).first?.index).map { list.element($0).source } ?? list.source
    case .period:
      return (steps.first?.name).map { location.member($0).source } ?? location.source
    case .list(let item):
      guard let index = steps.first?.index, let element = json.element(index) else {
        return location.source
      }
      return source(steps.dropFirst(), of: item, element, location.element(index))
    case .group(let fields): return member(steps, of: fields, json, location)
    case .person, .body, .act, .organisation: return reference(steps, of: type, json, location)
    case .inquiry, .resources, .organisers: return record(steps, of: type, json, location)
    case .figure:
      guard let name = json.string, let figure = figure(name, steps) else { return nil }
      return ValueSource(.figure, figure.entry, via: location.source.entry)
    }
  }

  private func reference(
    _ steps: Steps, of type: FieldType, _ json: JSON, _ location: Location
  ) -> ValueSource? {
    let file =
      switch type {
      case .person: "people.yaml"
      case .body: "bodies.yaml"
      case .act: "acts.yaml"
      default: "addressees.yaml"
      }
    if let id = json.string { return location.source.naming(id, in: file) }
    guard type == .act else {
      return member(steps, of: RecordFields.organisation, json, location)
    }
    if let level = steps.first?.name, ActPlace.levelNames.contains(level) {
      return location.member(level).source
    }
    return location.member("act").source.naming(json["act"]?.string ?? "", in: file)
  }

  /// What the data name of the register, or describe themselves.
  private func record(
    _ steps: Steps, of type: FieldType, _ json: JSON, _ location: Location
  ) -> ValueSource? {
    func registered(_ id: String, _ index: Int? = nil, at location: Location) -> ValueSource {
      let row = index.map { "[\($0)]" } ?? ""
      return ValueSource(.register, "register: \(id)\(row)", via: location.source.entry)
    }
    let index = steps.first?.index
    switch (type, json) {
    case (.inquiry, .string(let id)): return registered(id, at: location)
    case (.inquiry, _): return member(steps, of: RecordFields.inquiry, json, location)
    case (.resources, .object):
      return registered(
        json["document"]?.string ?? "", index, at: location.member("document"))
    case (.organisers, .object):
      return registered("organisers", index, at: location.member("register"))
    default: break
    }
    guard let index, let element = json.element(index) else { return location.source }
    let row = location.element(index)
    if let id = element.string { return registered(id, at: row) }
    // The program counts rows, and finds the host in the address.
    if steps.dropFirst().first?.name == "host" { return row.member("url").source }
    let fields = type == .resources ? RecordFields.resource : RecordFields.organiser
    return member(steps.dropFirst(), of: fields, element, row)
  }
}

extension ValuePath.Step {
  fileprivate var name: String? { if case .name(let name) = self { name } else { nil } }
  fileprivate var index: Int? { if case .index(let index) = self { index } else { nil } }
}

extension JSON {
  fileprivate func element(_ index: Int) -> JSON? {
    guard case .array(let elements) = self, elements.indices.contains(index) else { return nil }
    return elements[index]
  }
}
