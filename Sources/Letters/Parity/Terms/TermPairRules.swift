import Diagnostics

/// The checks of terms, names and abbreviations that need both originals.
enum TermPairRules {
  static func findings(in letters: AlignedLetters, _ knowledge: ParityKnowledge) -> [Diagnostic] {
    let comparison = TermComparison(letters, knowledge)
    let lost = comparison.lostDefinitions()
    let names =
      NameComparison(comparison, knowledge.spelling).findings()
      + AbbreviationComparison(
        comparison, knowledge.bodyNames, explained: lost.compactMap(\.use)
      ).findings()
    return lost.map(\.diagnostic) + comparison.withinLetters(besides: names)
      + comparison.capitals() + names + QuoteComparison(comparison).findings()
      + BodyComparison(comparison, knowledge).findings()
      + CodeComparison(letters: letters, knowledge: knowledge).findings()
      + ConceptComparison(letters, knowledge).findings()
      + ActComparison(letters, knowledge).findings()
  }
}

/// The terms of both letters side by side.
struct TermComparison {
  let letters: AlignedLetters
  let table: AbbreviationTable
  let kk: LetterTerms
  let ru: LetterTerms
  let pairs: DefinitionPairs

  init(_ letters: AlignedLetters, _ knowledge: ParityKnowledge) {
    self.letters = letters
    table = knowledge.abbreviations
    kk = LetterTerms(letters.kk, knowledge)
    ru = LetterTerms(letters.ru, knowledge)
    pairs = DefinitionPairs(letters, kk: kk, ru: ru, table)
  }

  subscript(language: LetterLanguage) -> LetterTerms { language == .kk ? kk : ru }

  func place(_ use: LetterTerms.Use, in language: LetterLanguage) -> Place {
    let terms = self[language]
    return terms.letter.place(
      of: terms.range(of: use), in: terms.letter.paragraphs[use.paragraph])
  }

  func place(_ definition: LetterDefinition, in language: LetterLanguage) -> Place {
    let letter = self[language].letter
    return letter.place(of: definition.name, in: letter.paragraphs[definition.paragraph])
  }

  /// What is wrong with the definitions of each letter, where `names` does not say it already.
  func withinLetters(besides names: [Diagnostic]) -> [Diagnostic] {
    LetterLanguage.allCases.flatMap { language in
      DefinitionRules(terms: self[language]).findings { index in
        // What only one letter defines is reported as that.
        guard let partner = pairs.partner(of: index, in: language),
          isMissed(index, language, partner, names)
        else { return nil }
        return .some(replaced(index, language, partner))
      }
    }
  }

  /// Whether a short form without a use is not there at all, and not only misspelled or lost with its paragraph.
  private func isMissed(
    _ index: Int, _ language: LetterLanguage, _ partner: Int, _ names: [Diagnostic]
  ) -> Bool {
    let definition = self[language].definitions[index]
    let other: LetterLanguage = language == .kk ? .ru : .kk
    let defined = self[other].definitions[partner]
    let uses = Set(
      self[other].uses[partner].filter {
        !$0.isBefore(defined.paragraph, defined.bracket.upperBound)
      }.compactMap { pairs.block(of: $0.paragraph, in: other) })
    let answers = uses.flatMap { letters.blocks[$0][language] }
    guard uses.isEmpty || !answers.isEmpty else { return false }
    guard definition.pattern.word == nil else { return true }
    let letter = self[language].letter
    let places = Set(answers.map { letter.place(of: $0).paragraph })
    let said = names.flatMap(\.places).filter { $0.language == language.rawValue }.map(\.paragraph)
    let isSaid = !places.isEmpty && places.isSubset(of: said)
    return !isSaid && !DefinitionRules(terms: self[language]).isUsedLoosely(definition)
  }

  // MARK: T2

  /// A definition that only one letter has, and the first use of its term in the other.
  struct LostDefinition {
    let diagnostic: Diagnostic
    let use: (language: LetterLanguage, use: LetterTerms.Use)?
  }

  private static let kazakh = Message(kk: "қазақша", ru: "казахском", en: "Kazakh")
  private static let russian = Message(kk: "орысша", ru: "русском", en: "Russian")

  func lostDefinitions() -> [LostDefinition] {
    LetterLanguage.allCases.flatMap { language -> [LostDefinition] in
      self[language].definitions.indices.compactMap { index in
        guard pairs.partner(of: index, in: language) == nil else { return nil }
        return lost(index, language)
      }
    }
  }

