import Diagnostics

/// Whether one letter defines a short form once, before it is used, and then uses it (`T2`), as it was written (`T6`).
struct DefinitionRules {
  let terms: LetterTerms
  private var letter: FinishedLetter { terms.letter }

  /// What is wrong with the definitions. Where one has no use, `instead` gives what is written in its place, if anything is; `nil` where
  /// that is not reported.
  func findings(instead: (Int) -> LetterTerms.Use??) -> [Diagnostic] {
    terms.definitions.indices.flatMap { index -> [Diagnostic] in
      [
        twice(index), before(index), isUsed(index) ? nil : instead(index).map { unused(index, $0) },
      ].compactMap { $0 } + again(index) + smallInArticle(index) + partlySmall(index)
    }
  }

  func place(_ definition: LetterDefinition) -> Place {
    letter.place(of: definition.name, in: letter.paragraphs[definition.paragraph])
  }

  func place(_ use: LetterTerms.Use) -> Place {
    letter.place(of: terms.range(of: use), in: letter.paragraphs[use.paragraph])
  }

  // MARK: T2

  private func twice(_ index: Int) -> Diagnostic? {
    let definition = terms.definitions[index]
    guard !isInAnnex(definition.paragraph),
      let earlier = terms.definitions[..<index].first(where: {
        $0.text.lowercased() == definition.text.lowercased()
      })
    else { return nil }
    return Diagnostic(
      "T2",
      Message(
        kk: "`\(definition.text)` бір хатта екі рет анықталған",
        ru: "`\(definition.text)` определяется в одном письме дважды",
        en: "`\(definition.text)` is defined twice in one letter"),
      at: [place(definition), place(earlier)])
  }

  private func before(_ index: Int) -> Diagnostic? {
    let definition = terms.definitions[index]
    guard !terms.definitions[..<index].contains(where: { $0.text == definition.text }),
      let use = terms.uses[index].first(where: { use in
        use.isBefore(definition.paragraph, definition.bracket.lowerBound)
          && letter.paragraphs[use.paragraph].requisite.isRunningText
          && isSureUse(use, of: definition)
      })
    else { return nil }
    return Diagnostic(
      "T2",
      Message(
        kk: "`\(definition.text)` анықталғанға дейін қолданылған",
        ru: "`\(definition.text)` употребляется раньше, чем определяется",
        en: "`\(definition.text)` is used before it is defined"),
      at: [place(use), place(definition)])
  }

  private func isSureUse(_ use: LetterTerms.Use, of definition: LetterDefinition) -> Bool {
    if definition.abbreviation != nil || definition.quotedName != nil {
      // The words of the full name are no use of the short one.
      return definition.full.map {
        use.paragraph != definition.paragraph || !$0.overlaps(use.tokens)
      } ?? true
    }
    return use.isCapitalized && definition.pattern.isCapitalized
      && definition.pattern.word != nil
      && !BareTerm.beginsSentence(use, in: letter)
      && BareTerm.isBare(use, of: definition, in: letter)
      && (definition.full.map { use.paragraph != definition.paragraph || !$0.overlaps(use.tokens) }
        ?? true)
      && !(letter.language == .kk && use.tokens.upperBound == definition.bracket.lowerBound
        && use.paragraph == definition.paragraph)
  }

  /// Whether a short form stands anywhere after its definition.
  func isUsed(_ index: Int) -> Bool {
    let definition = terms.definitions[index]
    return terms.uses[index].contains {
      !$0.isBefore(definition.paragraph, definition.bracket.upperBound)
    }
  }

  /// Whether the letters of a short form stand after its definition, whatever signs and spaces are between them.
  func isUsedLoosely(_ definition: LetterDefinition) -> Bool {
    func letters(_ text: some StringProtocol) -> String {
      var letters = String.UnicodeScalarView()
      for scalar in text.lowercased().unicodeScalars where scalar.properties.isAlphabetic {
        letters.append(LookAlikes.cyrillic(for: scalar) ?? scalar)
      }
      return String(letters)
    }
    let name = letters(definition.text)
    return letter.paragraphs[definition.paragraph...].contains { paragraph in
      let text = paragraph.text
      guard paragraph.index == definition.paragraph else {
        return letters(text.text).contains(name)
      }
      let end = text.tokens[definition.bracket.upperBound].range.upperBound
      return letters(text.words(in: end..<text.text.utf8.count)).contains(name)
    }
  }

