import CivilDates
import Diagnostics
import Testing

@testable import Register

@Suite struct ExportTests {
  @Test("A register would come back other than it was exported", arguments: 0..<12)
  func roundTrip(_ seed: Int) throws {
    var random = SplitMix(state: UInt64(seed))
    let first = try RegisterFixture()
    let files = RandomRegister(seed: UInt64(seed)).files(shuffledWith: &random)
    let imported = try first.register.importFiles(files)
    #expect(imported.diagnostics.allSatisfy { ["R111", "R113"].contains($0.rule) })
    let exported = try first.register.exportedFiles()

    let second = try RegisterFixture()
    let report = try second.register.importFiles(exported)
    #expect(!report.diagnostics.hasErrors)
    #expect(try second.register.exportedFiles() == exported)
    #expect(try contents(second.register) == contents(first.register))
    #expect(try !first.register.importFiles(exported).hasChanges)
  }

  @Test("The order of rows or files would decide what the register holds", arguments: 20..<32)
  func anyOrder(_ seed: Int) throws {
    let source = RandomRegister(seed: UInt64(seed))
    var random = SplitMix(state: UInt64(seed))
    let one = try RegisterFixture()
    let first = try one.register.importFiles(source.files(shuffledWith: &random))
    let other = try RegisterFixture()
    let second = try other.register.importFiles(source.files(shuffledWith: &random))
    #expect(try one.register.exportedFiles() == other.register.exportedFiles())
    #expect(first.resources == second.resources)
    // Only second cards may be refused, or the files would show nothing.
    #expect(first.diagnostics.allSatisfy { ["R111", "R113"].contains($0.rule) })
    #expect(first.resources.added == Set(source.resources.map { $0[1] }).count)
    #expect(first.pendingLinks == second.pendingLinks)
    // Nor would the same rows again change anything.
    #expect(try !one.register.importFiles(source.files(shuffledWith: &random)).hasChanges)
  }

  @Test("A spreadsheet would run what somebody typed, or a text would lose its apostrophe")
  func formulas() {
    let cases = [
      ("=1+1", "'=1+1"), ("+7", "'+7"), ("-2", "'-2"), ("@A1", "'@A1"), ("\t=1", "'\t=1"),
      ("\r", "'\r"), ("'=1", "''=1"), ("''+", "'''+"), ("'", "'"), ("'text", "'text"), ("", ""),
      ("a=1", "a=1"), ("\u{301}=", "\u{301}="), ("＝1", "'＝1"), ("＋7", "'＋7"), ("－2", "'－2"),
      ("＠A1", "'＠A1"), ("'＝1", "''＝1"), ("＜1", "＜1"), ("（＝", "（＝"),
    ]
    for (text, written) in cases {
      #expect(FormulaGuard.added(to: text) == written)
      #expect(FormulaGuard.removed(from: written) == text)
    }
  }

  @Test("Two documents would share the case data of one of them")
  func caseDataOfOneName() throws {
    let fixture = try RegisterFixture()
    let row = "warning;draft;2021-03-01;;;A;a.json"
    _ = try fixture.register.importFiles([
      .documents("D1;\(row)", name: "x/documents.csv"), RegisterFile("x/a.json", "{\"n\": 1}"),
      .documents("D2;\(row)", name: "y/documents.csv"), RegisterFile("y/a.json", "{\"n\": 2}"),
    ])
    let exported = try fixture.register.exportedFiles()
    #expect(exported.map(\.name).suffix(2) == ["a.json", "a-2.json"])
    let other = try RegisterFixture()
    _ = try other.register.importFiles(exported)
    #expect(try other.register.document("D2")?.caseData == "{\"n\": 2}")
  }

  /// What the register holds, scalar by scalar: equal strings may still be spelled differently.
  private func contents(_ register: Register) throws -> [[[Unicode.Scalar]]] {
    let documents = try register.documents()
    let records = try documents.flatMap { try register.resources(of: $0.id) }
    let cells =
      documents.map { [$0.id, $0.number, $0.addressee, $0.caseData ?? ""] }
      + records.map { $0.card.values + [$0.canonicalURL.text, $0.body, $0.enteredAt.iso] }
      + (try register.pendingLinks()).map { [$0.document, $0.canonicalURL] }
    return cells.map { $0.map { Array($0.unicodeScalars) } }
  }
}
