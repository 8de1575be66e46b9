import Language

/// Finds what a number is said to be a part of: «1 920 сілтеменің 1 728-і», «22 из 37», «олардың 51-і».
struct Wholes {
  private let letter: LetterFacts
  private let paragraph: LetterParagraph
  private let numbers: [Breakdown.Number]
  /// For each token and the end, where the last words before it begin behind which a part follows; -1 before the first ones.
  private let markers: [Int]
  private var tokens: [TokenizedText.Token] { paragraph.text.tokens }

  init(_ letter: LetterFacts, _ paragraph: LetterParagraph) {
    self.letter = letter
    self.paragraph = paragraph
    numbers = letter.numbers(of: paragraph)
    var markers = [-1]
    if !numbers.isEmpty {
      for index in paragraph.text.tokens.indices {
        let isMarker = PartMarker.end(at: index, paragraph.text, letter.language) != nil
        markers.append(isMarker ? index : markers[index])
      }
    }
    self.markers = markers
  }

  /// The numbers one of which is the whole of `part`; none if nothing says that it is a part.
  func candidates(for part: Breakdown.Number) -> [Breakdown.Number] {
    if let whole = direct(part) { return [whole] }
    let first = part.fact.tokens.lowerBound
    guard let sentence = paragraph.sentences.stretch(around: first) else { return [] }
    let marker = markers[first] < sentence.lowerBound ? nil : markers[first]
    let end = part.fact.tokens.upperBound
    let isBeforeMarker =
      marker == nil && letter.language == .ru && end < tokens.count && markers[end + 1] == end
    guard let head = marker ?? (isBeforeMarker ? first : nil) else { return [] }
    let isFirst =
      isBeforeMarker
      || numbers.beginning(in: head..<first).allSatisfy(\.isMeasure)
    let before = numbers.beginning(in: sentence.lowerBound..<head)
    let wholes = before.filter { Self.mayBeWhole($0, of: part, isNamed: !isFirst) }
    if !wholes.isEmpty || !before.isEmpty { return Array(wholes) }
    return sentenceBefore(sentence).filter { Self.mayBeWhole($0, of: part, isNamed: !isFirst) }
  }

  /// The numbers of the sentence before, be it in the paragraph before.
  private func sentenceBefore(_ sentence: Range<Int>) -> ArraySlice<Breakdown.Number> {
    if let index = paragraph.sentences.firstIndex(of: sentence), index > 0 {
      let earlier = paragraph.sentences[index - 1]
      return numbers.beginning(in: earlier)
    }
    guard paragraph.index > 0 else { return [] }
    let before = letter.paragraphs[paragraph.index - 1]
    guard before.requisite == .text, let last = before.sentences.last else { return [] }
    return letter.numbers(of: before).beginning(in: last)
  }

  private static func mayBeWhole(
    _ whole: Breakdown.Number, of part: Breakdown.Number, isNamed: Bool
  ) -> Bool {
    guard !whole.isMeasure, !part.isMeasure else { return false }
    guard let thing = part.fact.counted, let other = whole.fact.counted else {
      let isMoney = (part.fact.counted ?? whole.fact.counted)?.unitClass == .money
      return !isNamed && !isMoney
    }
    return thing.adds(to: other)
  }

  // MARK: Beside the part

  private func direct(_ part: Breakdown.Number) -> Breakdown.Number? {
    guard part.fact.counted == nil || letter.language == .ru else { return nil }
    switch letter.language {
    case .ru: return outOf(part)
    case .kk: return genitive(part)
    }
  }

  /// «22 из 37», «из 1 920 ссылок удалено 1 728,».
  private func outOf(_ part: Breakdown.Number) -> Breakdown.Number? {
    let fact = part.fact
    if isWord(fact.tokens.upperBound, "из") {
      let next = fact.tokens.upperBound + 1
      return numbers.beginning(in: next..<next + 1).first
    }
    guard fact.counted == nil else { return nil }
    let whole = numbers.beginning(in: 0..<fact.tokens.lowerBound).last {
      $0.fact.tokens.upperBound <= fact.tokens.lowerBound && $0.fact.kind == .number
    }
    guard let whole, isWord(whole.fact.tokens.lowerBound - 1, "из"),
      isEnd(fact.tokens.upperBound) || isBeginning(whole.fact.tokens.lowerBound - 1),
      fact.tokens.lowerBound - whole.fact.tokens.upperBound < 12,
      !tokens[whole.fact.tokens.upperBound..<fact.tokens.lowerBound].contains(where: {
        $0.kind == .mark
      })
    else { return nil }
    return whole
  }

  /// Whether nothing of a clause stands at a token.
  private func isEnd(_ index: Int) -> Bool { index >= tokens.count || tokens[index].kind == .mark }

  /// Whether a clause begins with a token.
  private func isBeginning(_ index: Int) -> Bool { index == 0 || tokens[index - 1].kind == .mark }

  /// «37 жылу электр орталығының 22-сінде»: the word before the part is the whole's, in the genitive.
  private func genitive(_ part: Breakdown.Number) -> Breakdown.Number? {
    let first = part.fact.tokens.lowerBound
    let suffix = part.fact.tokens.upperBound + 1
    guard first > 0, suffix < tokens.count, tokens[suffix].gap == .none,
      Self.genitives.contains(where: { tokens[first - 1].lowercased.hasSuffix($0) }),
      ["і", "ы", "с"].contains(where: { tokens[suffix].lowercased.hasPrefix($0) }),
      let whole = numbers.beginning(in: 0..<first).last(where: {
        $0.fact.tokens.upperBound < first
      }),
      first - whole.fact.tokens.upperBound < 7, !whole.isMeasure,
      !tokens[whole.fact.tokens.upperBound..<first].contains(where: { $0.kind == .mark })
    else { return nil }
    return whole
  }

  private static let genitives = ["ның", "нің", "дың", "дің", "тың", "тің"]

  private func isWord(_ index: Int, _ word: String) -> Bool {
    tokens.indices.contains(index) && tokens[index].lowercased == word
  }
}

/// Words behind which stands a part of what was named before.
enum PartMarker {
  /// The token after such words at a token.
  static func end(at index: Int, _ text: TokenizedText, _ language: LetterLanguage) -> Int? {
    func isWord(_ offset: Int, _ words: String...) -> Bool {
      index + offset < text.tokens.count && words.contains(text.tokens[index + offset].lowercased)
    }
    switch language {
    case .kk:
      guard isWord(0, "оның", "олардың", "соның", "бұлардың") else { return nil }
      if isWord(1, "ішінде", "ішінен") { return index + 2 }
      let isNumber = index + 1 < text.tokens.count && text.tokens[index + 1].kind == .number
      return isNumber ? index + 1 : nil
    case .ru:
      if isWord(0, "в"), isWord(1, "том"), isWord(2, "числе") { return index + 3 }
      if isWord(0, "из"), isWord(1, "них", "которых", "этого") { return index + 2 }
      return nil
    }
  }
}
