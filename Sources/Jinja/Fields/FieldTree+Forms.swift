public import JSON

extension FieldTree {
  /// What several programs read of one context.
  ///
  /// - Parameters:
  ///   - programs: The parts of one template.
  ///   - environment: What they were compiled against; its mode of undefined names says what is required.
  ///   - filterKinds: What filters take that are not built in.
  /// - Complexity: linear in the programs.
  public init(
    of programs: [Program], environment: Environment, filterKinds: [String: Kind] = [:]
  ) {
    var analysis = FieldAnalysis(environment: environment, filterKinds: filterKinds)
    for program in programs { analysis.follow(program) }
    self = analysis.tree
  }

  /// The fields as an indented list, a line each: the name, a question mark where the template does without it, the kind.
  ///
  ///     inquiry: object
  ///       number: text
  ///     payments: list of object
  ///       sum: number
  ///       note?: text
  public func outline() -> String { outline(of: Self.root, indent: "") }

  private func outline(of node: NodeID, indent: String) -> String {
    members(of: node).map { member in
      let (words, inner) = description(of: member)
      let mark = isRequired(member) ? "" : "?"
      return "\(indent)\(name(of: member))\(mark): \(words)\n"
        + (inner.map { outline(of: $0, indent: indent + "  ") } ?? "")
    }.joined()
  }

  /// The kind in words, and the node whose members are listed below it.
  private func description(of node: NodeID) -> (words: String, inner: NodeID?) {
    var words = ""
    var current = node
    while true {
      let kind = kind(of: current)
      words += kind.rawValue
      if kind == .list, let item = item(of: current) {
        words += " of "
        current = item
      } else if kind == .object, members(of: current).isEmpty, let value = value(of: current) {
        words += " of "
        current = value
      } else {
        return (words, members(of: current).isEmpty ? nil : current)
      }
    }
  }

  /// The fields as a JSON Schema (2020-12): all data that fills the template satisfies it.
  ///
  /// What is printed, counted or asked for its truth may be many things, of which the likeliest is named first.
  public func schema() -> JSON {
    var members: [JSON.Member] = [
      JSON.Member("$schema", "https://json-schema.org/draft/2020-12/schema")
    ]
    if case .object(let root) = schema(of: Self.root) { members += root }
    return .object(members)
  }

  private func schema(of node: NodeID) -> JSON {
    guard node != Self.root else { return objectSchema(of: node) }
    let schema: JSON
    switch kind(of: node) {
    case .object: schema = objectSchema(of: node)
    case .list where nodes[node].uses.contains(.listed) || nodes[node].item.map(hasParts) ?? false:
      if let item = item(of: node) {
        schema = ["type": "array", "items": self.schema(of: item)]
      } else {
        schema = ["type": "array"]
      }
    case .list: return ["type": ["array", "string", "object"]]
    case .number: schema = ["type": "number"]
    case .string: schema = ["type": "string"]
    case .date: schema = ["type": "string", "format": "date"]
    case .text: return ["type": ["string", "number", "boolean", "null", "object", "array"]]
    case .boolean: return ["type": ["boolean", "string", "number", "null", "object", "array"]]
    case .any: return .object([])
    }
    // What is used only where it is true may be nothing instead.
    guard nodes[node].uses.contains(.tested) else { return schema }
    return ["anyOf": [schema, ["enum": [.null, false, 0, ""]]]]
  }

  private func objectSchema(of node: NodeID) -> JSON {
    var schema: [JSON.Member] = [JSON.Member("type", "object")]
    let members = members(of: node)
    if !members.isEmpty {
      schema.append(
        JSON.Member(
          "properties", .object(members.map { JSON.Member(name(of: $0), self.schema(of: $0)) })))
    }
    let required = members.filter { isRequired($0) }.map { JSON.string(name(of: $0)) }
    if !required.isEmpty { schema.append(JSON.Member("required", .array(required))) }
    if let value = value(of: node) {
      schema.append(JSON.Member("additionalProperties", self.schema(of: value)))
    }
    return .object(schema)
  }
}
