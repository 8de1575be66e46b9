import CivilDates
public import JSON

extension KindDefinition {
  /// The case data as a JSON Schema (2020-12), with the fields' labels and help in `language` and the ids of `reference`.
  public func schema(in language: LetterLanguage, reference: ReferenceData) -> JSON {
    let writer = SchemaWriter(
      language: language, reference: reference, figures: figures.map(\.name))
    return .object(
      [
        JSON.Member("$schema", "https://json-schema.org/draft/2020-12/schema"),
        JSON.Member("title", .string(name[language])),
      ] + writer.members(of: fields, besides: [JSON.Member("name", ["type": "string"])]))
  }
}

private struct SchemaWriter {
  typealias Members = [JSON.Member]

  let language: LetterLanguage
  let reference: ReferenceData
  let figures: [String]

  // MARK: Objects

  func members(of fields: [FieldDefinition], besides others: Members = []) -> Members {
    let properties = fields.map { JSON.Member($0.name, .object(schema(of: $0))) } + others
    let required = fields.filter {
      $0.isRequired && $0.defaultValue == nil && $0.condition == nil
    }
    let conditions = fields.filter { $0.condition != nil }.map { condition(of: $0, among: fields) }
    return [
      JSON.Member("type", "object"), JSON.Member("properties", .object(properties)),
      JSON.Member("required", .array(required.map { .string($0.name) })),
      JSON.Member("additionalProperties", false),
    ] + (conditions.isEmpty ? [] : [JSON.Member("allOf", .array(conditions))])
  }

  private func schema(of field: FieldDefinition) -> Members {
    var schema: Members = [JSON.Member("title", .string(field.label[language]))]
    if let help = field.help { schema.append(JSON.Member("description", .string(help[language]))) }
    if let value = field.defaultValue { schema.append(JSON.Member("default", value)) }
    return schema + members(of: field.type, field.limits)
  }

  /// Asked for: perhaps required. Not asked for: not there.
  private func condition(of field: FieldDefinition, among fields: [FieldDefinition]) -> JSON {
    let clauses = clauses(of: field, among: fields).map { clause in
      let has: JSON.Member = JSON.Member(
        "properties", .object([JSON.Member(clause.field, ["const": clause.value])]))
      let other = fields.first { $0.name == clause.field }
      let absent = other?.defaultValue ?? (other?.type == .boolean ? false : nil)
      guard absent != clause.value else { return JSON.object([has]) }
      return .object([has, JSON.Member("required", [.string(clause.field)])])
    }
    var members: Members = [JSON.Member("if", ["allOf": .array(clauses)])]
    if field.isRequired && field.defaultValue == nil {
      members.append(JSON.Member("then", ["required": [.string(field.name)]]))
    }
    members.append(
      JSON.Member("else", ["properties": .object([JSON.Member(field.name, false)])]))
    return .object(members)
  }

  /// What a field waits for, and what that waits for.
  private func clauses(
    of field: FieldDefinition, among fields: [FieldDefinition]
  ) -> [FieldCondition.Clause] {
    (field.condition?.clauses ?? []).flatMap { clause in
      [clause]
        + (fields.first { $0.name == clause.field }.map { clauses(of: $0, among: fields) } ?? [])
    }
  }

  // MARK: Types

