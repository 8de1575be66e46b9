import Diagnostics
import Register
import Yams

extension KindDefinition {
  /// Reads `letter.yaml`.
  ///
  /// - Returns: the definition, or `nil` where something is wrong, and everything that was found.
  static func read(
    _ bytes: [UInt8], file: String
  ) -> (definition: KindDefinition?, diagnostics: [Diagnostic]) {
    var reader = KindReader(file: file)
    let definition = reader.read(bytes)
    let diagnostics = reader.yaml.diagnostics
    return (diagnostics.hasErrors ? nil : definition, diagnostics)
  }
}

/// Reads the sections of `letter.yaml`.
struct KindReader {
  var yaml: YAMLReader

  init(file: String) { yaml = YAMLReader(file: file) }

  mutating func read(_ bytes: [UInt8]) -> KindDefinition? {
    guard let document = yaml.document(bytes) else { return nil }
    let known: Set<String> = [
      "name", "purpose", "fields", "constants", "citations", "bodies", "terms", "periods",
      "figures", "sums", "subsets", "closed", "charts",
    ]
    let root = yaml.record(document, "", known: known)
    var kind = KindDefinition()
    if let name = yaml.bilingual(root["name"], "name") { kind.name = name }
    kind.purpose = root["purpose"].flatMap { yaml.bilingual($0, "purpose") }
    if let node = root["fields"] { kind.fields = fields(node, "fields") }
    if let node = root["constants"] {
      kind.constants = yaml.members(node, "constants").map { ($0.key, constant($0.value)) }
    }
    readReferences(root, into: &kind)
    readTerms(root["terms"], into: &kind)
    for (name, node) in members(root["periods"], "periods") {
      if let period = period(name, node, kind) { kind.periods.append(period) }
    }
    for (name, node) in members(root["figures"], "figures") {
      if let figure = figure(name, node, kind) { kind.figures.append(figure) }
    }
    readChecks(root, into: &kind)
    readCharts(root["charts"], into: &kind)
    checkFields(kind, document)
    return kind
  }

  mutating func members(_ node: Node?, _ path: String) -> [(key: String, value: Node)] {
    node.map { yaml.members($0, path) } ?? []
  }

  private mutating func constant(_ node: Node) -> CaseValue {
    switch node {
    case .scalar(let scalar):
      return Int(scalar.string).map { .integer($0) } ?? .string(scalar.string)
    case .sequence(let sequence): return .list(sequence.map { constant($0) })
    case .mapping(let mapping):
      if mapping.count == 2, let kk = mapping["kk"]?.string, let ru = mapping["ru"]?.string {
        return .text(Bilingual(kk: kk, ru: ru))
      }
      return .group(mapping.map { ($0.key.string ?? "", constant($0.value)) })
    case .alias: return .group([])
    }
  }

  // MARK: Acts and bodies

  private mutating func readReferences(_ root: [String: Node], into kind: inout KindDefinition) {
    for (name, node) in members(root["citations"], "citations") {
      let path = "citations.\(name)"
      let record = yaml.record(
        node, path, known: Set(["act", "role"] + ActPlace.levelNames))
      guard let act = entryChoice(record, "act", node, path) else { continue }
      let place = ActPlace { level in
        record[level].flatMap { placeNumber($0, "\(path).\(level)") }
      }
      kind.citations.append(.init(name: name, act: act, place: place))
    }
    for (name, node) in members(root["bodies"], "bodies") {
      let path = "bodies.\(name)"
      let record = yaml.record(node, path, known: ["body", "role"])
      guard let body = entryChoice(record, "body", node, path) else { continue }
      kind.bodies.append(.init(name: name, body: body))
    }
  }

  /// An entry by its id under `key`, or by its `role`: one of the two.
  private mutating func entryChoice(
    _ record: [String: Node], _ key: String, _ node: Node, _ path: String
  ) -> KindDefinition.EntryChoice? {
    switch (record[key], record["role"]) {
    case (let id?, nil): return yaml.string(id, "\(path).\(key)").map { .id($0) }
    case (nil, let role?): return yaml.string(role, "\(path).role").map { .role($0) }
    default:
      yaml.report(
        node, path,
        Message(
          kk: "`\(key)` не `role` керек, екеуі бірге емес",
          ru: "нужно либо `\(key)`, либо `role`",
          en: "either `\(key)` or `role` is needed"))
      return nil
    }
  }

  private mutating func placeNumber(_ node: Node, _ path: String) -> String? {
    guard let text = yaml.string(node, path) else { return nil }
    guard ActPlace.isNumber(text) else {
      yaml.report(
        node, path,
        Message(
          kk: "бұл – нөмір емес: `\(text)`; мысалы: 6, 41-1",
          ru: "это не номер: `\(text)`; например: 6, 41-1",
          en: "`\(text)` is no number; examples are 6, 41-1"))
      return nil
    }
    return text
  }

