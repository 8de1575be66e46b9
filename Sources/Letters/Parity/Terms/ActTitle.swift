import CivilDates

/// An act that a text cites by a title in quotes.
struct ActTitle: Sendable {
  let quoted: QuotedName
  let kind: Kind
  /// The number after №, with everything that is joined to it.
  let number: (text: String, tokens: Range<Int>)?
  let date: TextDate?

  /// What kind of act the words beside the title say it is.
  enum Kind: Sendable {
    case law, code, other
    case unknown
  }

  /// The acts that a text cites.
  static func all(
    in text: TokenizedText, _ quotes: [QuotedName], _ language: LetterLanguage
  ) -> [ActTitle] {
    quotes.compactMap { name in
      guard isTitle(name, in: text.tokens, language) else { return nil }
      return ActTitle(name, among: quotes, in: text.tokens, language)
    }
  }

  /// Whether a quotation is the title of an act: it says what the act is about, or stands where the title of a law or code stands.
  static func isTitle(
    _ name: QuotedName, in tokens: [TokenizedText.Token], _ language: LetterLanguage
  ) -> Bool {
    func isBetween(_ index: Int) -> Bool {
      isRequisite(tokens[index], language) && kind(of: tokens[index]) == .unknown
    }
    let start = min(name.tokens.upperBound + 1, tokens.count)
    let noun =
      switch language {
      case .ru: (0..<max(0, name.tokens.lowerBound - 1)).last { !isBetween($0) }
      case .kk: (start..<tokens.count).first { !isBetween($0) }
      }
    if let noun {
      let nounKind = kind(of: tokens[noun])
      if nounKind == .law || nounKind == .code { return true }
    }
    return saysTopic(name, in: tokens, language) && !SystemNoun.stands(beside: name, in: tokens)
  }

  /// Whether a quotation has the form of a title: «О …», «… туралы».
  static func saysTopic(
    _ name: QuotedName, in tokens: [TokenizedText.Token], _ language: LetterLanguage
  ) -> Bool {
    let words = tokens[name.tokens].prefix { !$0.isMark("(") }.filter { $0.kind == .word }
    guard words.count > 1, let first = words.first, let last = words.last else { return false }
    let topics: Set<String> = ["туралы", "жөнінде", "жайлы"]
    return switch language {
    case .ru: ["о", "об", "обо"].contains(first.lowercased)
    case .kk:
      // A bracket may be at the end of a title, or in the midst of it.
      topics.contains(last.lowercased)
        || tokens[name.tokens].last.map { topics.contains($0.lowercased) } ?? false
    }
  }

  private init(
    _ name: QuotedName, among quotes: [QuotedName], in tokens: [TokenizedText.Token],
    _ language: LetterLanguage
  ) {
    quoted = name
    let (before, after) = Self.surroundings(of: name, among: quotes, in: tokens, language)
    let noun = (language == .ru ? before.first : after.last).map { Self.kind(of: tokens[$0]) }
    kind = noun ?? .unknown
    date =
      (Array(before) + Array(after)).lazy.compactMap { TextDate(at: $0, in: tokens, language) }
      .first { before.contains($0.tokens.lowerBound) || after.contains($0.tokens.lowerBound) }
    number =
      (Array(before) + Array(after)).lazy.compactMap { Self.number(after: $0, in: tokens) }
      .first
  }