  private func unused(_ index: Int, _ instead: LetterTerms.Use?) -> Diagnostic {
    let definition = terms.definitions[index]
    guard let instead else {
      return Diagnostic(
        "T2",
        Message(
          kk: "`\(definition.text)` анықталған, бірақ әрі қарай қолданылмайды",
          ru: "`\(definition.text)` определяется, но дальше не употребляется",
          en: "`\(definition.text)` is defined and not used after that"),
        severity: .warning, at: [place(definition)])
    }
    return Diagnostic(
      "T2",
      Message(
        kk: "`\(definition.text)` анықталған, ал әрі қарай `\(instead.text)` жазылады",
        ru: "определяется `\(definition.text)`, а дальше пишется `\(instead.text)`",
        en: "`\(definition.text)` is defined, and `\(instead.text)` is written after that"),
      at: [place(definition), place(instead)])
  }

  /// The full name after the short form was introduced.
  private func again(_ index: Int) -> [Diagnostic] {
    let definition = terms.definitions[index]
    let full = definition.full.map { fullPatterns(definition, $0) } ?? []
    let patterns = full.isEmpty ? [compoundParts(definition)].compactMap(\.self) : full
    guard !patterns.isEmpty else { return [] }
    var found: [Diagnostic] = []
    for paragraph in letter.paragraphs[definition.paragraph...]
    where paragraph.requisite == .text || paragraph.requisite == .listItem {
      let tokens = paragraph.text.tokens
      let start = paragraph.index == definition.paragraph ? definition.bracket.upperBound : 0
      for token in tokens.indices.dropFirst(start) {
        guard let end = patterns.lazy.compactMap({ $0.end(at: token, in: tokens) }).first,
          end >= tokens.count || !tokens[end].isMark("("),
          !isOfPart(token..<end, in: tokens),
          // «проект закона О …» may be another one.
          !full.isEmpty || end >= tokens.count
            || !BareTerm.isComplement(tokens[end], of: tokens[end - 1]),
          !terms.quotes[paragraph.index].contains(where: { $0.tokens.overlaps(token..<end) })
        else { continue }
        let words = paragraph.text.range(token...end - 1)
        found.append(
          Diagnostic(
            "T2",
            Message(
              kk: "`\(definition.text)` анықталғаннан кейін толық атауы қайта жазылған",
              ru: "после определения `\(definition.text)` снова пишется полное название",
              en: "the full name is written again after `\(definition.text)` was defined"),
            severity: .warning, at: [letter.place(of: words, in: paragraph), place(definition)],
            hint: Message(
              kk: "`\(definition.text)` деп жазыңыз", ru: "напишите `\(definition.text)`",
              en: "write `\(definition.text)`")))
      }
    }
    return found
  }

  /// The full name, in Russian also without the state: «Министерство туризма и спорта Республики Казахстан».
  private func fullPatterns(_ definition: LetterDefinition, _ full: Range<Int>) -> [TermPattern] {
    let tokens = letter.paragraphs[definition.paragraph].text.tokens[full]
    guard tokens.filter({ $0.kind == .word }).count > 1 else { return [] }
    if letter.language == .kk {
      guard let last = tokens.last else { return [] }
      let head = definition.pattern.word ?? InflectedWord(last.lowercased.withoutKazakhCase, .kk)
      return [TermPattern(exactly: tokens.dropLast(), then: head)]
    }
    let name = tokens.filter { !["республики", "казахстан", "рк"].contains($0.lowercased) }
    guard name.count > 1, name.count < tokens.count else { return [TermPattern(tokens, .ru)] }
    return [TermPattern(tokens, .ru), TermPattern(name[...], .ru)]
  }

  /// Whether a name is in the title of a part of the body: «… министрлігінің Ақпарат комитеті», «Комитет информации Министерства …».
  private func isOfPart(_ name: Range<Int>, in tokens: [TokenizedText.Token]) -> Bool {
    let parts = ["комитет", "департамент", "басқарма", "управлени", "служб", "бюро", "центр"]
    func isPart(_ token: TokenizedText.Token) -> Bool {
      parts.contains(where: token.lowercased.hasPrefix)
    }
    switch letter.language {
    case .kk:
      guard name.upperBound < tokens.count, tokens[name.upperBound].isCapitalized,
        let last = tokens[name].last?.lowercased, last.hasSuffix("нің") || last.hasSuffix("ның")
      else { return false }
      return tokens[name.upperBound...].prefix(12).contains(where: isPart)
    case .ru:
      return tokens[max(0, name.lowerBound - 12)..<name.lowerBound].contains {
        $0.isCapitalized && isPart($0)
      }
    }
  }

