import JSON

extension KindDefinition {
  /// The fields of the case data as an indented list, a line each: the name, a question mark where the field may be left
  /// out, the type, and when it is asked for.
  public func outline() -> String { Self.outline(of: fields, indent: "") }

  private static func outline(of fields: [FieldDefinition], indent: String) -> String {
    fields.map { field in
      let (words, inner) = description(of: field.type)
      let mark = field.isRequired && field.defaultValue == nil ? "" : "?"
      let clauses = (field.condition?.clauses ?? []).map { "\($0.field): \($0.value.serialized())" }
      let condition = clauses.isEmpty ? "" : " when " + clauses.joined(separator: ", ")
      return "\(indent)\(field.name)\(mark): \(words)\(condition)\n"
        + outline(of: inner, indent: indent + "  ")
    }.joined()
  }

  /// The type in words, and the fields that are listed below it.
  private static func description(of type: FieldType) -> (String, [FieldDefinition]) {
    switch type {
    case .text: return ("text in kk and ru", [])
    case .lines, .bilingualLines: return ("list of text in kk and ru", [])
    case .paragraphs: return ("list of text or list in kk and ru", [])
    case .string: return ("string", [])
    case .date: return ("date", [])
    case .period: return ("object", RecordFields.period)
    case .year: return ("year", [])
    case .integer: return ("integer", [])
    case .boolean: return ("boolean", [])
    case .choice(let choices):
      return ("one of " + choices.map(\.name).joined(separator: ", "), [])
    case .list(let item):
      let (words, inner) = description(of: item)
      return ("list of " + words, inner)
    case .group(let fields): return ("object", fields)
    case .person: return ("id of a person", [])
    case .body: return ("id of a state body", [])
    case .act: return ("id of an act, or object with act and article", [])
    case .organisation: return ("id of an organisation, or object", RecordFields.organisation)
    case .inquiry: return ("id of an inquiry, or object", RecordFields.inquiry)
    case .resources: return ("object with document, or list of object", RecordFields.resource)
    case .organisers:
      return ("object with register, or list of id or object", RecordFields.organiser)
    case .figure: return ("name of a figure", [])
    }
  }
}