  /// The tokens on both sides of a title that belong to its citation.
  private static func surroundings(
    of name: QuotedName, among quotes: [QuotedName], in tokens: [TokenizedText.Token],
    _ language: LetterLanguage
  ) -> (before: Range<Int>, after: Range<Int>) {
    let opening = name.tokens.lowerBound - 1
    let closing = name.tokens.upperBound + 1
    let last = quotes.last { $0.tokens.upperBound < opening }.map { $0.tokens.upperBound + 1 } ?? 0
    let next = quotes.first { $0.tokens.lowerBound > closing }.map { $0.tokens.lowerBound - 1 }
    // What directly adjoins the title: a date, a number, the state.
    let start =
      (last..<opening).reversed().prefix { isRequisite(tokens[$0], language) }.last ?? opening
    var end = min(next ?? tokens.count, closing + 26)
    switch language {
    case .ru:
      let isDated = closing < tokens.count && tokens[closing].lowercased == "от"
      end =
        isDated
        ? (closing + 1..<max(end, closing + 1)).prefix { isRequisite(tokens[$0], language) }.last
          .map { $0 + 1 }
          ?? closing : closing
      let noun = (max(last, opening - 26)..<opening).reversed()
        .prefix { !isBreak($0, in: tokens) }.first { kind(of: tokens[$0]) != .unknown }
      return (noun.map { $0..<opening } ?? start..<opening, closing..<end)
    case .kk:
      let noun = (closing..<max(end, closing)).prefix { !isBreak($0, in: tokens) }
        .first { kind(of: tokens[$0]) != .unknown }
      return (start..<opening, closing..<(noun.map { $0 + 1 } ?? closing))
    }
  }

  /// Whether a mark parts one citation from another.
  private static func isBreak(_ index: Int, in tokens: [TokenizedText.Token]) -> Bool {
    let token = tokens[index]
    guard token.kind == .mark else { return false }
    return [",", ";", "(", ")", ":"].contains(token.text)
      || token.text == "."
        && (index == 0 || tokens[index - 1].kind == .word && tokens[index - 1].lowercased != "г")
  }

  /// Whether a token is of a date, a number or the name of the state.
  private static func isRequisite(_ token: TokenizedText.Token, _ language: LetterLanguage) -> Bool
  {
    switch token.kind {
    case .number: return true
    case .mark: return ["№", ".", "-", "‑", "/"].contains(token.text)
    case .address: return false
    case .word:
      let word = token.lowercased
      if token.isShouted { return true }
      return [
        "қазақстан", "республикасының", "жылғы", "года", "г", "от", "республики", "казахстан",
      ].contains(word)
        || TextDate.isMonth(word, language)
    }
  }

  /// The number that follows a mark at `index`.
  static func number(
    after index: Int, in tokens: [TokenizedText.Token]
  ) -> (text: String, tokens: Range<Int>)? {
    guard index < tokens.count, tokens[index].isMark("№") || tokens[index].text == "N",
      index + 1 < tokens.count,
      tokens[index + 1].kind != .mark
    else { return nil }
    var end = index + 2
    while end < tokens.count, tokens[end].gap == .none,
      tokens[end].kind != .mark || tokens[end].isDash || tokens[end].isMark("/")
    {
      end += 1
    }
    let text = tokens[index + 1..<end].map { $0.isDash ? "-" : $0.text }.joined()
    return (text, index + 1..<end)
  }

  private static func kind(of token: TokenizedText.Token) -> Kind {
    guard token.kind == .word else { return .unknown }
    let word = token.lowercased
    // «заңды тұлға» is a legal person.
    if word == "заңды" { return .unknown }
    if laws.contains(where: { $0.matches(word) }) || word == "зрк" || word == "қрз" { return .law }
    if codes.contains(where: { $0.matches(word) }) { return .code }
    return others.contains { $0.matches(word) } ? .other : .unknown
  }

  private static let laws = [
    InflectedWord("заң", .kk), InflectedWord("заңы", .kk), InflectedWord("закон", .ru),
  ]
  private static let codes = [
    InflectedWord("кодекс", .kk), InflectedWord("кодексі", .kk), InflectedWord("кодекс", .ru),
  ]
  private static let others =
    ["бұйрығы", "қаулысы", "жарлығы", "өкімі", "шешімі"].map { InflectedWord($0, .kk) }
    + ["приказ", "постановление", "указ", "распоряжение", "решение"].map { InflectedWord($0, .ru) }
}
