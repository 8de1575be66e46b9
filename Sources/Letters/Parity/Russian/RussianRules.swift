import Language

/// The checks of Russian paragraphs.
enum RussianRules {
  private typealias Rule = (
    scope: ParagraphCheck.Scope, findings: @Sendable (RussianPassage) -> [TextFinding]
  )

  /// Rules that read a passage: a sentence, what stands in brackets in it, or a quoted title.
  private static let passageRules: [Rule] = [
    (.everything, RussianCountRule.findings), (.everything, RussianPredicateRule.findings),
    (.everything, RussianDateRule.findings), (.words, RussianAgreementRule.findings),
    (.words, RussianGovernmentRule.findings), (.words, RussianAttributeRule.findings),
    (.words, RussianActListRule.findings), (.words, RussianStrayWordRule.findings),
    (.words, RussianStrayGovernmentRule.findings), (.words, RussianVerbGovernmentRule.findings),
    (.words, RussianParticipleRule.findings), (.everything, RussianJoinedSubjectRule.findings),
  ]

  /// Those that a line above the text, which is no sentence, is read by.
  private static let lineRules: [Rule] = [
    (.everything, RussianDateRule.findings), (.words, RussianAgreementRule.findings),
    (.words, RussianAttributeRule.findings), (.words, RussianStrayWordRule.findings),
  ]

  /// What a paragraph breaks.
  static func findings(
    in paragraph: LetterParagraph, _ knowledge: ParityKnowledge, _ check: inout ParagraphCheck
  ) -> [TextFinding] {
    switch paragraph.requisite {
    case .letterhead, .executor, .mark: return []
    default: break
    }
    let hasTitle = [.addressee, .signatory].contains(paragraph.requisite)
    let isLine = [.addressee, .reference, .number].contains(paragraph.requisite)
    var findings: [TextFinding] = []
    for passage in RussianPassages.read(paragraph, knowledge.lexicons.reader) {
      if hasTitle {
        findings += check.findings(.words) { RussianAttributeRule.titles(in: passage) }
      }
      if paragraph.requisite == .signatory { continue }
      if isLine {
        for (scope, rule) in lineRules {
          findings += check.findings(scope) { rule(passage) }.filter { finding in
            !findings.contains { $0.covers(finding) }
          }
        }
      } else {
        for (scope, rule) in passageRules {
          for finding in check.findings(scope, { rule(passage) })
          where !findings.contains(where: { $0.covers(finding) }) {
            findings.append(finding)
          }
        }
      }
    }
    return findings
  }
}

extension TextFinding {
  /// Whether it speaks of the same words already.
  fileprivate func covers(_ other: TextFinding) -> Bool { range.overlaps(other.range) }
}
