import Language

/// An ending that a hyphen parts from a figure, an abbreviation, a name or a quotation: «1 728-і», «АЖ-ға», «Instagram»-ға.
struct JoinedEnding {
  /// What the ending is attached to, with its quotation marks or its sign: «1 728», «65,1 %».
  let base: String
  /// In small letters.
  let ending: String
  /// UTF-8 offsets of both.
  let range: Range<Int>

  /// The ending that the token at `index` is or holds.
  init?(_ index: Int, in text: TokenizedText) {
    let token = text.tokens[index]
    guard token.kind == .word else { return nil }
    if let hyphen = token.lowercased.unicodeScalars.lastIndex(of: "-") {
      ending = String(token.lowercased[token.lowercased.index(after: hyphen)...])
      let base = token.text.unicodeScalars
      guard EndingTable.isEnding(ending), let cut = base.lastIndex(where: { $0.isHyphen })
      else { return nil }
      // Of «19,4 °С-қа» the degree is a token of its own.
      let isDegree = token.gap == .none && index > 0 && text.tokens[index - 1].isMark("°")
      self.base = (isDegree ? "°" : "") + String(base[..<cut])
      range = (isDegree ? text.tokens[index - 1] : token).range.lowerBound..<token.range.upperBound
      return
    }
    guard index > 1, token.gap == .none, text.tokens[index - 1].isHyphen,
      text.tokens[index - 1].gap == .none, EndingTable.isEnding(token.lowercased),
      let start = text.start(ofBase: index - 2)
    else { return nil }
    ending = token.lowercased
    range = text.range(start...index)
    base = text.words(in: text.range(start...(index - 2)))
  }
}

extension TokenizedText {
  /// The first token of the figure or quotation that ends with the token at `end`; `nil` if none ends there.
  func start(ofBase end: Int) -> Int? {
    let token = tokens[end]
    switch token.kind {
    case .number:
      // The parts of a fraction, an hour or a date in figures are read in more than one way.
      guard end > 0 else { return end }
      if token.gap == .none {
        return ["/", ":", ".", ","].contains { tokens[end - 1].isMark($0) } ? nil : end
      }
      // Before a hyphen the groups of «1 728» are tokens of their own.
      let isGroup =
        token.text.utf8.count == 3 && tokens[end - 1].kind == .number
        && tokens[end - 1].text.utf8.count <= 3 && (token.gap == .space || token.gap == .noBreak)
      return isGroup ? end - 1 : end
    case .mark where ["%", "‰", "°", "$", "€", "₸", "₽"].contains(token.text):
      return end > 0 && tokens[end - 1].kind == .number ? end - 1 : end
    case .mark: return start(ofQuotation: end)
    case .word, .address: return nil
    }
  }

  /// The range of a word with the number and hyphen before it: «6-бабына».
  func rangeWithNumber(_ index: Int) -> Range<Int> {
    guard index > 1, tokens[index].gap == .none, tokens[index - 1].isHyphen,
      tokens[index - 1].gap == .none, tokens[index - 2].kind == .number
    else { return tokens[index].range }
    return range((index - 2)...index)
  }

  /// The opening mark of the quotation that is closed by the token at `end`.
  func start(ofQuotation end: Int) -> Int? {
    let closing = tokens[end].text
    guard closing == "»" || closing == "”" || closing == "\"" || closing == "“" else { return nil }
    var depth = 0
    for index in stride(from: end - 1, through: max(0, end - 40), by: -1)
    where tokens[index].kind == .mark {
      switch (tokens[index].text, closing) {
      case ("»", "»"): depth += 1
      case ("«", "»"):
        if depth == 0 { return index }
        depth -= 1
      case ("“", "”"), ("„", "”"), ("„", "“"), ("\"", "\""): return index
      default: continue
      }
    }
    return nil
  }
}

extension TokenizedText.Token {
  /// A hyphen, plain or no-break, as a token of its own.
  var isHyphen: Bool { mark.isHyphen }
}