  private func lost(_ index: Int, _ language: LetterLanguage) -> LostDefinition? {
    let definition = self[language].definitions[index]
    // What is defined twice is reported as that.
    guard
      !self[language].definitions.enumerated().contains(where: {
        $0.offset != index && $0.element.text == definition.text
      })
    else { return nil }
    let other: LetterLanguage = language == .kk ? .ru : .kk
    let use = firstUse(of: index, language, in: other)
    let (own, others) = language == .kk ? (Self.kazakh, Self.russian) : (Self.russian, Self.kazakh)
    let message =
      if let use {
        Message(
          kk:
            "`\(use.text)` \(others.kk) хатта анықталмаған, \(own.kk) хатта `\(definition.text)` анықталған",
          ru:
            "`\(use.text)` не определяется в \(others.ru) письме, а в \(own.ru) определяется `\(definition.text)`",
          en:
            "`\(use.text)` is not defined in the \(others.en) letter, while the \(own.en) one defines `\(definition.text)`"
        )
      } else {
        Message(
          kk: "`\(definition.text)` тек \(own.kk) хатта анықталған",
          ru: "`\(definition.text)` определяется только в \(own.ru) письме",
          en: "`\(definition.text)` is defined only in the \(own.en) letter")
      }
    return LostDefinition(
      diagnostic: Diagnostic(
        "T2", message,
        at: (use.map { [place($0, in: other)] } ?? []) + [place(definition, in: language)]),
      use: use.map { (other, $0) })
  }

  /// Where the other letter first uses what this one defines.
  private func firstUse(
    of index: Int, _ language: LetterLanguage, in other: LetterLanguage
  ) -> LetterTerms.Use? {
    let definition = self[language].definitions[index]
    let letter = self[other].letter
    if let abbreviation = definition.abbreviation {
      let known = table.counterparts(of: abbreviation, in: language)
      if let use = self[other].abbreviations.first(where: { known.contains($0.text) }) {
        return use
      }
      return undefinedAbbreviation(beside: index, language, in: other)
    }
    if definition.quotedName != nil {
      return quotedUse(beside: index, language, in: other)
    }
    for word in DefinedWords.counterparts(of: definition.text, in: language) {
      let pattern = TermPattern(word, other)
      for paragraph in letter.paragraphs where paragraph.requisite.isRunningText {
        let tokens = paragraph.text.tokens
        for token in tokens.indices {
          guard tokens[token].isCapitalized, let end = pattern.end(at: token, in: tokens),
            let block = pairs.block(of: paragraph.index, in: other),
            let start = pairs.block(of: definition.paragraph, in: language), block >= start
          else { continue }
          let use = LetterTerms.Use(
            paragraph: paragraph.index, tokens: token..<end,
            text: paragraph.text.words(in: paragraph.text.range(token...end - 1)),
            isCapitalized: true)
          let sample = LetterDefinition(
            paragraph: paragraph.index, bracket: token...token, name: 0..<0, text: word,
            pattern: pattern, abbreviation: nil, full: nil)
          if BareTerm.isBare(use, of: sample, in: letter) { return use }
        }
      }
    }
    return nil
  }

  /// What one letter writes instead of the short form that it defines: «(далее – МТС)», and then «Министерство» as the other letter
  /// has «Министрлік».
  private func replaced(_ index: Int, _ language: LetterLanguage, _ partner: Int)
    -> LetterTerms.Use?
  {
    let other: LetterLanguage = language == .kk ? .ru : .kk
    let definition = self[language].definitions[index]
    guard DefinitionRules(terms: self[other]).isUsed(partner),
      let use = firstUse(of: partner, other, in: language),
      !use.isBefore(definition.paragraph, definition.bracket.upperBound),
      // A term of its own is not written instead of another.
      !self[language].definitions.contains(where: {
        $0.text.lowercased() != definition.text.lowercased()
          && $0.pattern.end(
            at: use.tokens.lowerBound,
            in: self[language].letter.paragraphs[use.paragraph].text.tokens) != nil
      })
    else { return nil }
    return use
  }

  /// An abbreviation of the other letter that nobody explains, in the blocks in which this one's stands.
  private func undefinedAbbreviation(
    beside index: Int, _ language: LetterLanguage, in other: LetterLanguage
  ) -> LetterTerms.Use? {
    let blocks = self.blocks(of: index, language)
    let defined = Set(self[other].definitions.compactMap(\.abbreviation))
    return self[other].abbreviations.first { use in
      guard !defined.contains(use.text), !table.isWellKnown(use.text, in: other),
        table.counterparts(of: use.text, in: other).isEmpty,
        let block = pairs.block(of: use.paragraph, in: other)
      else { return false }
      return blocks.contains(block)
    }
  }

  private func quotedUse(
    beside index: Int, _ language: LetterLanguage, in other: LetterLanguage
  ) -> LetterTerms.Use? {
    let blocks = self.blocks(of: index, language)
    for paragraph in self[other].letter.paragraphs {
      guard let block = pairs.block(of: paragraph.index, in: other), blocks.contains(block) else {
        continue
      }
      for name in self[other].quotes[paragraph.index]
      where SystemNoun.stands(beside: name, in: paragraph.text.tokens, isShort: true) {
        return LetterTerms.Use(
          paragraph: paragraph.index, tokens: name.tokens, text: name.text, isCapitalized: true)
      }
    }
    return nil
  }

