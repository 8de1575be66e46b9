import Foundation
import TestSupport
import Testing

/// `qoshat render --explain`: where everything in a letter is from.
@Suite struct ExplanationTests {
  /// One value of a letter, as the program tells of it.
  struct Value: Decodable, Hashable {
    struct Source: Decodable, Hashable {
      let kind: String
      let entry: String
      let via: String?
    }

    struct Printed: Decodable, Hashable {
      let text: String
      let expression: String
      let part: String
      let paragraph: Int?
      let style: String?

      /// The text with plain spaces in place of those that keep a date on one line.
      var plain: String { text.replacing("\u{A0}", with: " ") }
    }

    let paths: [String]
    let sources: [Source]
    let computed: Bool
    let kk: Printed?
    let ru: Printed?
  }

  private struct Explanation: Decodable {
    let values: [Value]
  }

  private static func values(
    _ arguments: [String], _ data: String = Program.caseData, to folder: String = Program.folder()
  ) throws -> [Value] {
    let run = try Program.run(
      ["render"] + arguments + [
        "--data", data, "--register", Program.register, "--out", folder, "--explain", "--format",
        "json",
      ])
    #expect(run.status == 0, "\(run.errors)")
    return try JSONDecoder().decode(Explanation.self, from: Data(run.output.utf8)).values
  }

  private static let example = Result { try values(["response"]) }

  /// The example's values that are read by this path.
  private func values(of path: String) throws -> [Value] {
    try Self.example.get().filter { $0.paths == [path] }
  }

  @Test(
    "a number or date of the letter stands in no value, though no template has it in its words",
    arguments: ["kk", "ru"])
  func everyNumberHasASource(_ language: String) throws {
    let folder = Program.folder()
    let values = try Self.values(["response"], to: folder)
    let printed = values.compactMap { language == "kk" ? $0.kk : $0.ru }
      .filter { $0.part.hasPrefix("word/") }
    #expect(printed.allSatisfy { !$0.text.isEmpty && !$0.expression.isEmpty })
    #expect(values.allSatisfy { !$0.sources.isEmpty })
    #expect(values.flatMap(\.sources).allSatisfy { !$0.entry.isEmpty })
    let text = try String(
      contentsOfFile: "\(folder)/response-2021.\(language).txt", encoding: .utf8)
    func numbers(_ text: String) -> [String] {
      text.split { !$0.isASCII || !$0.isNumber }.map(String.init).sorted()
    }
    // The example's templates have no figure in their own words: all are printed by tags, as often as they are read.
    #expect(numbers(text) == numbers(printed.map(\.text).joined(separator: " ")))
    #expect(numbers(text).count > 40)
  }

  @Test("a value is said to be in a paragraph where the finished letter does not have it")
  func placesAreOfTheFinishedLetter() throws {
    let folder = Program.folder()
    let values = try Self.values(["response"], to: folder)
    let measures = values.filter { $0.paths.first?.hasPrefix("legislation.measures[") == true }
    #expect(measures.map(\.paths) == (0..<3).map { ["legislation.measures[\($0)]"] })
    // A loop repeats its paragraph: the next turn stands in the next one.
    let paragraphs = measures.compactMap(\.kk?.paragraph)
    #expect(paragraphs.count == 3 && paragraphs == (0..<3).map { paragraphs[0] + $0 })
    let signatory = try #require(values.first { $0.paths == ["signatory.surname"] })
    let last = try #require(measures.last?.ru?.paragraph)
    #expect(try #require(signatory.ru?.paragraph) > last)
    #expect(signatory.kk?.style != nil && signatory.kk?.part == "word/document.xml")
  }