  // MARK: Periods and figures

  private mutating func period(
    _ name: String, _ node: Node, _ kind: KindDefinition
  ) -> KindDefinition.PeriodDefinition? {
    let path = "periods.\(name)"
    let record = yaml.record(node, path, known: ["start", "year", "offset", "end"])
    let end = record["end"].flatMap { field($0, path + ".end", kind) }
    if let start = record["start"] {
      return field(start, path + ".start", kind).map {
        .init(name: name, start: .field($0), end: end)
      }
    }
    let offset = record["offset"].flatMap { yaml.integer($0, path + ".offset") } ?? 0
    return field(record["year"], path + ".year", kind).map {
      .init(name: name, start: .yearOf($0, offset: offset), end: end)
    }
  }

  /// The name of a field that is a date or a year.
  private mutating func field(_ node: Node?, _ path: String, _ kind: KindDefinition) -> String? {
    guard let name = yaml.string(node, path) else { return nil }
    let isTime = kind.fields.contains { $0.name == name && [.date, .year].contains($0.type) }
    guard isTime else {
      yaml.report(
        node, path,
        Message(
          kk: "`\(name)` – күн немесе жыл өрісі емес", ru: "`\(name)` – не поле с датой или годом",
          en: "`\(name)` is no field with a date or year"))
      return nil
    }
    return name
  }

  private mutating func figure(
    _ name: String, _ node: Node, _ kind: KindDefinition
  ) -> KindDefinition.FigureDefinition? {
    let path = "figures.\(name)"
    let record = yaml.record(
      node, path, known: ["label", "count", "unit", "kinds", "state", "channel", "period"])
    let kinds = (record["kinds"].map { yaml.elements($0, path + ".kinds") } ?? []).compactMap {
      yaml.choice($0, path + ".kinds", DocumentKind.self)
    }
    let state = record["state"].map { yaml.choice($0, path, DocumentSelection.State.self) }
    let channel = record["channel"].map { yaml.choice($0, path, Channel.self) }
    let unit = record["unit"].map {
      yaml.choice($0, path + ".unit", KindDefinition.FigureDefinition.Unit.self)
    }
    guard let label = yaml.bilingual(record["label"], path + ".label"),
      let count = yaml.choice(
        record["count"], path + ".count", KindDefinition.FigureDefinition.Count.self),
      let period = yaml.string(record["period"], path + ".period")
    else { return nil }
    if !kind.periods.contains(where: { $0.name == period }) {
      yaml.report(
        record["period"], path,
        Message(
          kk: "мұндай кезең жоқ: `\(period)`", ru: "нет такого периода: `\(period)`",
          en: "there is no period `\(period)`"))
    }
    return .init(
      name: name, label: label, count: count, unit: unit ?? nil, kinds: Set(kinds),
      state: (state ?? nil) ?? .sent, channel: channel ?? nil, period: period)
  }

  // MARK: What must hold between figures

  private mutating func readChecks(_ root: [String: Node], into kind: inout KindDefinition) {
    for node in root["sums"].map({ yaml.elements($0, "sums") }) ?? [] {
      let record = yaml.record(node, "sums", known: ["total", "parts"])
      let parts = (record["parts"].map { yaml.elements($0, "sums.parts") } ?? []).compactMap {
        figureName($0, "sums.parts", kind)
      }
      if let total = figureName(record["total"], "sums.total", kind) {
        kind.sums.append(.init(total: total, parts: parts))
      }
    }
    for node in root["subsets"].map({ yaml.elements($0, "subsets") }) ?? [] {
      let record = yaml.record(node, "subsets", known: ["part", "whole"])
      if let part = figureName(record["part"], "subsets.part", kind),
        let whole = figureName(record["whole"], "subsets.whole", kind)
      {
        kind.subsets.append(.init(part: part, whole: whole))
      }
    }
    for node in root["closed"].map({ yaml.elements($0, "closed") }) ?? [] {
      guard let name = figureName(node, "closed", kind) else { continue }
      if kind.figures.contains(where: { $0.name == name && $0.count != .documents }) {
        yaml.report(
          node, "closed",
          Message(
            kk: "`\(name)` құжаттарды санамайды", ru: "`\(name)` считает не документы",
            en: "`\(name)` does not count documents"))
      }
      kind.closed.append(name)
    }
  }

  private mutating func figureName(
    _ node: Node?, _ path: String, _ kind: KindDefinition
  ) -> String? {
    guard let name = yaml.string(node, path) else { return nil }
    if !kind.figures.contains(where: { $0.name == name }) {
      yaml.report(
        node, path,
        Message(
          kk: "мұндай көрсеткіш жоқ: `\(name)`", ru: "нет такого показателя: `\(name)`",
          en: "there is no figure `\(name)`"))
    }
    return name
  }
}
