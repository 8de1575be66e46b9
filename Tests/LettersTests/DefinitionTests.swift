import Diagnostics
import Testing

@testable import Letters

/// Mistakes in the files that a ministry edits are found with their lines.
@Suite struct DefinitionTests {
  private func findings(_ yaml: String) -> [Diagnostic] {
    KindDefinition.read(Array(yaml.utf8), file: "letter.yaml").diagnostics
  }

  @Test("the definition in the repository is refused or loses something")
  func repository() throws {
    let kind = try Example.response.get()
    #expect(kind.definition.figures.count == 23)
    #expect(kind.definition.sums.count == 5)
    #expect(kind.definition.subsets.count == 13)
    #expect(kind.definition.closed == ["preparedTotal"])
    #expect(kind.definition.periods.map(\.name) == ["cumulative", "previous", "current"])
    #expect(kind.definition.fields.allSatisfy { !$0.label.kk.isEmpty && !$0.label.ru.isEmpty })
  }

  @Test("broken YAML is reported without its line")
  func brokenSyntax() throws {
    let found = findings("name:\n  kk: а\n  ru: б\n bad: [")
    #expect(found.map(\.rule) == ["V110"])
    #expect(found.first?.places.first?.line == 4)
  }

  @Test(
    "a mistake in a definition passes",
    arguments: [
      ("name: {kk: а, ru: б}\nfieldz: {}", "fieldz", 2),
      (
        "name: {kk: а, ru: б}\nfields:\n  a:\n    type: datum\n    label: {kk: а, ru: б}",
        "fields.a", 4
      ),
      ("name: {kk: а}", "name.ru", 0),
      ("name: {kk: а, ru: б}\nperiods:\n  p: {start: nowhere}", "periods.p.start", 3),
      (
        "name: {kk: а, ru: б}\nsums:\n  - {total: nothing, parts: []}", "sums.total", 3
      ),
    ])
  func mistakes(yaml: String, path: String, line: Int) throws {
    let found = findings(yaml)
    let finding = try #require(found.first { $0.places.first?.block == path })
    #expect(finding.rule == "V110")
    if line > 0 { #expect(finding.places.first?.line == line) }
  }
}
