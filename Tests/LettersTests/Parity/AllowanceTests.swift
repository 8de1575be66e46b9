import Diagnostics
import Testing

@testable import Letters

/// Findings that a project allows, with its reason.
@Suite struct AllowanceTests {
  @Test(
    "an exception for some letters would hold for others",
    arguments: [
      ("2019-*.docx", "a/2019-01.kk.docx", true), ("2019-*.docx", "2020-01.kk.docx", false),
      ("*", "a/b.txt", true), ("a/*", "a/b/c.txt", false), ("a/**", "a/b/c.txt", true),
      ("**/c*.txt", "a/b/c.txt", true), ("b/c.txt", "a/b/c.txt", true), ("./b.txt", "b.txt", true),
      ("b.txt", "ab.txt", false), ("?.txt", "ә.txt", true), ("*a*b", "xaybz", false),
      ("*a*b", "xaybzb", true), ("a/**/d", "a/b/c/d", true), ("**/x*y", "x/xy", true),
      ("", "", true),
      (String(repeating: "*a", count: 30) + "b", String(repeating: "a", count: 200), false),
    ])
  func patterns(pattern: String, path: String, matches: Bool) {
    #expect(FilePattern(pattern).matches(path) == matches)
  }

  @Test("A rule that cannot be broken for any reason would be allowed")
  func rules() {
    #expect(["N1", "Y8", "O1", "E162", "V106", "L3"].allSatisfy(Allowance.isRule))
    #expect(
      !["n1", "N10", "", "D101", "R100", "O103", "E16", "X1"].contains(where: Allowance.isRule))
  }

  @Test("A mistake in the settings would be told without its line, or hide the others")
  func settings() {
    let yaml = """
      allow:
        - {rule: Y3, reason: ескі хат, files: "2019-*.docx", words: [№12, "№ 13"]}
        - {rule: Q9, reason: жоқ}
        - {rule: Y4}
        - text
        - {rule: Y5, reason: а, word: б}
      words: [цифрландыру, онлайн]
      """
    let (settings, found) = ProjectSettings.read(Array(yaml.utf8), file: ".qoshat.yaml")
    #expect(settings.words == ["цифрландыру", "онлайн"])
    #expect(settings.allowances.map(\.rule) == ["Y3", "Y5"])
    #expect(settings.allowances.first?.words == ["№12", "№ 13"])
    #expect(found.map(\.rule) == ["V110", "V110", "V110", "V110"])
    #expect(found.compactMap { $0.places.first?.line } == [3, 5, 6])
    let empty = ProjectSettings.read([], file: ".qoshat.yaml")
    #expect(empty.settings == ProjectSettings() && empty.diagnostics.isEmpty)
  }

  @Test("A rule of finished letters would have no name, or a page that is not there")
  func catalogue() {
    for rule in CheckedRule.allCases {
      let names = [rule.name.kk, rule.name.ru, rule.name.en]
      #expect(names.allSatisfy { !$0.isEmpty } && CheckedRule(id: rule.id) == rule)
      #expect(CheckedRule.description(of: rule.id)?.page.kk.hasSuffix(".kk.md") == true)
    }
    #expect(Set(CheckedRule.allCases.map(\.name)).count == CheckedRule.allCases.count)
    #expect(CheckedRule.description(of: "E106") == nil)
  }
}
