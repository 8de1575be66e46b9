extension TokenizedText {
  /// The sentences from `start` on, as ranges of tokens.
  ///
  /// A full stop after an initial, a number's label or a known abbreviation ends none.
  func sentences(from start: Int = 0) -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    var first = start
    for index in tokens.indices.dropFirst(start) where ends(at: index) {
      var end = index + 1
      while end < tokens.count, tokens[end].gap == .none,
        ["»", "\"", ")", "”", "."].contains(tokens[end].text)
      {
        end += 1
      }
      guard end > first, end < tokens.count, tokens[end].gap != .none, opens(at: end) else {
        continue
      }
      sentences.append(first..<end)
      first = end
    }
    if first < tokens.count { sentences.append(first..<tokens.count) }
    return sentences
  }

  private func ends(at index: Int) -> Bool {
    let token = tokens[index]
    guard token.kind == .mark else { return false }
    if token.text == "!" || token.text == "?" || token.text == "…" { return true }
    guard token.text == ".", index > 0 else { return false }
    let before = tokens[index - 1]
    guard token.gap == .none else { return true }
    switch before.kind {
    case .word:
      return before.text.unicodeScalars.count > 1
        && !Self.abbreviations.contains(before.lowercased)
    default: return true
    }
  }

  private func opens(at index: Int) -> Bool {
    let token = tokens[index]
    switch token.kind {
    case .word: return token.isCapitalized
    case .number, .address: return true
    case .mark: return ["«", "\"", "“", "№", "–", "-", "("].contains(token.text)
    }
  }

  /// What ends with a full stop within sentences.
  private static let abbreviations: WordSet = [
    "ст", "п", "пп", "подп", "ч", "гл", "см", "им", "ул", "пр", "д", "каб", "оф", "тел", "моб",
    "факс", "исп",
    "орынд", "млн", "млрд", "тыс", "тг", "руб", "гг", "жж", "др", "пр", "т.д", "б", "бб", "мың",
    "қ",
    "ред", "прим", "рис", "табл", "экз", "стр", "обл", "р-н", "мкр", "даң", "көш", "ж", "г", "долл",
    "внутр",
    "ішкі", "қаб", "л", "бет", "inc", "ltd", "co",
  ]
}
