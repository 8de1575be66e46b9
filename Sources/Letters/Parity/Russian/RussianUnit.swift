import Language

/// A piece of a Russian sentence as grammar sees it: a word, a figure, a name that is not looked into, or a mark.
struct RussianUnit {
  enum Kind {
    case word
    /// A figure, without letters joined to it.
    case number
    /// A name: quoted, abbreviated, in Latin letters, an address, a numbered thing.
    case name
    /// What stands in brackets.
    case aside
    case mark
  }

  let kind: Kind
  /// The tokens of the paragraph that it consists of.
  let tokens: ClosedRange<Int>
  /// In small letters, with plain hyphens.
  let word: String
  let isCapitalized: Bool
  let reading: RussianReading

  func isMark(_ marks: WordSet) -> Bool { kind == .mark && marks.contains(word) }

  func isWord(_ words: WordSet) -> Bool { kind == .word && words.contains(word) }

  /// As with a set, of few marks that are named where they are asked for.
  func isMark(_ marks: [String]) -> Bool { kind == .mark && marks.contains { $0 == word } }

  /// As with a set, of few words that are named where they are asked for.
  func isWord(_ words: [String]) -> Bool { kind == .word && words.contains { $0 == word } }

  /// Whether it is a noun and cannot be anything else.
  var isSureNoun: Bool {
    kind == .word && reading.isOnly(.noun) && !reading.noun.isEmpty
  }

  /// Whether it is an adjective or participle and cannot be anything else.
  var isSureModifier: Bool {
    kind == .word && reading.isOnly([.adjective, .participle, .reflexive])
      && !reading.modifier.isEmpty
  }

  var isModifier: Bool { kind == .word && reading.isOneOf(.modifier) }

  var isPreposition: Bool { kind == .word && reading.isOneOf(.preposition) }

  /// Whether the sentence cannot be understood through it.
  var isOpaque: Bool { kind == .name || kind == .word && reading.isOneOf(.unknown) }
}

/// A stretch of a paragraph that is read by itself: a sentence, what stands in brackets in it, a quoted title.
struct RussianPassage {
  enum Kind { case sentence, aside, title }

  let kind: Kind
  let text: TokenizedText
  let units: [RussianUnit]
  /// The first preposition that may have the prepositional case behind it.
  let prepositionalStart: Int?

  init(kind: Kind, text: TokenizedText, units: [RussianUnit]) {
    self.kind = kind
    self.text = text
    self.units = units
    prepositionalStart = units.firstIndex {
      $0.isPreposition && $0.reading.governed.meets(.prepositional)
    }
  }

  subscript(index: Int) -> RussianUnit? { units.indices.contains(index) ? units[index] : nil }

  /// UTF-8 offsets of some units.
  func range(_ units: ClosedRange<Int>) -> Range<Int> {
    text.range(
      self.units[units.lowerBound].tokens
        .lowerBound...self.units[units.upperBound].tokens.upperBound)
  }

  /// The words of some units as they are written.
  func words(_ units: ClosedRange<Int>) -> String { text.words(in: range(units)) }

  /// Where the clause around a unit begins: behind the last mark or conjunction before it.
  func clauseStart(before index: Int) -> Int {
    var start = index
    while start > 0, !isClauseBorder(start - 1) { start -= 1 }
    return start
  }

  /// The unit behind the clause around a unit.
  func clauseEnd(after index: Int) -> Int {
    var end = index + 1
    while end < units.count, !isClauseBorder(end) { end += 1 }
    return end
  }

  private func isClauseBorder(_ index: Int) -> Bool {
    let unit = units[index]
    return unit.kind == .mark && unit.word != "%" || unit.isWord(Self.borders)
  }

  private static let borders: WordSet = [
    "который", "которая", "которое", "которые", "которого", "которой", "которому", "которую",
    "которым", "котором",
    "которых", "которыми", "что", "чтобы", "если", "когда", "где", "поскольку", "однако", "хотя",
    "а", "но", "как", "чем",
    "пока", "ибо", "кто", "куда", "откуда",
  ]
}

/// Cuts a paragraph into passages.
struct RussianPassages {
  private let text: TokenizedText
  private let reader: RussianReader
  private var passages: [RussianPassage] = []

  static func read(_ paragraph: LetterParagraph, _ reader: RussianReader) -> [RussianPassage] {
    var cutter = RussianPassages(text: paragraph.text, reader: reader)
    for sentence in paragraph.sentences { cutter.cut(sentence, .sentence) }
    return cutter.passages
  }

  private init(text: TokenizedText, reader: RussianReader) {
    self.text = text
    self.reader = reader
  }

