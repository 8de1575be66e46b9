/// Where one letter names bodies: by their names, who heads them, abbreviations, and the short forms that it defines.
struct BodyMentions {
  struct Mention {
    /// The index of the body among the known ones.
    let body: Int
    let paragraph: Int
    let tokens: Range<Int>
    let kind: Kind
  }

  enum Kind {
    case name, abbreviation
    /// «Министрлік», where the letter defines it.
    case shortForm
  }

  let mentions: [Mention]
  /// The body that each definition of the letter is of.
  let defined: [Int?]
  private let letter: FinishedLetter
  private let definitions: [LetterDefinition]
  private let knowledge: ParityKnowledge

  init(_ terms: LetterTerms, _ knowledge: ParityKnowledge) {
    let letter = terms.letter
    self.letter = letter
    self.knowledge = knowledge
    definitions = terms.definitions
    var found: [Mention] = []
    // The lines of an addressee are one text, in which a name goes over several.
    var lines: [LetterParagraph] = []
    for paragraph in letter.paragraphs where paragraph.requisite != .letterhead {
      if paragraph.requisite == .addressee {
        lines.append(paragraph)
      } else {
        found += letter.reading(paragraph, knowledge).namedBodies.map {
          Mention(
            body: $0.body, paragraph: paragraph.index, tokens: $0.tokens, kind: .name)
        }
      }
    }
    let lineTokens = lines.flatMap(\.text.tokens)
    found += Self.named(in: lines, knowledge.bodyTable(letter.language).places(in: lineTokens))
    let named = found
    let defined = terms.definitions.map { definition in
      named.last { Self.defines($0, definition, in: letter, beside: named) }?.body
    }
    self.defined = defined
    var abbreviations = knowledge.abbreviatedBodies[letter.language] ?? [:]
    for (definition, body) in zip(terms.definitions, defined) {
      if let name = definition.abbreviation { abbreviations[name] = body.map { [$0] } ?? [] }
    }
    for use in terms.abbreviations {
      guard let bodies = abbreviations[use.text], bodies.count == 1, let body = bodies.first else {
        continue
      }
      found.append(
        Mention(
          body: body, paragraph: use.paragraph, tokens: use.tokens, kind: .abbreviation))
    }
    let full = found
    for (index, definition) in terms.definitions.enumerated() {
      guard let body = defined[index], definition.abbreviation == nil else { continue }
      for use in terms.uses[index]
      where !use.isBefore(definition.paragraph, definition.bracket.upperBound)
        && BareTerm.isBare(use, of: definition, in: letter)
        && !Self.isPlural(use.text.lowercased(), letter.language)
        && !full.contains(where: {
          $0.paragraph == use.paragraph && $0.tokens.overlaps(use.tokens)
        })
      {
        found.append(
          Mention(body: body, paragraph: use.paragraph, tokens: use.tokens, kind: .shortForm))
      }
    }
    mentions = found
  }

  /// A body that a paragraph names by its name.
  struct Named: Sendable {
    let body: Int
    let tokens: Range<Int>
  }

  static func named(
    in paragraph: LetterParagraph, _ known: [BodyNameTable.Place]
  ) -> [Named] {
    named(in: [paragraph], known).map { Named(body: $0.body, tokens: $0.tokens) }
  }

  private static func named(
    in paragraphs: [LetterParagraph], _ known: [BodyNameTable.Place]
  ) -> [Mention] {
    guard !known.isEmpty else { return [] }
    let tokens = paragraphs.flatMap(\.text.tokens)
    let places = paragraphs.flatMap { paragraph in
      paragraph.text.tokens.indices.map { (paragraph: paragraph.index, token: $0) }
    }
    var found: [Mention] = []
    var index = 0
    var depth = 0
    while index < tokens.count {
      defer { index += 1 }
      // What is in quotes is a name of its own.
      if tokens[index].isMark("«") { depth += 1 }
      if tokens[index].isMark("»") || places[index].token == 0 && depth > 0 {
        depth = max(0, depth - 1)
      }
      guard depth == 0, tokens[index].isCapitalized else { continue }
      let longest = known.filter { $0.start == index }.max { $0.end < $1.end }
      guard let longest else { continue }
      let start = places[index]
      // What goes over the line is marked as far as the line goes.
      let last = places[index..<longest.end].last { $0.paragraph == start.paragraph } ?? start
      found.append(
        Mention(
          body: longest.body, paragraph: start.paragraph, tokens: start.token..<last.token + 1,
          kind: .name))
      index = longest.end - 1
    }
    return found
  }

