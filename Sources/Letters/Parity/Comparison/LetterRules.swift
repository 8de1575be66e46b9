import Diagnostics

/// The rules that one language version of a letter must keep by itself.
enum LetterRules {
  /// A check of a whole letter: what it finds, with the index of the paragraph.
  typealias WholeRule =
    @Sendable (FinishedLetter, ParityKnowledge) -> [PlacedFinding]

  private static let kazakhWhole = KazakhRules.whole + TypographyRules.whole + TermRules.whole
  private static let russianWhole = TypographyRules.whole + TermRules.whole

  /// What a paragraph breaks, which nothing around it changes.
  static func findings(
    in paragraph: LetterParagraph, _ language: LetterLanguage, _ knowledge: ParityKnowledge,
    _ check: inout ParagraphCheck
  ) -> [TextFinding] {
    var found: [TextFinding] = []
    if paragraph.text.hasWords {
      found =
        language == .kk
        ? KazakhRules.findings(in: paragraph, knowledge, &check)
        : RussianRules.findings(in: paragraph, knowledge, &check)
      found += check.findings(.words) {
        ForeignWordRule.findings(in: paragraph, of: language, knowledge)
      }
    }
    // The glossary is looked for in addresses as well, all of which in ASCII count as the same words.
    let isLatin = knowledge.terms[language]?.findsLatin ?? false
    return found
      + check.findings(isLatin ? .everything : .words) {
        TermRules.findings(in: paragraph, language, knowledge)
      }
  }

  /// Everything that a letter breaks by itself, in the order of its text; `other` is the same letter in the other language, whose
  /// words tell which ones are loans.
  static func findings(
    in facts: LetterFacts, beside other: FinishedLetter? = nil, _ knowledge: ParityKnowledge
  ) -> [Diagnostic] {
    let letter = facts.letter
    let wholeRules = letter.language == .kk ? kazakhWhole : russianWhole
    var found: [PlacedFinding] = wholeRules.flatMap {
      $0(letter, knowledge)
    }
    found += FactRules.findings(in: facts)
    found += SpellingRule.findings(in: letter, beside: other, knowledge)
    for paragraph in letter.paragraphs where paragraph.requisite != .letterhead {
      found += letter.reading(paragraph, knowledge).findings.map { (paragraph.index, $0) }
    }
    // A word that breaks another rule need not be told to be in no dictionary as well.
    let others = Dictionary(grouping: found.filter { $0.finding.rule != "O1" }, by: \.paragraph)
    found.removeAll { index, finding in
      finding.rule == "O1"
        && others[index, default: []].contains { $0.finding.range.overlaps(finding.range) }
    }
    found.sort {
      ($0.paragraph, $0.finding.range.lowerBound) < ($1.paragraph, $1.finding.range.lowerBound)
    }
    return found.map { index, finding in
      Diagnostic(
        finding.rule, finding.message, severity: finding.severity,
        at: [letter.place(of: finding.range, in: letter.paragraphs[index])], hint: finding.hint)
    }
  }
}
