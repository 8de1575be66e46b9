import Diagnostics
import JSON
import Yams

/// The fields of `letter.yaml`.
extension KindReader {
  mutating func fields(_ node: Node, _ path: String) -> [FieldDefinition] {
    var fields: [FieldDefinition] = []
    for (name, node) in yaml.members(node, path) {
      guard let field = field(name, node, "\(path).\(name)") else { continue }
      if let condition = field.condition {
        check(condition, after: fields, node, "\(path).\(name).when")
      }
      fields.append(field)
    }
    return fields
  }

  private mutating func field(_ name: String, _ node: Node, _ path: String) -> FieldDefinition? {
    let record = yaml.record(
      node, path,
      known: Set(
        ["type", "of", "required", "label", "help", "fields", "choices", "default", "when"]
          + FieldLimits.keys))
    guard let type = type(record, path),
      let label = yaml.bilingual(record["label"], path + ".label")
    else { return nil }
    return FieldDefinition(
      name, type, isRequired: record["required"].map { yaml.flag($0, path + ".required") } ?? false,
      label: label, help: record["help"].flatMap { yaml.bilingual($0, path + ".help") },
      defaultValue: record["default"].map { JSON($0) }, limits: limits(record, of: type, path),
      condition: record["when"].map { condition($0, path + ".when") })
  }

  private mutating func type(_ record: [String: Node], _ path: String) -> FieldType? {
    guard let name = yaml.string(record["type"], path + ".type") else { return nil }
    switch name {
    case "choice":
      let choices = members(record["choices"], path + ".choices").compactMap { name, node in
        yaml.bilingual(node, "\(path).choices.\(name)").map {
          FieldType.Choice(name: name, text: $0)
        }
      }
      return .choice(choices)
    case "list":
      guard let of = record["of"] else {
        _ = yaml.string(nil, path + ".of")
        return nil
      }
      let item = yaml.record(of, path + ".of", known: ["type", "of", "fields", "choices"])
      return type(item, path + ".of").map { .list($0) }
    case "group":
      return record["fields"].map { .group(fields($0, path + ".fields")) }
    default:
      if let type = FieldType.simple.first(where: { $0.name == name }) { return type }
      yaml.report(
        record["type"], path,
        Message(
          kk: "белгісіз түр: `\(name)`", ru: "неизвестный тип: `\(name)`",
          en: "unknown type `\(name)`"))
      return nil
    }
  }

  // MARK: Limits

  private mutating func limits(
    _ record: [String: Node], of type: FieldType, _ path: String
  ) -> FieldLimits {
    for key in FieldLimits.keys {
      guard let node = record[key], !FieldLimits.applies(key, to: type) else { continue }
      yaml.report(
        node, "\(path).\(key)",
        Message(
          kk: "`\(type.name)` түрінде `\(key)` болмайды", ru: "у типа `\(type.name)` нет `\(key)`",
          en: "the type `\(type.name)` has no `\(key)`"))
    }
    var limits = FieldLimits()
    limits.minimum = number(record, "minimum", path)
    limits.maximum = number(record, "maximum", path)
    limits.maxLength = number(record, "maxLength", path)
    limits.minItems = number(record, "minItems", path)
    limits.maxItems = number(record, "maxItems", path)
    limits.notBefore = record["notBefore"].flatMap { bound($0, path + ".notBefore") }
    limits.notAfter = record["notAfter"].flatMap { bound($0, path + ".notAfter") }
    inOrder(limits.minimum, limits.maximum, record["maximum"], path + ".maximum")
    inOrder(limits.minItems, limits.maxItems, record["maxItems"], path + ".maxItems")
    return limits
  }

  private mutating func number(_ record: [String: Node], _ key: String, _ path: String) -> Int? {
    record[key].flatMap { yaml.integer($0, "\(path).\(key)") }
  }

  private mutating func inOrder(_ least: Int?, _ most: Int?, _ node: Node?, _ path: String) {
    guard let least, let most, least > most else { return }
    yaml.report(
      node, path,
      Message(
        kk: "ең көбі ең азынан кем: \(most) < \(least)",
        ru: "наибольшее меньше наименьшего: \(most) < \(least)",
        en: "the greatest is less than the least: \(most) < \(least)"))
  }

  private mutating func bound(_ node: Node, _ path: String) -> FieldLimits.DateBound? {
    guard let text = yaml.string(node, path) else { return nil }
    if text.first?.isWholeNumber == true { return yaml.date(node, path).map { .day($0) } }
    return .field(text)
  }

  // MARK: Conditions

  private mutating func condition(_ node: Node, _ path: String) -> FieldCondition {
    FieldCondition(
      clauses: yaml.members(node, path).map { .init(field: $0.key, value: JSON($0.value)) })
  }

