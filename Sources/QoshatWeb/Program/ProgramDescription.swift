import HTTPTypes
import JSON

/// The description of what programs can ask for, as OpenAPI.
///
/// - Source: OpenAPI Specification 3.0.3.
struct ProgramDescription {
  let operations: [ProgramOperation]
  let program: String
  /// The letter kinds that there are.
  let kinds: [String]

  var json: JSON {
    var paths: [JSON.Member] = []
    for path in operations.map(\.path).uniqued {
      let members = operations.filter { $0.path == path }.map { operation in
        JSON.Member(operation.method.rawValue.lowercased(), description(of: operation))
      }
      paths.append(JSON.Member(path, .object(members)))
    }
    return [
      "openapi": "3.0.3",
      "info": [
        "title": "Qoshat", "version": .string(program),
        "description":
          "Official letters in Kazakh and Russian. A server without accounts answers everybody on its machine; one with accounts takes the token of a session.",
      ],
      "paths": .object(paths),
      "components": [
        "securitySchemes": ["session": ["type": "http", "scheme": "bearer"]],
        "schemas": [
          "Failure": Self.failure, "Diagnostics": Self.diagnostics,
          "Text": Self.object(["kk": Self.text, "ru": Self.text]),
        ],
      ],
    ]
  }

  private func description(of operation: ProgramOperation) -> JSON {
    let name = operation.path.split(whereSeparator: { "/{}.".contains($0) }).joined(separator: "-")
    var members: [JSON.Member] = [
      JSON.Member("operationId", .string("\(operation.method.rawValue.lowercased())-\(name)")),
      JSON.Member("summary", .string(operation.about)),
      JSON.Member("parameters", .array(operation.parameters.map(description(of:)))),
    ]
    if let body = operation.body {
      members.append(
        JSON.Member("requestBody", ["required": true, "content": Self.content(body)]))
    }
    var answers = operation.answers.map { answer in
      JSON.Member(
        String(answer.status.code),
        ["description": .string(answer.about), "content": Self.content(answer.content)])
    }
    let failure = ProgramOperation.Content(
      type: "application/json", schema: Self.reference("Failure"))
    answers.append(
      JSON.Member(
        "default",
        [
          "description": "The request was refused: the message says why.",
          "content": Self.content(failure),
        ]))
    members.append(JSON.Member("responses", .object(answers)))
    if operation.access > .everyone {
      members.append(JSON.Member("security", [.object([]), ["session": []]]))
    }
    return .object(members)
  }

  private func description(of parameter: ProgramOperation.Parameter) -> JSON {
    var members: [JSON.Member] = [
      JSON.Member("name", .string(parameter.name)),
      JSON.Member("in", parameter.isInPath ? "path" : "query"),
      JSON.Member("description", .string(parameter.about)),
      JSON.Member("schema", schema(of: parameter.values)),
    ]
    if parameter.isInPath { members.append(JSON.Member("required", true)) }
    if case .someOf = parameter.values {
      members += [JSON.Member("style", "form"), JSON.Member("explode", false)]
    }
    return .object(members)
  }

  private func schema(of values: ProgramOperation.Parameter.Values) -> JSON {
    switch values {
    case .oneOf(let words): Self.choice(words)
    case .someOf(let words):
      ["type": "array", "items": Self.choice(words), "minItems": 1, "uniqueItems": true]
    case .day: ["type": "string", "format": "date"]
    case .period:
      [
        "type": "string", "example": "2021-Q4",
        "pattern": "^[1-9][0-9]{3}(-(Q[1-4]|H[12]|0[1-9]|1[0-2]))?$",
      ]
    case .kind: Self.choice(kinds)
    }
  }

  // MARK: Schemas

  static let text: JSON = ["type": "string"]

  static let file: JSON = ["type": "string", "format": "binary"]

  static func choice(_ words: [String]) -> JSON {
    ["type": "string", "enum": .array(words.map { .string($0) })]
  }

  static func list(of items: JSON) -> JSON { ["type": "array", "items": items] }

  /// An object with all of these members, and perhaps others.
  static func object(_ members: KeyValuePairs<String, JSON>) -> JSON {
    [
      "type": "object", "required": .array(members.map { .string($0.key) }),
      "properties": .object(members.map { JSON.Member($0.key, $0.value) }),
    ]
  }

  static func reference(_ name: String) -> JSON {
    ["$ref": .string("#/components/schemas/\(name)")]
  }

  private static func content(_ content: ProgramOperation.Content) -> JSON {
    .object([JSON.Member(content.type, ["schema": content.schema])])
  }

  private static let failure = object([
    "error": object(["status": ["type": "integer"], "message": reference("Text")])
  ])

  private static let diagnostics = object([
    "diagnostics": list(
      of: object([
        "rule": text, "severity": choice(["error", "warning"]), "message": reference("Text"),
        "places": list(of: ["type": "object"]),
      ]))
  ])
}

extension Array where Element: Hashable {
  /// Each element once, in the order in which they come first.
  fileprivate var uniqued: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
