import Diagnostics
import Jinja
import OfficePackage
import Testing

@testable import DocxTemplate

/// A prescription with tens of thousands of addresses.
@Suite struct LargeTableTests {
  private static let table =
    """
    <w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w='1'/></w:tblGrid>\
    <w:tr><w:tc><w:p><w:r><w:t>{%tr for x in rows %}</w:t></w:r></w:p></w:tc></w:tr>\
    <w:tr><w:tc><w:p><w:r><w:t>{{ loop.index }} {{ x }}</w:t></w:r></w:p></w:tc></w:tr>\
    <w:tr><w:tc><w:p><w:r><w:t>{%tr endfor %}</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p/>
    """

  private func template(_ body: String = table) throws -> DocxTemplate {
    let (template, _) = try DocxTemplate.compile(
      TemplateFile(body).archive(), file: "t", environment: Environment(undefined: .strict))
    return try #require(template)
  }

  private func rows(_ count: Int) -> ObjectValue {
    ObjectValue([("rows", .array((0..<count).map { .string("https://\($0).example/<\($0)>") }))])
  }

  /// What the main part becomes, and how much of it was left in memory at the end.
  private func output(
    of template: DocxTemplate, _ context: ObjectValue, canSettle: Bool
  ) throws -> (content: PartOutput.Content, left: Int) {
    let part = try #require(template.parts.first)
    let output = PartOutput(
      part.layout, session: RenderSession(template.facts, template.uniqueness),
      canSettle: canSettle)
    let findings = part.program.render(
      context, into: output, environment: template.environment)
    #expect(findings.isEmpty)
    let left = output.bytes.count
    return (output.finish(isOnly: false), left)
  }

  @Test("A part that is compressed while it grows differs from one that is compressed at the end")
  func sameBytes() throws {
    let template = try template()
    let context = rows(4_000)
    guard case .bytes(let whole) = try output(of: template, context, canSettle: false).content
    else { throw NotWhole() }
    let filled = Filled(
      try template.render(context), madeFrom: [TemplateFile(Self.table).archive()])
    #expect(filled.rules == [])
    let package = try filled.package()
    #expect(package.content(of: "word/document.xml") == whole)
  }

  @Test("A long table is kept in memory as a whole")
  func settled() throws {
    let template = try template()
    for count in [4_000, 12_000] {
      let (content, left) = try output(of: template, rows(count), canSettle: true)
      guard case .entry(let entry) = content else { throw NotWhole() }
      #expect(entry.size > count * 80)
      #expect(left <= PartOutput.settlingBytes)
    }
  }

  @Test("A long table in the cell of another, or one that is left without rows, comes out broken")
  func nested() throws {
    let cell =
      "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w='1'/></w:tblGrid><w:tr><w:tc>\(Self.table)</w:tc></w:tr></w:tbl><w:p/>"
    let body = cell + Self.table.replacing("in rows", with: "in []")
    let template = try template(body)
    let context = rows(4_000)
    guard case .bytes(let whole) = try output(of: template, context, canSettle: false).content
    else { throw NotWhole() }
    let filled = Filled(try template.render(context), madeFrom: [TemplateFile(body).archive()])
    let package = try filled.package()
    #expect(package.content(of: "word/document.xml") == whole)
    #expect(String(decoding: whole, as: UTF8.self).ranges(of: "<w:tbl>").count == 2)
  }

  private struct NotWhole: Error {}
}