  /// What decides is asked before, as on a form that is filled in from above.
  private mutating func check(
    _ condition: FieldCondition, after fields: [FieldDefinition], _ node: Node, _ path: String
  ) {
    for clause in condition.clauses {
      guard let other = fields.first(where: { $0.name == clause.field }) else {
        yaml.report(
          node, path,
          Message(
            kk: "осының алдында мұндай өріс жоқ: `\(clause.field)`",
            ru: "выше нет такого поля: `\(clause.field)`",
            en: "there is no field `\(clause.field)` before it"))
        continue
      }
      let isValue =
        switch (other.type, clause.value) {
        case (.boolean, .bool): true
        case (.choice(let choices), .string(let name)): choices.contains { $0.name == name }
        default: false
        }
      guard !isValue else { continue }
      let value = clause.value.serialized()
      yaml.report(
        node, path,
        Message(
          kk: "`\(other.name)` өрісінде мұндай мән болмайды: \(value)",
          ru: "у поля `\(other.name)` не бывает такого значения: \(value)",
          en: "the field `\(other.name)` never has the value \(value)"))
    }
  }

  private mutating func reportNoField(_ name: String, _ node: Node?, _ path: String) {
    yaml.report(
      node, path,
      Message(
        kk: "мұндай өріс жоқ: `\(name)`", ru: "нет такого поля: `\(name)`",
        en: "there is no field `\(name)`"))
  }

  // MARK: What can be told once everything is read

  /// Reports defaults that do not fit their field, dates that are bound to no date, and figures of a kind without any.
  mutating func checkFields(_ kind: KindDefinition, _ root: Node?) {
    guard let root, let node = root["fields"] else { return }
    let sections = ["citations", "bodies", "terms", "periods", "figures", "charts", "style"]
    for field in kind.fields where sections.contains(field.name) {
      yaml.report(
        node[field.name], "fields.\(field.name)",
        Message(
          kk: "`\(field.name)` атауы бос емес", ru: "имя `\(field.name)` занято",
          en: "the name `\(field.name)` is taken"))
    }
    checkFields(kind.fields, kind, node, "fields")
  }

  private mutating func checkFields(
    _ fields: [FieldDefinition], _ kind: KindDefinition, _ node: Node, _ path: String
  ) {
    for field in fields {
      guard let node = node[field.name] else { continue }
      let path = "\(path).\(field.name)"
      for (key, bound) in [
        ("notBefore", field.limits.notBefore), ("notAfter", field.limits.notAfter),
      ] {
        guard case .field(let name)? = bound else { continue }
        let isDate = (fields + kind.fields).contains { $0.name == name && $0.type == .date }
        if !isDate { reportNoField(name, node[key], "\(path).\(key)") }
      }
      if case .figure = field.type.item, kind.figures.isEmpty {
        yaml.report(
          node["type"], path + ".type",
          Message(
            kk: "хаттың бұл түрінде көрсеткіштер жоқ", ru: "у этого вида писем нет показателей",
            en: "letters of this kind have no figures"))
      }
      if let value = field.defaultValue {
        let findings = CaseReader.findings(
          value, for: field, of: kind, reference: ReferenceData())
        // What the reference data have is not known yet.
        for finding in findings where finding.rule != "V105" {
          yaml.report(node["default"], path + ".default", finding.message)
        }
      }
      switch (field.type, node["fields"], node["of"]?["fields"]) {
      case (.group(let inner), let inside?, _), (.list(.group(let inner)), _, let inside?):
        checkFields(inner, kind, inside, path + ".fields")
      default: break
      }
    }
  }
}

extension FieldLimits {
  static let keys = [
    "minimum", "maximum", "notBefore", "notAfter", "maxLength", "minItems", "maxItems",
  ]

  /// Whether a limit makes sense for a type; those of a list's items are the list's.
  static func applies(_ key: String, to type: FieldType) -> Bool {
    switch key {
    case "minimum", "maximum": [.integer, .year].contains(type.item)
    case "notBefore", "notAfter": type == .date
    case "maxLength":
      [.text, .string, .lines, .bilingualLines, .paragraphs].contains(type.item)
    default:
      switch type {
      case .list, .lines, .bilingualLines, .paragraphs, .resources, .organisers: true
      default: false
      }
    }
  }
}

extension JSON {
  /// A value of a YAML file as the case data would have it.
  init(_ node: Node) {
    switch node {
    case .scalar(let scalar):
      guard scalar.style == .plain || scalar.style == .any else {
        self = .string(scalar.string)
        return
      }
      switch scalar.string {
      case "true": self = .bool(true)
      case "false": self = .bool(false)
      case "null", "~", "": self = .null
      default: self = Int(scalar.string).map { .integer($0) } ?? .string(scalar.string)
      }
    case .sequence(let sequence): self = .array(sequence.map { JSON($0) })
    case .mapping(let mapping):
      self = .object(mapping.map { Member($0.key.string ?? "", JSON($0.value)) })
    case .alias: self = .null
    }
  }
}
