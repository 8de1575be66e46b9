/// Whether something is said to be more or less than before.
enum Direction {
  case more, less

  static let comparatives: [String: Direction] = [
    "больше": .more, "более": .more, "выше": .more, "меньше": .less, "ниже": .less, "көп": .more,
    "артық": .more, "жоғары": .more, "аз": .less, "кем": .less, "төмен": .less,
  ]

  /// The beginnings of the verbs of growing and falling, and of their nouns.
  static let verbs: [(direction: Direction, stems: [String])] = [
    (
      .more,
      [
        "увелич", "вырос", "возрос", "повыси", "повыш", "артт", "артқ", "артып", "артад", "өст",
        "өск", "өсі", "көбей",
        "ұлғай",
      ]
    ),
    (
      .less,
      [
        "сокра", "сниз", "сниж", "уменьш", "қысқар", "төменден", "төмендет", "төмендед", "төмендеп",
        "азай", "кеміді", "кемиді", "кеміген",
      ]
    ),
  ]

  /// What is said of a share or a multiple: «10 %-ға азайды», «уменьшилось на 10 %», «в 1,5 раза больше».
  static func beside(
    _ fact: Fact, in text: TokenizedText, _ language: LetterLanguage
  ) -> (direction: Direction, range: Range<Int>)? {
    guard fact.counted == .percent || fact.counted?.id == "times-more" else { return nil }
    let (first, last) = (fact.tokens.lowerBound, fact.tokens.upperBound)
    let behind = last..<min(text.tokens.count, last + (language == .kk ? 6 : 3))
    for index in behind {
      let token = text.tokens[index]
      if token.isMark(",") || token.isMark(".") || token.isMark(";") || token.isMark(")") { break }
      if let direction = direction(of: token, mayBeVerb: language == .kk) {
        return (direction, fact.range.lowerBound..<token.range.upperBound)
      }
    }
    guard language == .ru, first > 1, ["на", "в"].contains(text.tokens[first - 1].lowercased),
      let direction = direction(of: text.tokens[first - 2], mayBeVerb: true)
    else { return nil }
    return (direction, text.tokens[first - 2].range.lowerBound..<fact.range.upperBound)
  }

  private static func direction(
    of token: TokenizedText.Token, mayBeVerb: Bool
  ) -> Direction? {
    if let direction = comparatives[token.lowercased] { return direction }
    guard mayBeVerb, token.kind == .word else { return nil }
    return verbs.first { $0.stems.contains { token.lowercased.hasPrefix($0) } }?.direction
  }
}
