import Language

/// Reads what a text states: numbers, dates, references, places in acts, names, addresses.
///
/// It looks at nothing but the text, so that it reads letters from any program. Every figure of a text stands in exactly
/// one fact, quotations aside, which contain the facts of their words.
struct FactReader: Sendable {
  let language: LetterLanguage
  let names: KnownNames
  private let table: WordTable

  /// - Parameters:
  ///   - language: the language of the texts.
  ///   - reference: the acts, bodies and people that are known.
  /// - Complexity: linear in the reference data; one reader serves all letters.
  init(_ language: LetterLanguage, _ reference: ReferenceData) {
    self.language = language
    names = KnownNames(reference, language)
    table = language == .kk ? .kazakh : .russian
  }

  /// The facts of `text` from a token on, in order.
  func facts(in text: TokenizedText, from start: Int = 0) -> [Fact] {
    var scanner = FactScanner(text, language, names, text.tokens.map(sense), from: start)
    return scanner.scan()
  }

  /// What a word may mean, by the whole of it or by what stands after its last hyphen.
  private func sense(of token: TokenizedText.Token) -> WordSense? {
    guard token.kind == .word else { return nil }
    var word = token.lowercased
    if language == .ru, word.utf8.contains(0x91) { word = word.replacing("ё", with: "е") }
    if let sense = table.sense(of: word.utf8) { return sense }
    guard let hyphen = word.utf8.lastIndex(of: UInt8(ascii: "-")) else { return nil }
    let ending = word.utf8[word.utf8.index(after: hyphen)...]
    // «млн-нан»
    if language == .kk, let sense = table.sense(of: word.utf8[..<hyphen]),
      sense.numeral?.isScale == true, KazakhEnding(Array(ending), mayBeOrdinal: false) != nil
    {
      return sense
    }
    let last = table.sense(of: ending)
    guard let last, last.thing != nil || last.month != nil else { return nil }
    var sense = WordSense()
    sense.thing = last.thing
    sense.ending = last.ending
    if let month = last.month, let first = table.sense(of: word.utf8[..<hyphen])?.month {
      sense.month = month
      sense.firstMonth = first
    }
    return sense
  }
}

/// Goes through the tokens of one text.
struct FactScanner {
  let text: TokenizedText
  let tokens: [TokenizedText.Token]
  let language: LetterLanguage
  let names: KnownNames
  let senses: [WordSense?]
  var facts: [Fact] = []
  var position: Int
  /// Dates and months that stand without a year of their own, as indices of facts, and the token after the last of them.
  var undated: [Int] = []
  var undatedEnd = 0
  /// The year of the date before, and the token after it.
  var lastYear: (year: Int, end: Int)?
  private(set) var quotations: [ClosedRange<Int>] = []

  init(
    _ text: TokenizedText, _ language: LetterLanguage, _ names: KnownNames, _ senses: [WordSense?],
    from start: Int
  ) {
    self.text = text
    tokens = text.tokens
    self.language = language
    self.names = names
    self.senses = senses
    position = start
  }

  mutating func scan() -> [Fact] {
    quotations = findQuotations()
    var nextQuotation = 0
    while position < tokens.count {
      while nextQuotation < quotations.count,
        quotations[nextQuotation].lowerBound <= position
      {
        if quotations[nextQuotation].lowerBound == position { quotation(quotations[nextQuotation]) }
        nextQuotation += 1
      }
      let start = position
      switch tokens[position].kind {
      case .address: address()
      case .number: number()
      case .word: word()
      case .mark: mark()
      }
      if position == start { position += 1 }
    }
    markActs()
    return facts
  }

  // MARK: Looking at tokens

  func token(_ index: Int) -> TokenizedText.Token? {
    tokens.indices.contains(index) ? tokens[index] : nil
  }

  func sense(_ index: Int) -> WordSense? { senses.indices.contains(index) ? senses[index] : nil }

