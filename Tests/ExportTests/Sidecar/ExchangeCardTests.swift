import Export
import Files
import JSON
import Letters
import Testing

@Suite struct ExchangeCardTests {
  private static let root: String =
    "/" + #filePath.split(separator: "/").dropLast(4).joined(separator: "/")

  private static let attachments = [
    ExchangeCard.Attachment(
      name: "1.kk.docx", size: 12_345, sha256: String(repeating: "0a", count: 32)),
    ExchangeCard.Attachment(
      name: "1.kk.pdf", size: 54_321, sha256: String(repeating: "f1", count: 32)),
  ]

  /// The warning of the example, with its resources written out, so that no register is needed.
  private func letter(registered: Bool) throws -> RenderedLetter {
    let file = "\(Self.root)/fixtures/cases/warning-2021.json"
    guard case .object(var members) = try JSON(parsing: FileSystem.read(file)) else {
      return try #require(nil)
    }
    members.removeAll { $0.name == "resources" }
    members.append(
      JSON.Member(
        "resources",
        [["url": "https://alma.example/", "title": "Alma", "enteredAt": "2021-12-01"]]))
    if registered {
      members.append(
        JSON.Member("registration", ["number": "17-3/128", "date": "2021-12-28"]))
    }
    let kind = try #require(TemplateLibrary(folder: "\(Self.root)/templates").kind("warning").kind)
    return try kind.render(.object(members), file: file, register: nil).letter
  }

  @Test("A document system would refuse the card", arguments: [false, true])
  func schema(registered: Bool) throws {
    let schema = try JSON(parsing: FileSystem.read("\(Self.root)/docs/esedo.schema.json"))
    let requisites = try letter(registered: registered).requisites
    for language in LetterLanguage.allCases {
      let card = ExchangeCard(requisites, language, attachments: Self.attachments)
      #expect(Schema(schema).faults(of: card.json) == [])
      #expect(try JSON(parsing: card.bytes) == card.json)
    }
  }

  @Test("The schema would let anything pass")
  func schemaRefuses() throws {
    let schema = Schema(try JSON(parsing: FileSystem.read("\(Self.root)/docs/esedo.schema.json")))
    let card = ExchangeCard(
      try letter(registered: true).requisites, .kk, attachments: Self.attachments
    ).json
    guard case .object(let members) = card else { return }
    for member in members {
      #expect(
        !schema.faults(of: .object(members.filter { $0 != member })).isEmpty, "\(member.name)")
      let wrong = members.map { $0 == member ? JSON.Member($0.name, .bool(true)) : $0 }
      #expect(!schema.faults(of: .object(wrong)).isEmpty, "\(member.name)")
    }
    #expect(!schema.faults(of: .object(members + [JSON.Member("other", .null)])).isEmpty)
  }

  @Test("A card would say what its letter does not")
  func agreement() throws {
    let letter = try letter(registered: true)
    for language in LetterLanguage.allCases {
      let card = ExchangeCard(
        letter.requisites, language, pages: 2, attachments: Self.attachments
      ).json
      let text = try #require(letter.documents[language]?.text)
        .split(whereSeparator: \.isWhitespace).joined(separator: " ")
      let suffix = language == .kk ? "Kz" : "Ru"
      for name in [
        "docNo", "description", "executor", "employeePhone", "authorName\(suffix)",
        "signerName\(suffix)",
      ] {
        #expect(text.contains(try #require(card[name]?.string)), "\(language) \(name)")
      }
      #expect(card["docLang"] == (language == .kk ? "kz" : "ru"))
      #expect(card["docDate"] == "2021-12-28")
      #expect(card["sheetCount"] == 2)
      #expect(card["docKind"] == .string(letter.requisites.kind[language]))
      #expect(
        card["attachments"]
          == .array([
            [
              "fileName": "1.kk.docx", "size": 12_345,
              "sha256": .string(String(repeating: "0a", count: 32)),
              "mediaType":
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            ],
            [
              "fileName": "1.kk.pdf", "size": 54_321,
              "sha256": .string(String(repeating: "f1", count: 32)),
              "mediaType": "application/pdf",
            ],
          ]))
    }
  }

  @Test("A letter would be said to be registered on the day of the export")
  func unregistered() throws {
    let card = ExchangeCard(try letter(registered: false).requisites, .ru, attachments: []).json
    #expect(card["docNo"] == .null)
    #expect(card["docDate"] == .null)
    #expect(card["sheetCount"] == .null)
    #expect(card["preparedDate"]?.string != nil)
  }
}

/// As much of JSON Schema as the card's schema uses.
private struct Schema {
  let schema: JSON

  init(_ schema: JSON) { self.schema = schema }

  func faults(of value: JSON, at path: String = "$") -> [String] {
    var faults: [String] = []
    if let type = schema["type"] {
      let types =
        if case .array(let types) = type { types.compactMap(\.string) } else { [type.string ?? ""] }
      if !types.contains(name(of: value)) { return ["\(path) is no \(types)"] }
    }
    if case .array(let values)? = schema["enum"], !values.contains(value) {
      faults.append("\(path) is none of \(values)")
    }
    if case .integer(let least)? = schema["minimum"], case .integer(let number) = value,
      number < least
    {
      faults.append("\(path) < \(least)")
    }
    if let pattern = schema["pattern"]?.string, let text = value.string,
      (try? Regex(pattern).firstMatch(in: text)) == nil
    {
      faults.append("\(path) is not like \(pattern)")
    }
    if case .array(let items) = value, let schema = schema["items"] {
      for (index, item) in items.enumerated() {
        faults += Schema(schema).faults(of: item, at: "\(path)[\(index)]")
      }
    }
    guard case .object(let members) = value else { return faults }
    if case .array(let required)? = schema["required"] {
      for name in required.compactMap(\.string) where value[name] == nil {
        faults.append("\(path).\(name) is missing")
      }
    }
    for member in members {
      if let schema = schema["properties"]?[member.name] {
        faults += Schema(schema).faults(of: member.value, at: "\(path).\(member.name)")
      } else if schema["additionalProperties"] == false {
        faults.append("\(path).\(member.name) is unknown")
      }
    }
    return faults
  }

  private func name(of value: JSON) -> String {
    switch value {
    case .null: "null"
    case .bool: "boolean"
    case .integer, .digits: "integer"
    case .number: "number"
    case .string: "string"
    case .array: "array"
    case .object: "object"
    }
  }
}