  /// The words that a Russian short form joins to one: «проект закона» of «Законопроект».
  private func compoundParts(_ definition: LetterDefinition) -> TermPattern? {
    guard letter.language == .ru, definition.pattern.word != nil else { return nil }
    let name = definition.text.lowercased()
    let tokens = letter.paragraphs[definition.paragraph].text.tokens
    let bracket = definition.bracket.lowerBound
    let first = (max(0, bracket - 60)..<max(0, bracket - 1)).last { index in
      guard tokens[index].kind == .word, tokens[index + 1].kind == .word else { return false }
      let head = InflectedWord.russianStem(tokens[index].lowercased)
      let owner = InflectedWord.russianStem(tokens[index + 1].lowercased)
      guard min(head.count, owner.count) > 3, name.hasPrefix(owner) else { return false }
      let rest = name.dropFirst(owner.count)
      return rest.first.map { "ое".contains($0) } ?? false && rest.dropFirst().hasPrefix(head)
    }
    return first.map { TermPattern(tokens[$0...$0 + 1], .ru) }
  }

  private func isInAnnex(_ paragraph: Int) -> Bool {
    letter.paragraphs[..<paragraph].contains { $0.requisite == .annexHeading }
  }

  // MARK: T6

  /// «заңның 6-бабы», «статья 6 закона» where the letter defined «Заң», «Закон».
  private func smallInArticle(_ index: Int) -> [Diagnostic] {
    let definition = terms.definitions[index]
    guard definition.pattern.isCapitalized, definition.pattern.word != nil else { return [] }
    return terms.uses[index].compactMap { use in
      let tokens = letter.paragraphs[use.paragraph].text.tokens
      guard !use.isCapitalized,
        !use.isBefore(definition.paragraph, definition.bracket.upperBound),
        BareTerm.isBare(use, of: definition, in: letter),
        isCitedByArticle(use.tokens.lowerBound, in: tokens)
      else { return nil }
      return small(use, definition)
    }
  }

  /// «Ұлттық банк» where the letter defined «Ұлттық Банк»: one capital shows that the defined name is meant.
  private func partlySmall(_ index: Int) -> [Diagnostic] {
    let definition = terms.definitions[index]
    guard definition.pattern.isCapitalized, definition.pattern.count > 1,
      definition.abbreviation == nil, definition.quotedName == nil
    else { return [] }
    func capitals(_ text: String) -> [Bool] {
      text.split(whereSeparator: \.isWhitespace).map { $0.first?.isUppercase ?? false }
    }
    let defined = capitals(definition.text)
    guard defined.allSatisfy(\.self) else { return [] }
    return terms.uses[index].compactMap { use in
      guard use.isCapitalized, !use.isBefore(definition.paragraph, definition.bracket.upperBound),
        capitals(use.text) != defined
      else { return nil }
      return small(use, definition)
    }
  }

  /// Whether a small letter is found without the other original.
  func isCertainlySmall(_ use: LetterTerms.Use) -> Bool {
    isCitedByArticle(use.tokens.lowerBound, in: letter.paragraphs[use.paragraph].text.tokens)
  }

  private func isCitedByArticle(_ index: Int, in tokens: [TokenizedText.Token]) -> Bool {
    switch letter.language {
    case .kk:
      guard index + 3 < tokens.count, tokens[index + 1].kind == .number else { return false }
      return tokens[index + 2].isDash && tokens[index + 3].lowercased.hasPrefix("ба")
    case .ru:
      guard index > 1, tokens[index - 1].kind == .number || tokens[index - 1].isMark(")") else {
        return false
      }
      return tokens[max(0, index - 5)..<index].contains {
        $0.lowercased.hasPrefix("стать") || $0.lowercased == "ст"
      }
    }
  }

  func small(_ use: LetterTerms.Use, _ definition: LetterDefinition) -> Diagnostic {
    let right = zip(
      definition.text.split(separator: " "), use.text.split(whereSeparator: \.isWhitespace)
    ).map { $0.prefix(1) + $1.dropFirst() }.joined(separator: " ")
    return Diagnostic(
      "T6",
      Message(
        kk: "`\(use.text)`: хатта `\(definition.text)` бас әріппен анықталған",
        ru: "`\(use.text)`: в письме `\(definition.text)` определено с прописной буквы",
        en: "`\(use.text)`: the letter defines `\(definition.text)` with a capital"),
      at: [place(use), place(definition)],
      hint: Message(
        kk: "`\(right)` деп жазыңыз", ru: "напишите `\(right)`", en: "write `\(right)`"))
  }
}

extension String {
  /// A Kazakh word with an owner, without the case that follows it: «министрлігі» of «министрлігінің».
  var withoutKazakhCase: String {
    for ending in ["ның", "нің", "нда", "нде", "нан", "нен", "мен", "на", "не"]
    where hasSuffix(ending) {
      let rest = dropLast(ending.count)
      if let last = rest.last, "ыі".contains(last), rest.count > 3 { return String(rest) }
    }
    if hasSuffix("ын") || hasSuffix("ін"), count > 4 { return String(dropLast()) }
    return self
  }
}
