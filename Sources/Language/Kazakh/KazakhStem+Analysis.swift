extension KazakhStem {
  /// What was found at the end of a stem.
  struct Finding {
    var kind: Kind
    var source: Source
    /// At least one; the first is the one to use.
    var readings: [KazakhReading]
    /// How many scalars at the token's end are the word itself.
    var length: Int
    var isPossessed = false
  }

  /// The last token that can take a suffix; initials and spaces after it are left out («Турганбаев А.»).
  static func lastToken(of scalars: [Unicode.Scalar]) -> Range<Int> {
    var end = scalars.count
    var best: Range<Int>?
    while true {
      while end > 0, scalars[end - 1].isSpace { end -= 1 }
      guard end > 0 else { return best ?? 0..<0 }
      let start = (scalars[..<end].lastIndex(where: \.isSpace) ?? -1) + 1
      if best == nil { best = start..<end }
      guard isInitials(scalars[start..<end]) else { return start..<end }
      end = start
    }
  }

  /// А., А.Б., А.-Б.: every letter a capital with a full stop behind it.
  private static func isInitials(_ token: ArraySlice<Unicode.Scalar>) -> Bool {
    guard token.last == ".", token.contains(where: \.isUpper) else { return false }
    for (scalar, next) in zip(token, token.dropFirst()) where scalar.isLetter {
      guard scalar.isUpper, next == "." else { return false }
    }
    return true
  }

  static func analyse(
    _ token: [Unicode.Scalar], preceding: ArraySlice<Unicode.Scalar>,
    lexicon: ReadingLexicon
  ) -> Finding {
    if let last = token.last, last.isClosing {
      return quotation(token, preceding: preceding, lexicon: lexicon)
    }
    if let entry = lexicon[String(letters: token)] { return finding(entry, length: token.count) }
    if token.count > 1, token.last == "." {
      var found = analyse(token.withoutClosing, preceding: preceding, lexicon: lexicon)
      found.kind = .abbreviation
      found.length = token.count
      return found
    }
    if let number = number(endingIn: token, preceding: preceding) {
      return Finding(
        kind: .figures, source: .numeral, readings: [number], length: token.count)
    }
    if let unit = unit(of: token, lexicon: lexicon) { return unit }
    let start = (token.lastIndex(where: \.isJoint) ?? -1) + 1
    let word = Array(token[start...])
    if start > 0, let entry = lexicon[String(letters: word)] {
      return finding(entry, length: entry.kind == .word ? word.count : token.count)
    }
    if let number = KazakhReading.romanNumeral(word) {
      return Finding(
        kind: .figures, source: .numeral, readings: [KazakhReading(ordinal: number)],
        length: token.count)
    }
    if isAbbreviation(word) {
      let (reading, asWord) = KazakhReading.abbreviation(word)
      return Finding(
        kind: .abbreviation, source: asWord ? .pronouncedWord : .letterName, readings: [reading],
        length: token.count)
    }
    if let last = word.last, last.isLatinLetter {
      return Finding(
        kind: .latinName, source: .latinSpelling,
        readings: [KazakhReading(latin: kazakhLetters(of: String(letters: word)))],
        length: token.count)
    }
    let text = String(letters: word)
    return Finding(
      kind: .word, source: .spelling,
      readings: [KazakhReading(word: text)] + KazakhReading.alternatives(ofWord: text),
      length: word.count)
  }

  private static func finding(_ entry: ReadingLexicon.Entry, length: Int) -> Finding {
    Finding(
      kind: entry.kind, source: .lexicon, readings: [entry.reading] + entry.alternatives,
      length: length, isPossessed: entry.isPossessed)
  }

  /// What stands in the quotation marks decides; the suffix follows the closing one.
  private static func quotation(
    _ token: [Unicode.Scalar], preceding: ArraySlice<Unicode.Scalar>, lexicon: ReadingLexicon
  ) -> Finding {
    var inner = Array(preceding) + token
    while let last = inner.last, last.isClosing || last.isSpace { inner.removeLast() }
    if let opening = inner.lastIndex(where: \.isOpening) { inner.removeSubrange(...opening) }
    var found: Finding
    if let entry = lexicon[String(letters: inner)] {
      found = finding(entry, length: token.count)
    } else {
      inner = inner.withoutClosing
      let range = lastToken(of: inner)
      found = analyse(
        Array(inner[range]),
        preceding: inner[..<range.lowerBound], lexicon: lexicon)
    }
    found.kind = .quotation
    found.length = token.count
    return found
  }

  /// The reading of a token that ends in digits: the whole number, or the digits behind a decimal comma or point.
  private static func number(
    endingIn token: [Unicode.Scalar], preceding: ArraySlice<Unicode.Scalar>
  ) -> KazakhReading? {
    guard let last = token.last, last.isDigit else { return nil }
    let start = token.lastIndex { !$0.isDigit }.map { $0 + 1 } ?? 0
    var digits = Array(token[start...])
    var rest = preceding
    // Groups of three, as in «12 500».
    while start == 0, digits.count % 3 == 0, let space = rest.last, space.isSpace {
      let group = rest.dropLast().reversed().prefix(while: \.isDigit)
      guard (1...3).contains(group.count) else { break }
      digits = group.reversed() + digits
      rest = rest.dropLast(group.count + 1)
      if group.count < 3 { break }
    }
    // Eighteen digits hold every word that can end a number but the names of still greater powers, all in -иллион.
    let tail = Int(String(letters: digits.suffix(18))) ?? 0
    let isGreatPower = tail == 0 && digits.contains { $0 != "0" }
    return KazakhReading(number: isGreatPower ? 1_000_000 : tail)
  }

  /// A figure with a sign or unit written on to it («50%», «19,4°С»): the sign is read last.
  private static func unit(of token: [Unicode.Scalar], lexicon: ReadingLexicon) -> Finding? {
    guard let digit = token.lastIndex(where: \.isDigit),
      let entry = lexicon[String(letters: token[(digit + 1)...])], entry.kind == .unit
    else { return nil }
    return finding(entry, length: token.count)
  }

  /// Two capitals or more, the last letter one of them, or a letter alone («А», «5G», «97а»); a long word in capitals
  /// is a word.
  private static func isAbbreviation(_ word: [Unicode.Scalar]) -> Bool {
    guard let last = word.last, last.isLetter else { return false }
    let letters = word.count(where: \.isLetter)
    if letters == 1 { return last.isUpper || word.count > 1 }
    let capitals = word.count(where: \.isUpper)
    return last.isUpper && capitals >= 2 && !(capitals == letters && letters >= 8)
  }
}

extension Unicode.Scalar {
  fileprivate var isClosing: Bool { "»”“\"’)".unicodeScalars.contains(self) }
  fileprivate var isOpening: Bool { "«„“\"‘(".unicodeScalars.contains(self) }
}

extension [Unicode.Scalar] {
  /// Without quotation marks, full stops and spaces at the end: all at once, or a row of them would nest as deep.
  fileprivate var withoutClosing: [Unicode.Scalar] {
    let last = lastIndex { !($0.isClosing || $0.isSpace || $0 == ".") } ?? -1
    return Array(prefix(last + 1))
  }
}