  private func members(of type: FieldType, _ limits: FieldLimits) -> Members {
    switch type {
    case .text: return both(text(limits))
    case .lines, .bilingualLines: return both(array(of: .object(text(limits)), limits))
    case .paragraphs:
      let text = JSON.object(both(text(limits)))
      let list = JSON.object(object([JSON.Member("list", .object(array(of: text, .unlimited)))]))
      return array(of: ["anyOf": [text, list]], limits)
    case .string: return text(limits)
    case .date: return date(limits)
    case .period: return members(of: RecordFields.period)
    case .year: return integer(limits.minimum ?? 1900, limits.maximum ?? 2999)
    case .integer: return integer(limits.minimum, limits.maximum)
    case .boolean: return [JSON.Member("type", "boolean")]
    case .choice(let choices): return choice(of: choices.map(\.name))
    case .list(let item): return array(of: .object(members(of: item, limits.ofItems)), limits)
    case .group(let fields): return members(of: fields)
    case .person: return choice(of: reference.people.keys.sorted())
    case .body: return choice(of: reference.bodies.keys.sorted())
    case .act: return act
    case .organisation:
      return anyOf(
        choice(of: reference.organisations.keys.sorted()), members(of: RecordFields.organisation))
    case .inquiry: return anyOf(text(.unlimited), members(of: RecordFields.inquiry))
    case .resources:
      return anyOf(
        array(of: .object(members(of: RecordFields.resource)), limits),
        object([JSON.Member("document", .object(text(.unlimited)))]))
    case .organisers:
      let item = anyOf(text(.unlimited), members(of: RecordFields.organiser))
      return anyOf(
        array(of: .object(item), limits), object([JSON.Member("register", ["const": true])]))
    case .figure: return choice(of: figures)
    }
  }

  private var act: Members {
    let ids = choice(of: reference.acts.keys.sorted())
    let number: JSON = [
      "anyOf": [
        ["type": "integer", "minimum": 1],
        ["type": "string", "pattern": "^[0-9][0-9A-Za-z\u{400}-\u{4FF}-]*$"],
      ]
    ]
    return anyOf(
      ids,
      object(
        [JSON.Member("act", .object(ids))],
        optional: ActPlace.levelNames.map { JSON.Member($0, number) }))
  }

  private func anyOf(_ schemas: Members...) -> Members {
    [JSON.Member("anyOf", .array(schemas.map { .object($0) }))]
  }

  private func both(_ schema: Members) -> Members {
    object(LetterLanguage.allCases.map { JSON.Member($0.rawValue, .object(schema)) })
  }

  private func object(_ required: Members, optional: Members = []) -> Members {
    [
      JSON.Member("type", "object"), JSON.Member("properties", .object(required + optional)),
      JSON.Member("required", .array(required.map { .string($0.name) })),
      JSON.Member("additionalProperties", false),
    ]
  }

  private func array(of items: JSON, _ limits: FieldLimits) -> Members {
    [
      JSON.Member("type", "array"), JSON.Member("items", items),
      JSON.Member("minItems", .integer(max(limits.minItems ?? 1, 1))),
    ] + optional("maxItems", limits.maxItems)
  }

  private func array(of items: Members, _ limits: FieldLimits) -> Members {
    array(of: .object(items), limits)
  }

  /// A text that is not blank.
  private func text(_ limits: FieldLimits) -> Members {
    [JSON.Member("type", "string"), JSON.Member("pattern", #"\S"#)]
      + optional("maxLength", limits.maxLength)
  }

  /// JSON Schema has no words for the order of dates; forms read these.
  private func date(_ limits: FieldLimits) -> Members {
    func bound(_ name: String, _ bound: FieldLimits.DateBound?) -> Members {
      switch bound {
      case .day(let day)?: [JSON.Member(name, .string(day.iso))]
      case .field(let field)?: [JSON.Member(name, .string(field))]
      case nil: []
      }
    }
    return [JSON.Member("type", "string"), JSON.Member("format", "date")]
      + bound("x-notBefore", limits.notBefore) + bound("x-notAfter", limits.notAfter)
  }

  private func integer(_ minimum: Int?, _ maximum: Int?) -> Members {
    [JSON.Member("type", "integer")] + optional("minimum", minimum) + optional("maximum", maximum)
  }

  private func optional(_ name: String, _ number: Int?) -> Members {
    number.map { [JSON.Member(name, .integer($0))] } ?? []
  }

  private func choice(of names: [String]) -> Members {
    names.isEmpty
      ? text(.unlimited) : [JSON.Member("enum", .array(names.map { .string($0) }))]
  }
}