  private func blocks(of index: Int, _ language: LetterLanguage) -> Set<Int> {
    let definition = self[language].definitions[index]
    let paragraphs = self[language].uses[index].map(\.paragraph) + [definition.paragraph]
    return Set(paragraphs.compactMap { pairs.block(of: $0, in: language) })
  }

  // MARK: T6

  /// A defined word that one letter writes with a capital and the other, in the same block, without.
  func capitals() -> [Diagnostic] {
    pairs.pairs.flatMap { pair -> [Diagnostic] in
      let (left, right) = (kk.definitions[pair.kk], ru.definitions[pair.ru])
      guard isOfWords(left), isOfWords(right) else { return [] }
      guard left.pattern.isCapitalized, right.pattern.isCapitalized else {
        return smallDefinition(pair)
      }
      return letters.blocks.indices.flatMap { block -> [Diagnostic] in
        let kkUses = bareUses(pair.kk, .kk, in: block)
        let ruUses = bareUses(pair.ru, .ru, in: block)
        let difference = kkUses.capital.count - ruUses.capital.count
        let (language, small) =
          difference > 0 ? (LetterLanguage.ru, ruUses.small) : (.kk, kkUses.small)
        return small.prefix(abs(difference)).map { use in
          DefinitionRules(terms: self[language]).small(use, language == .kk ? left : right)
        }
      }
    }
  }

  private func isOfWords(_ definition: LetterDefinition) -> Bool {
    definition.abbreviation == nil && definition.quotedName == nil
      && definition.text.unicodeScalars.contains(where: \.properties.isLowercase)
  }

  private func bareUses(
    _ index: Int, _ language: LetterLanguage, in block: Int
  ) -> (capital: [LetterTerms.Use], small: [LetterTerms.Use]) {
    let definition = self[language].definitions[index]
    let rules = DefinitionRules(terms: self[language])
    let uses = self[language].uses[index].filter { use in
      pairs.block(of: use.paragraph, in: language) == block
        && !use.isBefore(definition.paragraph, definition.bracket.upperBound)
        && BareTerm.isBare(use, of: definition, in: letters[language])
    }
    return (
      uses.filter(\.isCapitalized),
      // What is certain without the other letter is found there.
      uses.filter { !$0.isCapitalized && !rules.isCertainlySmall($0) }
    )
  }

  /// A short form that only one letter defines with a capital, while both write it so.
  private func smallDefinition(_ pair: (kk: Int, ru: Int)) -> [Diagnostic] {
    let (left, right) = (kk.definitions[pair.kk], ru.definitions[pair.ru])
    guard left.pattern.isCapitalized != right.pattern.isCapitalized, left.pattern.word != nil,
      right.pattern.word != nil
    else { return [] }
    let language: LetterLanguage = left.pattern.isCapitalized ? .ru : .kk
    let index = language == .kk ? pair.kk : pair.ru
    let definition = self[language].definitions[index]
    let uses = self[language].uses[index].filter {
      !$0.isBefore(definition.paragraph, definition.bracket.upperBound)
        && !BareTerm.beginsSentence($0, in: letters[language])
        && BareTerm.isBare($0, of: definition, in: letters[language])
    }
    guard uses.contains(where: \.isCapitalized), !uses.contains(where: { !$0.isCapitalized }) else {
      return []
    }
    return [
      Diagnostic(
        "T6",
        Message(
          kk: "`\(definition.text)` кіші әріппен анықталған, әрі қарай бас әріппен жазылады",
          ru: "`\(definition.text)` определено со строчной буквы, а дальше пишется с прописной",
          en: "`\(definition.text)` is defined without a capital and written with one after that"),
        at: [place(definition, in: language), place(uses[0], in: language)])
    ]
  }
}

/// The nouns beside the names of information systems.
enum SystemNoun {
  private static let short: WordSet = ["АЖ", "ИС", "ААЖ", "АИС", "МАЖ", "ГИС", "БАЖ", "ЕИС"]

  /// Whether a quoted name is that of an information system; with `isShort` of one in its short form.
  static func stands(
    beside name: QuotedName, in tokens: [TokenizedText.Token], isShort: Bool = false
  ) -> Bool {
    let before = name.tokens.lowerBound - 2
    let after = name.tokens.upperBound + 1
    func isNoun(_ index: Int) -> Bool {
      guard tokens.indices.contains(index) else { return false }
      if let abbreviation = tokens[index].abbreviation, short.contains(abbreviation) { return true }
      guard !isShort else { return false }
      let word = tokens[index].lowercased
      return [
        "жүйе", "систем", "портал", "платформа", "дерекқор", "қосымша", "приложени", "сервис",
      ]
      .contains { word.hasPrefix($0) }
    }
    if isNoun(before) || isNoun(after) { return true }
    // «… ақпараттық жүйесі»
    return !isShort && isNoun(after + 1) && tokens[after].lowercased.hasPrefix("ақпарат")
  }
}
