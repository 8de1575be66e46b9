public import JSON

/// The forms in which diagnostics are printed.
public enum DiagnosticFormat: String, Sendable, CaseIterable {
  /// For people in a terminal.
  case text
  /// One JSON object with all diagnostics and all their languages.
  case json
  /// SARIF 2.1.0, for tools that show findings beside the code.
  case sarif
  /// Workflow commands, for annotations in a pull request.
  case github

  /// All `diagnostics` as one text that ends with a line feed; empty for none in the forms that go line by line.
  ///
  /// What is known of a rule is told by `describing`, for the form that lists the rules.
  public func rendered(
    _ diagnostics: [Diagnostic], in language: MessageLanguage,
    describing: (String) -> RuleDescription? = { _ in nil }
  ) -> String {
    switch self {
    case .text: diagnostics.map { $0.rendered(in: language) + "\n" }.joined()
    case .json:
      (["diagnostics": .array(diagnostics.map(\.json))] as JSON).serialized(indented: true) + "\n"
    case .sarif: Self.sarif(diagnostics, language, describing).serialized(indented: true) + "\n"
    case .github: diagnostics.map { $0.workflowCommand(in: language) + "\n" }.joined()
    }
  }

  private static func sarif(
    _ diagnostics: [Diagnostic], _ language: MessageLanguage,
    _ describing: (String) -> RuleDescription?
  ) -> JSON {
    var ids: [String] = []
    for diagnostic in diagnostics where !ids.contains(diagnostic.rule) {
      ids.append(diagnostic.rule)
    }
    let rules = ids.map { id -> JSON in
      guard let rule = describing(id) else { return ["id": .string(id)] }
      return [
        "id": .string(id), "shortDescription": ["text": .string(rule.name[language])],
        "helpUri": .string(rule.page[language]),
      ]
    }
    return [
      "version": "2.1.0",
      "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
      "runs": [
        [
          "tool": ["driver": ["name": "qoshat", "rules": .array(rules)]],
          "columnKind": "unicodeCodePoints",
          "results": .array(diagnostics.map { $0.sarifResult(in: language) }),
        ]
      ],
    ]
  }
}

extension Message {
  var json: JSON { ["kk": .string(kk), "ru": .string(ru), "en": .string(en)] }
}

extension Diagnostic {
  /// The finding in all languages, as `--format json` prints it.
  public var json: JSON {
    var members: [JSON.Member] = [
      JSON.Member("rule", .string(rule)), JSON.Member("severity", .string(severity.rawValue)),
      JSON.Member("message", message.json), JSON.Member("places", .array(places.map(\.json))),
    ]
    if let hint { members.append(JSON.Member("hint", hint.json)) }
    if let allowed { members.append(JSON.Member("allowed", .string(allowed))) }
    return .object(members)
  }

  func sarifResult(in language: MessageLanguage) -> JSON {
    var members: [JSON.Member] = [
      JSON.Member("ruleId", .string(rule)), JSON.Member("level", .string(severity.rawValue)),
      JSON.Member("message", ["text": .string(message[language])]),
      JSON.Member("locations", .array(places.map { $0.sarifLocation(in: language) })),
    ]
    if let allowed {
      let suppression: JSON = ["kind": "external", "justification": .string(allowed)]
      members.append(JSON.Member("suppressions", [suppression]))
    }
    return .object(members)
  }

  func workflowCommand(in language: MessageLanguage) -> String {
    func escaped(_ text: String, isProperty: Bool) -> String {
      text.unicodeScalars.reduce(into: "") { result, scalar in
        switch scalar {
        case "%": result += "%25"
        case "\r": result += "%0D"
        case "\n": result += "%0A"
        case ":" where isProperty: result += "%3A"
        case "," where isProperty: result += "%2C"
        default: result.unicodeScalars.append(scalar)
        }
      }
    }
    var properties = ["title=" + rule]
    if let file = places.first?.file {
      properties.append("file=" + escaped(file, isProperty: true))
    }
    if let line = places.first?.line {
      properties.append("line=\(line)")
      if let column = places.first?.column { properties.append("col=\(column)") }
    }
    let text = rendered(in: language)
    return
      "::\(allowed == nil ? severity.rawValue : "notice") \(properties.joined(separator: ","))::"
      + escaped(text, isProperty: false)
  }
}

extension Place {
  func sarifLocation(in language: MessageLanguage) -> JSON {
    var location = [JSON.Member("message", ["text": .string(self.location(in: language) + text)])]
    if let file {
      var physical = [JSON.Member("artifactLocation", ["uri": .string(Self.uri(file))])]
      // A finding without a line is shown nowhere, so that one in a Word document stands at its beginning.
      var region = [JSON.Member("startLine", .integer(line ?? 1))]
      if line != nil {
        if let column { region.append(JSON.Member("startColumn", .integer(column))) }
        if !text.isEmpty { region.append(JSON.Member("snippet", ["text": .string(text)])) }
      }
      physical.append(JSON.Member("region", .object(region)))
      location.append(JSON.Member("physicalLocation", .object(physical)))
    }
    return .object(location)
  }

  /// The path as a reference of a URI, which knows neither spaces nor letters beyond ASCII (RFC 3986, §2.1).
  private static func uri(_ path: String) -> String {
    path.utf8.reduce(into: "") { uri, byte in
      let scalar = Unicode.Scalar(byte)
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "-", ".", "_", "~", "/":
        uri.unicodeScalars.append(scalar)
      default: uri += (byte < 0x10 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
      }
    }
  }

  var json: JSON {
    var members: [JSON.Member] = []
    func add(_ name: String, _ value: JSON?) {
      if let value { members.append(JSON.Member(name, value)) }
    }
    add("file", file.map { .string($0) })
    add("language", language.map { .string($0) })
    add("part", part.map { .string($0) })
    add("block", block.map { .string($0) })
    add("paragraph", paragraph.map { .integer($0) })
    add("heading", heading.map { .string($0) })
    add("table", cell.map { .integer($0.table) })
    add("row", cell.map { .integer($0.row) })
    add("cell", cell.map { .integer($0.column) })
    add("line", line.map { .integer($0) })
    add("column", column.map { .integer($0) })
    add("start", .integer(marked.lowerBound))
    add("end", .integer(marked.upperBound))
    add("text", .string(text))
    return .object(members)
  }
}
