import Diagnostics

/// Whether the two originals name the same bodies (`T3`), none of them out of its time (`L4`), and send the letter to the same ones (`S5`).
struct BodyComparison {
  private let comparison: TermComparison
  private let names: [BodyName]
  private let named: [LetterLanguage: BodyMentions]
  private let dates: [LetterLanguage: LetterDate]

  init(_ comparison: TermComparison, _ knowledge: ParityKnowledge) {
    self.comparison = comparison
    names = knowledge.bodyNames
    var named: [LetterLanguage: BodyMentions] = [:]
    var dates: [LetterLanguage: LetterDate] = [:]
    for language in LetterLanguage.allCases {
      named[language] = BodyMentions(comparison[language], knowledge)
      dates[language] = LetterDate(comparison.letters[language])
    }
    self.named = named
    self.dates = dates
  }

  func findings() -> [Diagnostic] {
    let definitions = LetterLanguage.allCases.flatMap { language in
      named[language].map {
        BodyDefinitions(terms: comparison[language], names: names, mentions: $0).findings()
      } ?? []
    }
    return definitions + differences()
  }

  private func differences() -> [Diagnostic] {
    var seen: Set<[Int]> = []
    return comparison.letters.blocks.flatMap { block -> [Diagnostic] in
      guard block.requisite.isRunningText || [.addressee, .heading].contains(block.requisite),
        !block.kk.isEmpty, !block.ru.isEmpty
      else { return [] }
      let kk = mentions(in: block, .kk)
      let ru = mentions(in: block, .ru)
      let unknown = LetterLanguage.allCases.map { named[$0]?.unknown(in: block[$0]) ?? [] }
      guard !unknown.joined().contains(where: \.isPlural) else { return [] }
      let left = lacking(kk, in: ru)
      let right = lacking(ru, in: kk)
      if left.count == right.count {
        return zip(left, right).compactMap { kk, ru in
          guard seen.insert([kk.body, ru.body]).inserted else { return nil }
          return different(kk, ru)
        }
      }
      if left.isEmpty || right.isEmpty {
        let language: LetterLanguage = left.isEmpty ? .ru : .kk
        let other: LetterLanguage = left.isEmpty ? .kk : .ru
        let lonely = left + right
        return alone(
          lonely, of: language, beside: unknown[other == .kk ? 0 : 1],
          in: block, all: language == .kk ? kk : ru, others: language == .kk ? ru : kk,
          isAnswered: !unknown[language == .kk ? 0 : 1].isEmpty)
      }
      return []
    }
  }

  /// The bodies of a block in the order of its text, each where it is named first.
  private func mentions(
    in block: AlignedBlock, _ language: LetterLanguage
  ) -> [BodyMentions.Mention] {
    let paragraphs = Set(block[language].map(\.index))
    var seen: Set<Int> = []
    return (named[language]?.mentions ?? []).filter { paragraphs.contains($0.paragraph) }
      .sorted { ($0.paragraph, $0.tokens.lowerBound) < ($1.paragraph, $1.tokens.lowerBound) }
      .filter { seen.insert($0.body).inserted }
  }

  private func lacking(
    _ own: [BodyMentions.Mention], in others: [BodyMentions.Mention]
  ) -> [BodyMentions.Mention] {
    own.filter { mention in !others.contains { $0.body == mention.body } }
  }

  private func place(_ mention: BodyMentions.Mention, _ language: LetterLanguage) -> Place {
    let letter = comparison.letters[language]
    let paragraph = letter.paragraphs[mention.paragraph]
    return letter.place(
      of: paragraph.text.range(mention.tokens.lowerBound...mention.tokens.upperBound - 1),
      in: paragraph)
  }

  // MARK: Others

  private func different(_ kk: BodyMentions.Mention, _ ru: BodyMentions.Mention) -> Diagnostic? {
    // Abbreviations are compared by themselves.
    guard kk.kind != .abbreviation || ru.kind != .abbreviation else { return nil }
    let left = names[kk.body].body
    let right = names[ru.body].body
    // What is not in use on the letter's day is reported as that.
    let isReported =
      dates[.kk].map { !ActRules.isInForce(left.validity, $0) } ?? false
      || dates[.ru].map { !ActRules.isInForce(right.validity, $0) } ?? false
    guard !isReported else { return nil }
    let isNever = !left.validity.overlaps(right.validity)
    let places = [place(kk, .kk), place(ru, .ru)]
    guard isNever else {
      return Diagnostic(
        "T3",
        Message(
          kk: "қазақша хатта – «\(left.name.kk)», ал орысша хатта – «\(right.name.kk)»",
          ru: "в казахском письме – «\(left.name.ru)», а в русском – «\(right.name.ru)»",
          en: "the Kazakh letter names «\(left.name.kk)», the Russian one «\(right.name.ru)»"),
        severity: kk.kind == .shortForm || ru.kind == .shortForm ? .warning : .error, at: places)
    }
    return Diagnostic(
      "L4",
      Message(
        kk:
          "«\(left.name.kk)» және «\(right.name.kk)»: бұл атаулар бір уақытта қолданыста болған жоқ",
        ru: "«\(left.name.ru)» и «\(right.name.ru)»: эти названия не действовали в одно время",
        en: "«\(left.name.kk)» and «\(right.name.ru)» were never in use at one time"),
      severity: .warning, at: places)
  }