  /// Whether a name is what a definition in brackets stands for: its head is the defined word, and nothing but the state and the body
  /// to which it belongs is between them.
  private static func defines(
    _ mention: Mention, _ definition: LetterDefinition, in letter: FinishedLetter,
    beside others: [Mention]
  ) -> Bool {
    let start = mention.tokens.upperBound
    let end = definition.bracket.lowerBound
    guard mention.paragraph == definition.paragraph, start <= end else { return false }
    let tokens = letter.paragraphs[mention.paragraph].text.tokens
    let isBeside = (start..<end).allSatisfy { index in
      ["республики", "казахстан", "рк"].contains(tokens[index].lowercased)
        || others.contains { $0.paragraph == mention.paragraph && $0.tokens.contains(index) }
    }
    guard isBeside else { return false }
    let name = tokens[mention.tokens]
    if let abbreviation = definition.abbreviation {
      // «Комитет … Министерства … (далее – …)»: the abbreviation may be that of the part.
      return name.first?.text.first == abbreviation.first
        || !tokens[max(0, mention.tokens.lowerBound - 8)..<mention.tokens.lowerBound].contains {
          token in parts.contains(where: token.lowercased.hasPrefix)
        }
    }
    return TokenizedText(definition.text).tokens.contains { word in
      guard word.kind == .word else { return false }
      let defined = InflectedWord(word.lowercased, letter.language)
      return switch letter.language {
      case .kk: name.last.map { defined.matches($0.lowercased) } ?? false
      case .ru: name.contains { defined.matches($0.lowercased) }
      }
    }
  }

  private static let parts = [
    "комитет", "департамент", "басқарма", "управлени", "служб", "центр", "институт",
  ]

  // MARK: What is not known

  /// A body that a paragraph names and that is none of the known ones.
  struct Unknown {
    let paragraph: Int
    let tokens: Range<Int>
    /// Whether it is several bodies with one word for all: «министерствам финансов и юстиции».
    let isPlural: Bool
    let isMinistry: Bool
  }

  func unknown(in paragraphs: [LetterParagraph]) -> [Unknown] {
    paragraphs.flatMap { paragraph -> [Unknown] in
      let heads = letter.reading(paragraph, knowledge).bodyHeads
      guard !heads.isEmpty else { return [] }
      let tokens = paragraph.text.tokens
      let known = mentions.filter { $0.paragraph == paragraph.index }
      let brackets = definitions.filter { $0.paragraph == paragraph.index }.map(\.bracket)
      return heads.compactMap { head in
        let index = head.token
        guard head.isPlural || !known.contains(where: { $0.tokens.contains(index) }),
          !brackets.contains(where: { $0.contains(index) })
        else { return nil }
        return Unknown(
          paragraph: paragraph.index, tokens: reach(of: index, in: tokens),
          isPlural: head.isPlural, isMinistry: head.isMinistry)
      }
    }
  }

  /// A word that says that a body is named, known or not.
  struct Head: Sendable {
    let token: Int
    let isPlural: Bool
    let isMinistry: Bool
  }

  static func heads(
    in tokens: [TokenizedText.Token], _ language: LetterLanguage
  ) -> [Head] {
    let heads = heads[language] ?? []
    return tokens.indices.compactMap { index in
      guard tokens[index].kind == .word else { return nil }
      let word = tokens[index].lowercased
      guard let head = heads.first(where: word.hasPrefix) ?? (isClipped(tokens[index]) ? word : nil)
      else { return nil }
      return Head(
        token: index, isPlural: isPlural(word, language), isMinistry: head.hasPrefix("минист"))
    }
  }

  private static func isPlural(_ word: String, _ language: LetterLanguage) -> Bool {
    plurals[language]?.contains(where: word.hasPrefix) ?? false
  }

  /// «Минфин», «Генпрокуратура»
  private static func isClipped(_ token: TokenizedText.Token) -> Bool {
    token.isCapitalized && ["мин", "ген", "нац", "гос"].contains(where: token.lowercased.hasPrefix)
  }

  /// The words of a name whose head is at `index`, as far as they are certain.
  private func reach(of index: Int, in tokens: [TokenizedText.Token]) -> Range<Int> {
    switch letter.language {
    case .kk:
      let start = (max(0, index - 5)..<index).last {
        tokens[$0].isCapitalized && !tokens[$0].lowercased.hasPrefix("республика")
      }
      return (start ?? index)..<index + 1
    case .ru:
      var end = index + 1
      while end < tokens.count, tokens[end].kind == .word,
        BareTerm.isComplement(tokens[end], of: tokens[end - 1])
          || FullName.isSmall(tokens[end].lowercased) && end + 1 < tokens.count
            && BareTerm.isComplement(tokens[end + 1], of: tokens[index]),
        !tokens[end].isCapitalized
      {
        end += 1
      }
      return index..<end
    }
  }

  private static let heads: [LetterLanguage: [String]] = [
    .kk: [
      "министр", "агентті", "комитет", "прокуратура", "банк", "кеңсе", "аппарат", "әкімшілі",
      "палата", "сот",
    ],
    .ru: [
      "министр", "министерств", "агентств", "комитет", "прокуратур", "банк", "канцеляри",
      "аппарат", "администраци", "палат", "суд",
    ],
  ]
  private static let plurals: [LetterLanguage: [String]] = [
    .kk: [
      "министрліктер", "агенттіктер", "комитеттер", "министрлер",
    ],
    .ru: [
      "министерствам", "министерствах", "агентствам", "агентствах", "комитеты", "комитетам",
      "комитетов", "комитетах", "министры", "министров", "министрам",
    ],
  ]
}
