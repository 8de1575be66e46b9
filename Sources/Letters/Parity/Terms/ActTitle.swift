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

  /// Whether a quotation is the title of an act: it says what the act is about.
  static func isTitle(
    _ name: QuotedName, in tokens: [TokenizedText.Token], _ language: LetterLanguage
  ) -> Bool {
    let words = tokens[name.tokens].filter { $0.kind == .word }
    guard let first = words.first, words.count > 1 else { return false }
    switch language {
    case .ru:
      if ["о", "об", "обо"].contains(first.lowercased) { return true }
    case .kk:
      let outer = tokens[name.tokens].prefix { !$0.isMark("(") }.last { $0.kind == .word }
      if let last = outer, ["туралы", "жөнінде", "жайлы"].contains(last.lowercased) { return true }
    }
    return nearKind(name, in: tokens, language) != .unknown
  }

  /// The kind of act right beside a quotation.
  private static func nearKind(
    _ name: QuotedName, in tokens: [TokenizedText.Token], _ language: LetterLanguage
  ) -> Kind {
    let index =
      language == .ru ? name.tokens.lowerBound - 2 : name.tokens.upperBound + 1
    guard tokens.indices.contains(index) else { return .unknown }
    return kind(of: tokens[index])
  }

  private init(
    _ name: QuotedName, among quotes: [QuotedName], in tokens: [TokenizedText.Token],
    _ language: LetterLanguage
  ) {
    quoted = name
    let before =
      quotes.last { $0.tokens.upperBound < name.tokens.lowerBound }?.tokens.upperBound ?? -1
    let after = quotes.first { $0.tokens.lowerBound > name.tokens.upperBound }?.tokens.lowerBound
    let start = max(before + 1, name.tokens.lowerBound - 26, 0)
    let end = min(after.map { $0 - 1 } ?? tokens.count, name.tokens.upperBound + 26)
    // Back to the noun of the act, or to what ends another citation.
    var range = name.tokens.lowerBound - 1..<name.tokens.upperBound + 1
    var kind = Kind.unknown
    var index = name.tokens.lowerBound - 2
    while index >= start, !tokens[index].isMark(","), !tokens[index].isMark(";"),
      !tokens[index].isMark(")"),
      !tokens[index].isMark(".") || tokens[index - 1].lowercased == "г"
    {
      if language == .ru {
        kind = Self.kind(of: tokens[index])
        if kind != .unknown {
          range = index..<range.upperBound
          break
        }
      } else if ["және", "мен", "бен", "пен"].contains(tokens[index].lowercased)
        || Self.kind(of: tokens[index]) != .unknown
      {
        break
      }
      index -= 1
    }
    if language == .kk || kind == .unknown {
      range = max(start, language == .kk ? index + 1 : range.lowerBound)..<range.upperBound
    }
    index = name.tokens.upperBound + 1
    while index < end, !tokens[index].isMark(","), !tokens[index].isMark(";"),
      !tokens[index].isMark("("),
      !tokens[index].isMark("."),
      !["и", "және"].contains(tokens[index].lowercased) || language == .kk
    {
      if language == .kk {
        kind = Self.kind(of: tokens[index])
        if kind != .unknown {
          range = range.lowerBound..<index
          break
        }
      } else if index > name.tokens.upperBound + 12 {
        break
      }
      index += 1
    }
    if language == .ru { range = range.lowerBound..<max(range.upperBound, index) }
    if kind == .unknown, language == .kk { range = range.lowerBound..<name.tokens.upperBound + 1 }
    self.kind = kind
    let inner = name.tokens
    date = range.lazy.filter { !inner.contains($0) }
      .compactMap { TextDate(at: $0, in: tokens, language) }
      .first { $0.tokens.upperBound <= range.upperBound }
    number =
      range.lazy.filter { !inner.contains($0) }.compactMap { Self.number(after: $0, in: tokens) }
      .first
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
