import Language

/// The checks of Russian paragraphs.
enum RussianRules {
  static let all: [LetterRules.ParagraphRule] = [grammar]

  /// Those that need the whole letter.
  static let whole: [LetterRules.WholeRule] = []

  /// Rules that read a passage: a sentence, what stands in brackets in it, or a quoted title.
  private static let passageRules: [@Sendable (RussianPassage) -> [TextFinding]] = [
    RussianCountRule.findings, RussianPredicateRule.findings, RussianDateRule.findings,
    RussianAgreementRule.findings, RussianGovernmentRule.findings, RussianAttributeRule.findings,
    RussianActListRule.findings,
    RussianStrayWordRule.findings, RussianStrayGovernmentRule.findings,
    RussianVerbGovernmentRule.findings, RussianParticipleRule.findings,
    RussianJoinedSubjectRule.findings,
  ]

  /// Those that a line above the text, which is no sentence, is read by.
  private static let lineRules: [@Sendable (RussianPassage) -> [TextFinding]] = [
    RussianDateRule.findings, RussianAgreementRule.findings, RussianAttributeRule.findings,
    RussianStrayWordRule.findings,
  ]

  private static let grammar: LetterRules.ParagraphRule = { paragraph, _, knowledge in
    switch paragraph.requisite {
    case .letterhead, .executor, .mark: return []
    default: break
    }
    let hasTitle = [.addressee, .signatory].contains(paragraph.requisite)
    let isLine = [.addressee, .reference, .number].contains(paragraph.requisite)
    var findings: [TextFinding] = []
    for passage in RussianPassages.read(paragraph, knowledge.lexicons.reader) {
      if hasTitle { findings += RussianAttributeRule.titles(in: passage) }
      if paragraph.requisite == .signatory { continue }
      if isLine {
        for rule in lineRules {
          findings += rule(passage).filter { finding in
            !findings.contains { $0.covers(finding) }
          }
        }
      } else {
        for rule in passageRules {
          for finding in rule(passage) where !findings.contains(where: { $0.covers(finding) }) {
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