  @Test("a source is missing or another's")
  func sources() throws {
    func source(_ path: String) throws -> Value.Source? {
      try values(of: path).first?.sources.first
    }
    let date = try source("inquiry.date")
    #expect(date == Value.Source(kind: "data", entry: "response-2021.json: inquiry.date", via: nil))
    #expect(
      try source("addressees[1][0]")
        == Value.Source(kind: "data", entry: "response-2021.json: addressees[1].*[0]", via: nil))
    #expect(
      try source("signatory.initials")
        == Value.Source(
          kind: "reference", entry: "people.yaml: sarsenov", via: "response-2021.json: signatory"))
    #expect(
      try source("executor.person.surname")
        == Value.Source(
          kind: "reference", entry: "people.yaml: zhunusova",
          via: "response-2021.json: executor.person"))
    #expect(
      try source("citations.media.title")
        == Value.Source(
          kind: "reference", entry: "acts.yaml: media-law", via: "letter.yaml: citations.media"))
    #expect(
      try source("citations.prohibition.article")
        == Value.Source(
          kind: "constant", entry: "letter.yaml: citations.prohibition.article", via: nil))
    #expect(
      try source("system.name")
        == Value.Source(kind: "constant", entry: "letter.yaml: constants.system.name", via: nil))
    #expect(
      try source("periods.cumulative.from")
        == Value.Source(
          kind: "period", entry: "letter.yaml: periods.cumulative",
          via: "response-2021.json: since"))
    #expect(
      try source("figures.warnings")
        == Value.Source(kind: "figure", entry: "figures.warnings", via: nil))
    #expect(
      try source("legislation.status")
        == Value.Source(
          kind: "constant", entry: "letter.yaml: legislation.status.approval",
          via: "response-2021.json: legislation.status"))
    let short = try #require(try values(of: "terms.system.short").first)
    #expect(
      short.sources
        == [Value.Source(kind: "constant", entry: "letter.yaml: terms.system.short", via: nil)])
    #expect(short.kk?.plain == "«Киберқадағалау» АЖ-ға" && short.ru?.plain == "ИС «Кибернадзор»")
  }

  @Test("a value stands beside another of the other letter, or its tag is not as it was written")
  func pairs() throws {
    let date = try #require(try values(of: "inquiry.date").first)
    #expect(date.kk?.plain == "2021 жылғы 15 желтоқсандағы")
    #expect(date.kk?.expression == "inquiry.date | күн(\"дағы\")" && date.computed)
    #expect(date.ru?.plain == "от 15 декабря 2021 года")
    #expect(date.ru?.expression == "inquiry.date | дата(\"от\")")
    let phone = try #require(try values(of: "executor.phone").first)
    #expect(phone.kk?.text == "745600" && phone.ru?.text == "745600" && !phone.computed)
    // The Russian verb agrees with a figure that the Kazakh letter prints but once.
    let totals = try values(of: "figures.preparedTotal")
    #expect(totals.count == 2)
    let both = totals.filter { $0.kk != nil }
    #expect(both.count == 1 && both.first?.kk?.plain == "172 жобасы")
    #expect(both.first?.ru?.plain == "172 проекта")
    #expect(totals.first { $0.kk == nil }?.ru?.text == "подготовлено")
  }

  @Test("a changed value of the case changes other rows than its own")
  func changedValue() throws {
    let folder = Program.folder()
    let path = folder + "/response-2021.json"
    let text = try String(contentsOfFile: Program.caseData, encoding: .utf8)
    try text.replacing("\"2021-12-15\"", with: "\"2021-12-14\"")
      .write(toFile: path, atomically: true, encoding: .utf8)
    let before = try Self.example.get()
    let after = try Self.values(["response"], path)
    try #require(before.count == after.count)
    let changed = zip(before, after).filter { $0 != $1 }
    #expect(changed.map { $0.0.paths } == [["inquiry.date"]])
    #expect(changed.first?.1.ru?.plain == "от 14 декабря 2021 года")
  }

  /// A prescription about this document's resources, without the deadline that its kind has a default for.
  private static func prescription(_ document: String) throws -> String {
    let example = Program.root.appendingPathComponent("fixtures/cases/prescription-2021.json")
    let text = try String(contentsOf: example, encoding: .utf8)
    try #require(text.contains("\"deadline\": 3,") && text.contains("P-2021-053"))
    let path = Program.folder() + "/case.json"
    try text.replacing("\"deadline\": 3,", with: "").replacing("P-2021-053", with: document)
      .write(toFile: path, atomically: true, encoding: .utf8)
    return path
  }

  @Test("a default is taken for something that the case said")
  func defaults() throws {
    let values = try Self.values(["prescription"], Self.prescription("P-2021-053"))
    let deadline = values.filter { $0.paths == ["deadline"] }
    #expect(!deadline.isEmpty)
    #expect(
      deadline.allSatisfy {
        $0.sources
          == [Value.Source(kind: "default", entry: "letter.yaml: deadline", via: nil)]
      })
    let given = values.first { $0.paths == ["reportDeadline"] }
    #expect(given?.sources.first?.kind == "data")
  }

  @Test(
    "a resource of the register cannot be traced to its document, or a long list fills the screen")
  func longList() throws {
    let data = try Self.prescription("P-2021-016")
    let values = try Self.values(["prescription"], data)
    let addresses = values.filter { $0.paths.first?.hasSuffix("].url") == true }
    #expect(addresses.count == 122)
    for (index, value) in addresses.enumerated() {
      let source = Value.Source(
        kind: "register", entry: "register: P-2021-016[\(index)]",
        via: "case.json: resources.document")
      #expect(value.paths == ["resources[\(index)].url"] && value.sources == [source])
      #expect(value.kk?.text == value.ru?.text && value.kk?.paragraph != nil)
    }
    let run = try Program.run([
      "render", "prescription", "--data", data, "--register", Program.register, "--out",
      Program.folder(), "--explain",
    ])
    let lines = run.output.split(separator: "\n")
    #expect(lines.count { $0.contains("  row.url") } == 40)
    #expect(lines.contains { $0.hasPrefix("resources … (122)") })
  }

  @Test("explaining a letter changes it")
  func lettersAreTheSame() throws {
    let explained = Program.folder()
    let plain = Program.folder()
    _ = try Self.values(["response"], to: explained)
    #expect(try Program.render(to: plain).status == 0)
    #expect(try Program.contents(of: explained) == Program.contents(of: plain))
  }

  @Test("a side that prints nothing is not seen in the table")
  func oneSided() throws {
    let folder = Program.folder()
    let kind = folder + "/templates/memo"
    try FileManager.default.createDirectory(atPath: kind, withIntermediateDirectories: true)
    let bodies = [
      "kk": "{{ \"АЖ\" | барыс }} {{ prepared.year }}", "ru": "В ИС {{ prepared.year }}",
    ]
    for (language, text) in bodies {
      try TestDocument.archive(body: "<w:p><w:r><w:t>\(text)</w:t></w:r></w:p>")
        .write(to: URL(fileURLWithPath: "\(kind)/\(language).docx"))
    }
    let definition = """
      name: {kk: Жазба, ru: Записка}
      fields:
        prepared: {type: date, required: true, label: {kk: Күні, ru: Дата}}
      """
    try Data(definition.utf8).write(to: URL(fileURLWithPath: kind + "/letter.yaml"))
    let data = folder + "/case.json"
    try Data(#"{"prepared": "2021-12-15"}"#.utf8).write(to: URL(fileURLWithPath: data))
    let run = try Program.run([
      "render", "memo", "--templates", folder + "/templates", "--data", data, "--out",
      folder + "/out", "--explain",
    ])
    let lines = run.output.split(separator: "\n").map(String.init)
    let words = try #require(lines.firstIndex { $0.hasPrefix("kk.docx ") }, "\(run.errors)")
    #expect(lines[words].contains("  АЖ-ға  "))
    #expect(lines[words + 1].trimmingCharacters(in: .whitespaces) == "ru")
  }

  @Test("the table cannot be read")
  func table() throws {
    let text = try Program.render(to: Program.folder(), ["--explain"], messages: "ru").output
    let lines = text.split(separator: "\n").map(String.init)
    let heading = try #require(lines.firstIndex { $0.hasPrefix("откуда значение") })
    #expect(
      lines[heading].split(separator: " ").joined(separator: " ")
        == "откуда значение письмо абзац стиль напечатано тег")
    let row = try #require(lines.firstIndex { $0.hasPrefix("response-2021.json: inquiry.number ") })
    #expect(lines[row].contains("  kk  ") && lines[row].contains("  ДС-343  "))
    #expect(lines[row + 1].hasPrefix("     ") && lines[row + 1].contains("  ru  "))
  }
}
