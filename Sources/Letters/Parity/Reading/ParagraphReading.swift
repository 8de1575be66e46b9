/// What a paragraph says and breaks by itself, whatever stands around it: read once for all the checks, and for all the letters of
/// an export that have the same paragraph.
final class ParagraphReading: Sendable {
  /// Known words at their place; `name` is their number among the bodies, concepts or codes.
  struct Named: Sendable {
    let name: Int
    let tokens: Range<Int>
  }

  /// What the paragraph states.
  let facts: [Fact]
  let quotes: [QuotedName]
  /// Its quotation marks.
  let marks: QuoteReader
  /// Those of the quotes that are no titles of acts.
  let names: [QuotedName]
  let dates: [TextDate]
  /// The acts that are cited by a title.
  let acts: [CitedAct]
  /// Wherever a known body may be named.
  let bodies: [BodyNameTable.Place]
  /// The bodies that it names, by their names.
  let namedBodies: [BodyMentions.Named]
  /// The words that say that a body is named.
  let bodyHeads: [BodyMentions.Head]
  /// The short forms that it introduces.
  let definitions: [LetterDefinition]
  /// The tokens that are abbreviations and stand for themselves.
  let abbreviations: [Int]
  /// The terms of the glossary.
  let concepts: [Named]
  let codes: [Named]
  /// Where the rest of the letter decides whether its typography is right.
  let typography: TypographyReading
  /// What the paragraph breaks by itself.
  let findings: [TextFinding]

  struct CitedAct: Sendable {
    let title: ActTitle
    let verdict: ActTitleCheck.Verdict
  }

  fileprivate init(
    _ paragraph: LetterParagraph, _ language: LetterLanguage, _ knowledge: ParityKnowledge
  ) {
    let text = paragraph.text
    let tokens = text.tokens
    let isLetterhead = paragraph.requisite == .letterhead
    facts =
      isLetterhead
      ? [] : knowledge.factReader(language).facts(in: text, from: paragraph.bodyStart)
    let quotes = QuotedName.all(in: text)
    self.quotes = quotes
    marks = QuoteReader(tokens)
    names = quotes.filter { !ActTitle.isTitle($0, in: tokens, language) }
    let definitions = LetterDefinition.all(in: paragraph, language)
    self.definitions = definitions
    abbreviations = LetterTerms.abbreviations(in: tokens, besides: definitions, quotes)
    dates = TextDate.all(in: tokens, language)
    let check = ActTitleCheck(knowledge.knownActs, language)
    acts = ActTitle.all(in: text, quotes, language).map {
      CitedAct(title: $0, verdict: check.verdict(on: $0, in: tokens))
    }
    bodies = knowledge.bodyTable(language).places(in: tokens)
    namedBodies = BodyMentions.named(in: paragraph, bodies)
    bodyHeads = BodyMentions.heads(in: tokens, language)
    concepts = knowledge.conceptTable(language).named(in: tokens)
    codes = CodeComparison.table(language).named(in: tokens, isFirstOnly: true)
    typography = TypographyReading(paragraph, language)
    findings =
      isLetterhead
      ? []
      : FactRules.findings(in: ParagraphFacts(paragraph, language, facts))
        + knowledge.readings.findings(in: paragraph, language, knowledge)
  }
}

/// The readings of paragraphs and words, for all threads that check letters.
final class ParagraphReadings: Sendable {
  /// What a reading is made of.
  private struct Key: Hashable, Sendable {
    let text: TextKey
    let language: LetterLanguage
    let requisite: Requisite
    let bodyStart: Int
  }

  private let known = RecentValues<Key, ParagraphReading>(limit: 2048) { $0.text.bytes }
  /// The endings that Kazakh words cannot have.
  let wrongEndings = RecentValues<WordHarmony.Word, (ending: String, right: String)?>(limit: 8192) {
    $0.text.bytes
  }

  /// The paragraphs whose words break no rule, whatever their numbers are.
  private let rightWords = RecentValues<ParagraphWords, Bool>(limit: 2048, bytes: \.bytes)

  /// What the rules of its language find in a paragraph.
  fileprivate func findings(
    in paragraph: LetterParagraph, _ language: LetterLanguage, _ knowledge: ParityKnowledge
  ) -> [TextFinding] {
    guard case .document = paragraph.source, paragraph.text.hasNumbers else {
      var check = ParagraphCheck(areWordsRight: false)
      return LetterRules.findings(in: paragraph, language, knowledge, &check)
    }
    let words = ParagraphWords(paragraph, language)
    var check = ParagraphCheck(areWordsRight: rightWords.known(words) ?? false)
    let found = LetterRules.findings(in: paragraph, language, knowledge, &check)
    if !check.areWordsRight, !check.hasWrongWords { rightWords.keep(true, of: words) }
    return found
  }

  fileprivate func reading(
    of paragraph: LetterParagraph, _ language: LetterLanguage, _ knowledge: ParityKnowledge
  ) -> ParagraphReading {
    // Where a program cut a text into lines, what is right depends on the cuts.
    guard case .document = paragraph.source else {
      return ParagraphReading(paragraph, language, knowledge)
    }
    let key = Key(
      text: TextKey(paragraph.text.text), language: language, requisite: paragraph.requisite,
      bodyStart: paragraph.bodyStart)
    return known.value(of: key) { ParagraphReading(paragraph, language, knowledge) }
  }
}

extension LetterParagraph {
  /// What the paragraph says by itself.
  func reading(_ language: LetterLanguage, _ knowledge: ParityKnowledge) -> ParagraphReading {
    let readings = knowledge.readings
    if let kept = kept(requisite, readings) { return kept }
    let reading = readings.reading(of: self, language, knowledge)
    keep(reading, requisite, readings)
    return reading
  }
}

extension FinishedLetter {
  /// What a paragraph says by itself.
  func reading(_ paragraph: LetterParagraph, _ knowledge: ParityKnowledge) -> ParagraphReading {
    paragraph.reading(language, knowledge)
  }
}