  private mutating func cut(_ range: Range<Int>, _ kind: RussianPassage.Kind) {
    var units: [RussianUnit] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let token = text.tokens[index]
      if token.gap == .line, index > range.lowerBound {
        units.append(mark(index, "\n"))
      }
      if let close = closing(index, range) {
        let isBracket = token.text == "("
        units.append(unit(isBracket ? .aside : .name, index...close))
        if index + 1 < close {
          cut(index + 1..<close, isBracket ? .aside : .title)
        }
        index = close + 1
        continue
      }
      let end = end(of: index, range)
      units.append(unit(index...end))
      index = end + 1
    }
    passages.append(RussianPassage(kind: kind, text: text, units: units))
  }

  /// The mark that closes what another opens.
  private static func counterpart(of mark: Unicode.Scalar) -> Unicode.Scalar? {
    switch mark {
    case "(": ")"
    case "«": "»"
    case "“": "”"
    case "„": "“"
    default: nil
    }
  }

  private func closing(_ index: Int, _ range: Range<Int>) -> Int? {
    let token = text.tokens[index]
    guard token.kind == .mark else { return nil }
    if token.isMark("\"") {
      return (index + 1..<range.upperBound).first { text.tokens[$0].isMark("\"") }
    }
    guard let close = Self.counterpart(of: token.mark) else { return nil }
    var depth = 0
    for position in index..<range.upperBound where text.tokens[position].kind == .mark {
      if text.tokens[position].isMark(token.mark) { depth += 1 }
      if text.tokens[position].isMark(close) {
        depth -= 1
        if depth == 0 { return position }
      }
    }
    return nil
  }

  /// The last token of what is one unit: «6-го», «А.», «ст.», «№ 84», «1-1».
  private func end(of index: Int, _ range: Range<Int>) -> Int {
    let token = text.tokens[index]
    var end = index
    func next(_ test: (TokenizedText.Token) -> Bool) -> Bool {
      guard end + 1 < range.upperBound, test(text.tokens[end + 1]) else { return false }
      end += 1
      return true
    }
    switch token.kind {
    case .number:
      while next({ $0.gap == .none && ($0.isHyphen || $0.text == "/" || $0.text == ".") }) {
        if !next({ $0.gap == .none && $0.kind != .mark }) {
          end -= 1
          break
        }
      }
    case .word:
      // «i386», «файл.txt».
      while next({ $0.gap == .none && ($0.kind == .number || $0.kind == .word) })
        || isNumbered(end, range) && next({ $0.isHyphen })
      {}
      if end + 2 < range.upperBound, text.tokens[end + 1].isMark("."),
        text.tokens[end + 1].gap == .none,
        text.tokens[end + 2].gap == .none, text.tokens[end + 2].kind != .mark,
        token.text.unicodeScalars.count > 2
      {
        while next({ $0.gap == .none && ($0.kind != .mark || $0.isMark(".")) }) {}
        if text.tokens[end].kind == .mark { end -= 1 }
        break
      }
      let isInitial = token.text.unicodeScalars.count < 3 && token.isCapitalized
      if isInitial || Self.abbreviations.contains(token.lowercased) {
        _ = next { $0.gap == .none && $0.isMark(".") }
      }
    case .mark where token.text == "№":
      _ = next { $0.kind == .number || $0.kind == .word }
      while next({
        $0.gap == .none && $0.kind != .mark || $0.gap == .none && ($0.isHyphen || $0.text == "/")
      }) {}
    default: break
    }
    return end
  }

  /// «UTF-8»: a hyphen and figures behind a word.
  private func isNumbered(_ end: Int, _ range: Range<Int>) -> Bool {
    guard end + 2 < range.upperBound else { return false }
    let number = text.tokens[end + 2]
    return text.tokens[end + 1].isHyphen && text.tokens[end + 1].gap == .none
      && number.kind == .number && number.gap == .none
  }

  private static let abbreviations: WordSet = [
    "г", "гг", "ст", "п", "пп", "ул", "пр", "просп", "д", "кв", "каб", "оф", "тел", "моб", "исп",
    "им", "т", "тыс", "млн",
    "млрд", "трлн", "руб", "тг", "долл", "см", "стр", "рис", "табл", "экз", "обл", "мкр", "др",
    "ред", "прим", "шт", "л",
    "с", "гл", "подп", "ч", "в", "кг",
  ]

  private func mark(_ index: Int, _ word: String) -> RussianUnit {
    RussianUnit(
      kind: .mark, tokens: index...index, word: word, isCapitalized: false,
      reading: RussianUnit.nothing)
  }

  private func unit(_ kind: RussianUnit.Kind, _ tokens: ClosedRange<Int>) -> RussianUnit {
    RussianUnit(
      kind: kind, tokens: tokens, word: "", isCapitalized: false, reading: RussianUnit.nothing)
  }

  private func unit(_ tokens: ClosedRange<Int>) -> RussianUnit {
    let token = text.tokens[tokens.lowerBound]
    switch token.kind {
    case .mark: return tokens.count > 1 ? unit(.name, tokens) : mark(tokens.lowerBound, token.text)
    case .address: return unit(.name, tokens)
    case .number:
      // «REVISION_2»
      let isJoined =
        tokens.lowerBound > 0 && token.gap == .none
        && text.tokens[tokens.lowerBound - 1].isMark("_")
      return unit(tokens.count > 1 || isJoined ? .name : .number, tokens)
    case .word:
      if tokens.count > 1, Self.scales.contains(token.lowercased) {
        return RussianUnit(
          kind: .word, tokens: tokens, word: token.lowercased, isCapitalized: false,
          reading: RussianUnit.nothing)
      }
      guard tokens.count == 1, !token.isAbbreviation else { return unit(.name, tokens) }
      return RussianUnit(
        kind: .word, tokens: tokens, word: token.lowercased, isCapitalized: token.isCapitalized,
        reading: reader.reading(of: token.lowercased))
    }
  }

  private static let scales: WordSet = ["тыс", "млн", "млрд", "трлн"]
}

extension RussianUnit {
  fileprivate static let nothing = RussianReader.nothing
}