  func isMark(_ index: Int, _ mark: Unicode.Scalar) -> Bool { token(index)?.isMark(mark) ?? false }

  /// Whether nothing stands between a token and the one before it.
  func isJoined(_ index: Int) -> Bool { token(index)?.gap == TokenizedText.Token.Gap.none }

  func isWord(_ index: Int, _ words: String...) -> Bool {
    guard let token = token(index), token.kind == .word else { return false }
    return words.contains(token.lowercased)
  }

  func isNumber(_ index: Int) -> Bool { token(index)?.kind == .number }

  func isHyphen(_ index: Int) -> Bool {
    guard let token = token(index), token.kind == .mark else { return false }
    return token.text.unicodeScalars.first?.isHyphen ?? false
  }

  func isDash(_ index: Int) -> Bool {
    isMark(index, "–") || isMark(index, "—") || isMark(index, "\u{2212}") || isHyphen(index)
  }

  /// The whole number of a token without grouping, of at most `length` figures.
  func plainNumber(_ index: Int, length: Int = 9) -> Int? {
    guard let token = token(index), token.kind == .number, token.text.utf8.count <= length else {
      return nil
    }
    return Int(token.text)
  }

  /// A year in four figures.
  func yearNumber(_ index: Int) -> Int? {
    guard let token = token(index), token.text.utf8.count == 4, let year = plainNumber(index),
      (1800...2199).contains(year)
    else { return nil }
    return year
  }

  func isYearNoun(_ index: Int) -> Bool { sense(index)?.calendar == .year }

  /// The token after a shortened word's full stop.
  func afterStop(_ index: Int) -> Int {
    isMark(index, ".") && isJoined(index)
      && (token(index - 1)?.lowercased.unicodeScalars.count ?? 9) < 4
      ? index + 1 : index
  }

  /// The token after a Kazakh or Russian ending that a hyphen joins to figures: «15-тен», «1-й».
  func afterSuffix(_ index: Int) -> Int {
    guard isHyphen(index), isJoined(index), isJoined(index + 1), let word = token(index + 1),
      word.kind == .word, !word.isCapitalized, word.lowercased.unicodeScalars.count <= 6,
      sense(index + 1)?.level == nil
    else { return index }
    return index + 2
  }

  // MARK: Adding facts

  /// Adds a fact of `tokens` and goes on behind them.
  mutating func add(
    _ kind: Fact.Kind, _ value: FactValue, _ range: Range<Int>,
    _ change: (inout Fact) -> Void = { _ in }
  ) {
    guard !range.isEmpty else { return }
    var fact = Fact(kind, value, text.range(range.lowerBound...(range.upperBound - 1)), range)
    change(&fact)
    facts.append(fact)
    position = max(position, range.upperBound)
  }

  private mutating func address() {
    add(.address, .address(CanonicalAddress.text(tokens[position].text)), position..<position + 1)
  }

  private mutating func mark() {
    if isMark(position, "№") {
      reference()
    } else if isMark(position, "+"), isNumber(position + 1), isJoined(position + 1) {
      _ = phone()
    }
  }

  private mutating func number() {
    if phone() || numericDate() || clock() || years() || days() || kazakhPlaces()
      || quarter() || numberedLabel() || code()
    {
      return
    }
    plainNumber()
  }

  private mutating func word() {
    if let sense = senses[position] {
      if sense.calendar == nil, sense.level != nil, language == .ru, russianPlaces() { return }
      if sense.numeral != nil, quarter() || ordinalPlace() || numberInWords() { return }
      if sense.month != nil, month() { return }
    }
    if romanNumeral(position) != nil, quarter() || plainRoman() { return }
    if isWord(position, "сағат"), clockAfterNoun() { return }
    if latinNumberSign() { return reference() }
    if person() || hostWithSuffix() || code() || compoundNumeral() { return }
    abbreviation()
  }
}
