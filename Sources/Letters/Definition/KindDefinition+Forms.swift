public import JSON

extension KindDefinition {
  /// The fields of the case data as an indented list, a line each: the name, a question mark where the field may be left out, the type.
  public func outline() -> String { Self.outline(of: fields, indent: "") }

  private static func outline(of fields: [FieldDefinition], indent: String) -> String {
    fields.map { field in
      let (words, inner) = description(of: field.type)
      let mark = field.isRequired ? "" : "?"
      return "\(indent)\(field.name)\(mark): \(words)\n" + outline(of: inner, indent: indent + "  ")
    }.joined()
  }

  /// The type in words, and the fields that are listed below it.
  private static func description(of type: FieldType) -> (String, [FieldDefinition]) {
    switch type {
    case .text: return ("text in kk and ru", [])
    case .lines, .bilingualLines: return ("list of text in kk and ru", [])
    case .string: return ("string", [])
    case .date: return ("date", [])
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
    }
  }

  /// The case data as a JSON Schema (2020-12), with the fields' labels and help in `language`.
  public func schema(in language: LetterLanguage) -> JSON {
    var members: [JSON.Member] = [
      JSON.Member("$schema", "https://json-schema.org/draft/2020-12/schema"),
      JSON.Member("title", .string(name[language])),
    ]
    let group = Self.members(of: fields, language, besides: [("name", ["type": "string"])])
    members += group
    return .object(members)
  }

  private static func members(
    of fields: [FieldDefinition], _ language: LetterLanguage, besides others: [(String, JSON)] = []
  ) -> [JSON.Member] {
    let properties =
      fields.map { field in
        var schema: [JSON.Member] = [JSON.Member("title", .string(field.label[language]))]
        if let help = field.help {
          schema.append(JSON.Member("description", .string(help[language])))
        }
        return JSON.Member(field.name, .object(schema + members(of: field.type, language)))
      } + others.map { JSON.Member($0.0, $0.1) }
    let required = fields.filter(\.isRequired).map { JSON.string($0.name) }
    return [
      JSON.Member("type", "object"), JSON.Member("properties", .object(properties)),
      JSON.Member("required", .array(required)), JSON.Member("additionalProperties", false),
    ]
  }

  private static func members(of type: FieldType, _ language: LetterLanguage) -> [JSON.Member] {
    let text: JSON = ["type": "string", "minLength": 1]
    func both(_ schema: JSON) -> [JSON.Member] {
      [
        JSON.Member("type", "object"),
        JSON.Member(
          "properties", .object(LetterLanguage.allCases.map { JSON.Member($0.rawValue, schema) })),
        JSON.Member("required", .array(LetterLanguage.allCases.map { .string($0.rawValue) })),
        JSON.Member("additionalProperties", false),
      ]
    }
    switch type {
    case .text: return both(text)
    case .lines, .bilingualLines: return both(["type": "array", "items": text, "minItems": 1])
    case .string, .person, .body:
      return [JSON.Member("type", "string"), JSON.Member("minLength", 1)]
    case .date: return [JSON.Member("type", "string"), JSON.Member("format", "date")]
    case .year:
      return [
        JSON.Member("type", "integer"), JSON.Member("minimum", 1900), JSON.Member("maximum", 2999),
      ]
    case .integer: return [JSON.Member("type", "integer")]
    case .boolean: return [JSON.Member("type", "boolean")]
    case .choice(let choices):
      return [JSON.Member("enum", .array(choices.map { .string($0.name) }))]
    case .list(let item):
      return [
        JSON.Member("type", "array"), JSON.Member("items", .object(members(of: item, language))),
        JSON.Member("minItems", 1),
      ]
    case .group(let fields): return members(of: fields, language)
    }
  }
}