  // MARK: Missing ones

  private func alone(
    _ lonely: [BodyMentions.Mention], of language: LetterLanguage,
    beside unknown: [BodyMentions.Unknown], in block: AlignedBlock, all: [BodyMentions.Mention],
    others: [BodyMentions.Mention], isAnswered: Bool
  ) -> [Diagnostic] {
    let other: LetterLanguage = language == .kk ? .ru : .kk
    if lonely.count == 1, lonely[0].kind == .name, unknown.count == 1, unknown[0].isMinistry,
      unknown[0].tokens.count > 1, !isAnswered
    {
      return [misnamed(lonely[0], language, unknown[0])]
    }
    guard unknown.isEmpty else { return [] }
    if block.requisite == .addressee {
      guard !others.isEmpty else { return [] }
      return lonely.map { mention in
        lacks("S5", mention, language, block[other].last, severity: .error)
      }
    }
    // Of bodies in a row one is left out.
    guard lonely.count == 1, others.count > 1, isInRow(lonely[0], all, language) else { return [] }
    return [lacks("T3", lonely[0], language, block[other].last, severity: .warning)]
  }

  /// Whether another body is named beside one.
  private func isInRow(
    _ mention: BodyMentions.Mention, _ all: [BodyMentions.Mention], _ language: LetterLanguage
  ) -> Bool {
    let tokens = comparison.letters[language].paragraphs[mention.paragraph].text.tokens
    // «4 мемлекеттік орган (…)» is counted (N5).
    let bracket = (0..<mention.tokens.lowerBound).last {
      tokens[$0].isMark("(") || tokens[$0].isMark(")")
    }
    if let bracket, tokens[bracket].isMark("("),
      tokens[max(0, bracket - 4)..<bracket].contains(where: { $0.kind == .number })
    {
      return false
    }
    guard mention.kind != .shortForm else { return false }
    return all.contains { other in
      guard other.paragraph == mention.paragraph, other.body != mention.body,
        other.kind != .shortForm
      else { return false }
      return mention.tokens.upperBound + 1 == other.tokens.lowerBound
        || other.tokens.upperBound + 1 == mention.tokens.lowerBound
    }
  }

  private func lacks(
    _ rule: String, _ mention: BodyMentions.Mention, _ language: LetterLanguage,
    _ beside: LetterParagraph?, severity: Severity
  ) -> Diagnostic {
    let other: LetterLanguage = language == .kk ? .ru : .kk
    let letter = comparison.letters[other]
    let name = names[mention.body].body.name
    return Diagnostic(
      rule,
      Message(
        kk: "«\(name.kk)» тек \(language == .kk ? "қазақша" : "орысша") хатта аталған",
        ru: "«\(name.ru)» есть только в \(language == .kk ? "казахском" : "русском") письме",
        en:
          "«\(name[language])» is named only in the \(language == .kk ? "Kazakh" : "Russian") letter"
      ), severity: severity,
      at: [place(mention, language)] + (beside.map { [letter.place(of: 0..<0, in: $0)] } ?? []))
  }

  /// A ministry that there is not, where the other letter has one that there is.
  private func misnamed(
    _ mention: BodyMentions.Mention, _ language: LetterLanguage, _ unknown: BodyMentions.Unknown
  ) -> Diagnostic {
    let other: LetterLanguage = language == .kk ? .ru : .kk
    let letter = comparison.letters[other]
    let paragraph = letter.paragraphs[unknown.paragraph]
    let range = paragraph.text.range(unknown.tokens.lowerBound...unknown.tokens.upperBound - 1)
    let words = paragraph.text.words(in: range)
    let name = names[mention.body].body.name
    return Diagnostic(
      "T3",
      Message(
        kk: "`\(words)`: екінші хатта – «\(name.kk)»",
        ru: "`\(words)`: в другом письме – «\(name.ru)»",
        en: "`\(words)`: the other letter has «\(name[language])»"),
      severity: .warning, at: [letter.place(of: range, in: paragraph), place(mention, language)])
  }
}
