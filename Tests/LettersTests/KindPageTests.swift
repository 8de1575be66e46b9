import Files
import JSON
import Register
import Testing

@testable import Letters

/// What `docs/letter-kinds.md` says of fields.
@Suite struct KindPageTests {
  private let page: String

  init() throws {
    page = String(
      decoding: try FileSystem.read(Example.root + "/docs/letter-kinds.md"), as: UTF8.self)
  }

  /// The text between a line of backticks with a name, of those the one at an index, and the next one.
  private func block(_ language: String, _ index: Int = 0) throws -> String {
    let parts = page.split(separator: "```\(language)\n").dropFirst(index + 1)
    return String(try #require(parts.first?.split(separator: "```").first))
  }

  /// The first code of each cell of the table below a heading, without its head.
  private func rows(_ heading: String) -> [[String]] {
    page.split(separator: "\n").drop { $0 != heading }.dropFirst()
      .prefix { !$0.hasPrefix("## ") }.filter { $0.hasPrefix("| ") }.dropFirst()
      .map { row in row.split(separator: " | ").map { String($0) } }
  }

  private func code(_ cell: String) -> String {
    cell.split(separator: "`", omittingEmptySubsequences: false).dropFirst().first.map {
      String($0)
    } ?? ""
  }

  @Test("the example of a type is refused, or a type has none")
  func types() throws {
    let rows = rows("## Types of fields")
    for row in rows {
      let definition = SampleKind.definition(
        "value: {\(code(row[1])), label: {kk: а, ru: б}}",
        """
        periods:
          year: {year: prepared}
        figures:
          warnings: {count: documents, kinds: [warning], period: year, label: {kk: а, ru: б}}
        """)
      let (kind, diagnostics) = KindDefinition.read(
        Array(definition.utf8), file: "letter.yaml")
      #expect(diagnostics.isEmpty, "\(row)")
      let register = try Example.register.get()
      var reader = CaseReader(
        file: "case.json", reference: try Example.library.reference(),
        of: try #require(kind),
        records: RegisterRecords(register: register, revision: try register.revision()))
      let data: JSON = [
        "prepared": "2021-12-15", "value": try JSON(parsing: Array(code(row[2]).utf8)),
      ]
      _ = try reader.read(data, try #require(kind).fields, ignoring: [])
      // The example register has no organisers, so that one row's id is unknown.
      let unknown = code(row[2]) == "[\"casino-ltd\"]" ? ["V108 value[0]"] : []
      #expect(reader.diagnostics.paths == unknown, "\(row)")
    }
    let named = Set(rows.map { $0[0].replacing("| ", with: "") })
    #expect(named == Set(FieldType.simple.map(\.name) + ["choice", "list", "group"]))
  }

  @Test("a key of a field is not described")
  func keys() {
    let described = rows("## Keys of fields").flatMap { row in
      row[0].split(separator: "`").filter { $0.contains { $0.isLetter } }.map { String($0) }
    }
    #expect(
      Set(described)
        == Set(FieldLimits.keys + ["label", "help", "required", "default", "when"]))
  }

  @Test("the example of a kind cannot be used")
  func example() throws {
    let line = "{{ resources.count }} {{ days }} {{ bodies.issuer.short }} {{ signatory.position }}"
    let kind = try SampleKind(try block("yaml"), kk: [line], ru: [line])
    let texts = try kind.texts(try JSON(parsing: Array(try block("json").utf8)))
    #expect(texts[.ru] == "2 3 МИОР Вице-министр информации и общественного развития\n")
  }

  @Test("an example of a term is refused, or prints something else")
  func terms() throws {
    let rows = rows("## Defined terms").map { row in
      row.map { code($0).replacing("\\|", with: "|") }
    }
    #expect(rows.count > 5)
    let kind = try SampleKind(
      try block("yaml") + block("yaml", 1), kk: rows.map { $0[0] }, ru: rows.map { $0[2] })
    let texts = try kind.texts(try JSON(parsing: Array(try block("json").utf8)))
    for (language, column) in [(LetterLanguage.kk, 1), (.ru, 3)] {
      let lines = try #require(texts[language]).replacing("\u{A0}", with: " ").split(
        separator: "\n")
      #expect(lines.map { String($0) } == rows.map { $0[column] })
    }
  }

  @Test("the example of paragraphs prints something else")
  func paragraphs() throws {
    let lines = try block("jinja").split(separator: "\n").map { String($0) }
    let kind = try SampleKind(
      SampleKind.definition("body: {type: paragraphs, label: {kk: Мәтін, ru: Текст}}"),
      kk: lines, ru: lines)
    let body = try JSON(parsing: Array(try block("json", 1).utf8))
    let texts = try kind.texts(["prepared": "2021-12-15", "body": body])
    #expect(try texts[.ru] == block("text"))
  }
}
