/// What was found at the end of a stem.
struct KazakhStemFinding {
  var kind: KazakhStem.Kind
  var source: KazakhStem.Source
  var rule: KazakhHarmonyRule?
  var reading: KazakhReading
  var alternatives: [KazakhReading] = []
  /// The scalars that take the suffix.
  var word: Range<Int>
  var change = KazakhStemChange.none
  var isPossessed = false
}

/// Finds the word of a text that takes suffixes, and how it is read.
struct KazakhStemAnalysis {
  let scalars: [Unicode.Scalar]
  let text: String
  let lexicon: ReadingLexicon

  var finding: KazakhStemFinding {
    let token = lastToken(of: 0..<scalars.count)
    return analyse(token, in: 0..<scalars.count)
  }

  func bytes(of range: Range<Int>) -> Range<Int> {
    var end = text.utf8.count
    for index in range.upperBound..<scalars.count { end -= scalars[index].width }
    var start = end
    for index in range { start -= scalars[index].width }
    return start..<end
  }

  private func letters(_ range: Range<Int>) -> KazakhLetters { KazakhLetters(scalars, range) }

  private func entry(
    _ range: Range<Int>
  ) -> (entry: ReadingLexicon.Entry, change: KazakhStemChange)? {
    lexicon.entry(of: letters(range))
  }

  @inline(__always)
  private func last(in range: Range<Int>, where test: (Unicode.Scalar) -> Bool) -> Int? {
    var index = range.upperBound - 1
    while index >= range.lowerBound {
      if test(scalars[index]) { return index }
      index -= 1
    }
    return nil
  }

  /// The last token that can take a suffix; initials and spaces after it are left out («Турганбаев А.»).
  private func lastToken(of range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    var best: Range<Int>?
    while true {
      while end > range.lowerBound, scalars[end - 1].isSpace { end -= 1 }
      guard end > range.lowerBound else { return best ?? range.lowerBound..<range.lowerBound }
      let start =
        last(in: range.lowerBound..<end, where: { $0.isSpace }).map { $0 + 1 } ?? range.lowerBound
      if best == nil { best = start..<end }
      guard isInitials(start..<end) else { return start..<end }
      end = start
    }
  }

  /// А., А.Б., А.-Б.: every letter a capital with a full stop behind it.
  private func isInitials(_ token: Range<Int>) -> Bool {
    guard scalars[token.upperBound - 1] == ".", token.contains(where: { scalars[$0].isUpper })
    else { return false }
    return token.dropLast().allSatisfy {
      !scalars[$0].isLetter || scalars[$0].isUpper && scalars[$0 + 1] == "."
    }
  }

  /// Analyses the last token of `context`.
  private func analyse(_ token: Range<Int>, in context: Range<Int>) -> KazakhStemFinding {
    guard let last = token.last.map({ scalars[$0] }) else {
      return KazakhStemFinding(
        kind: .word, source: .spelling, reading: KazakhReading(.back, .other), word: token)
    }
    if last.isClosing { return quotation(token, in: context) }
    if let known = entry(token) { return finding(known, token, in: context) }
    if token.count > 1, last == "." {
      let inner = withoutClosing(token)
      var found = analyse(inner, in: context.lowerBound..<inner.upperBound)
      found.kind = .abbreviation
      found.word = token
      found.change = .none
      return found
    }
    if last.isDigit {
      return KazakhStemFinding(
        kind: .figures, source: .numeral, reading: number(endingIn: token, in: context),
        word: token)
    }
    if let unit = unit(of: token, in: context) { return unit }
    let start = self.last(in: token, where: { $0.isJoint }).map { $0 + 1 } ?? token.lowerBound
    let word = start..<token.upperBound
    if start > token.lowerBound, let known = entry(word) {
      return finding(known, known.entry.kind == .word ? word : token, in: context)
    }
    if let number = KazakhReading.romanNumeral(scalars[word]) {
      return KazakhStemFinding(
        kind: .figures, source: .numeral, reading: KazakhReading(ordinal: number), word: token)
    }
    if isAbbreviation(word) {
      let isAllCapitals = !word.contains { scalars[$0].isLetter && !scalars[$0].isUpper }
      let (reading, asWord) = KazakhReading.abbreviation(
        letters(word), isAllCapitals: isAllCapitals)
      return KazakhStemFinding(
        kind: .abbreviation, source: asWord ? .pronouncedWord : .letterName, reading: reading,
        word: token)
    }
    if last.isLatinLetter {
      return KazakhStemFinding(
        kind: .latinName, source: .latinSpelling, reading: KazakhReading(latin: letters(word)),
        word: token)
    }
    return spelled(word, in: context)
  }

  private func spelled(_ word: Range<Int>, in context: Range<Int>) -> KazakhStemFinding {
    let letters = letters(word)
    let (reading, rule) = KazakhReading.spelled(letters)
    return KazakhStemFinding(
      kind: .word, source: .spelling, rule: rule, reading: reading,
      alternatives: KazakhReading.alternative(to: reading, of: letters).map { [$0] } ?? [],
      word: word, change: KazakhStemChange(letters),
      isPossessed: KazakhIzafet.isPossessed(
        letters, isPhrase: word.lowerBound > context.lowerBound, lexicon: lexicon))
  }

  private func finding(
    _ known: (entry: ReadingLexicon.Entry, change: KazakhStemChange), _ word: Range<Int>,
    in context: Range<Int>
  ) -> KazakhStemFinding {
    let entry = known.entry
    guard let reading = entry.reading else {
      // The lexicon knows how the word changes; its spelling tells the reading.
      var found = spelled(word, in: context)
      found.kind = entry.kind
      found.isPossessed = found.isPossessed || entry.isPossessed
      found.change = known.change
      return found
    }
    return KazakhStemFinding(
      kind: entry.kind, source: .lexicon, reading: reading, alternatives: entry.alternatives,
      word: word, change: known.change,
      isPossessed: entry.isPossessed)
  }

  /// What stands in the quotation marks decides; the suffix follows the closing one.
  private func quotation(_ token: Range<Int>, in context: Range<Int>) -> KazakhStemFinding {
    var end = token.upperBound
    while end > context.lowerBound, scalars[end - 1].isClosing || scalars[end - 1].isSpace {
      end -= 1
    }
    let start =
      last(in: context.lowerBound..<end, where: { $0.isOpening }).map { $0 + 1 }
      ?? context.lowerBound
    let inner = start..<end
    var found: KazakhStemFinding
    if let known = entry(inner) {
      found = finding(known, inner, in: inner)
    } else {
      let bare = withoutClosing(inner)
      found = analyse(lastToken(of: bare), in: bare)
    }
    found.kind = .quotation
    found.word = token
    found.change = .none
    found.isPossessed = false
    return found
  }

  /// The reading of a token that ends in digits: the whole number, or the digits behind a decimal comma or point.
  private func number(endingIn token: Range<Int>, in context: Range<Int>) -> KazakhReading {
    var start = token.upperBound
    var value = 0
    var power = 1
    var count = 0
    func take(_ digits: Range<Int>) {
      for index in digits.reversed() {
        // Eighteen digits hold every word that can end a number but the names of still greater powers, all in -иллион.
        if count < 18 {
          value += Int(scalars[index].value - 0x30) * power
          power = count < 17 ? power * 10 : power
        } else if value == 0, scalars[index] != "0" {
          value = 1_000_000
        }
        count += 1
      }
    }
    while start > token.lowerBound, scalars[start - 1].isDigit { start -= 1 }
    take(start..<token.upperBound)
    // Groups of three, as in «12 500».
    while start > context.lowerBound + 1, start <= token.lowerBound, count % 3 == 0,
      scalars[start - 1].isSpace
    {
      var group = start - 1
      while group > context.lowerBound, scalars[group - 1].isDigit, start - group < 5 { group -= 1 }
      let digits = group..<(start - 1)
      guard (1...3).contains(digits.count),
        group == context.lowerBound || scalars[group - 1].isSpace
      else { break }
      take(digits)
      start = group
      if digits.count < 3 { break }
    }
    return KazakhReading(number: value)
  }

  /// A figure with a sign or unit written on to it («50%», «19,4°С»): the sign is read last.
  private func unit(of token: Range<Int>, in context: Range<Int>) -> KazakhStemFinding? {
    guard let digit = last(in: token, where: { $0.isDigit }),
      let known = entry((digit + 1)..<token.upperBound), known.entry.kind == .unit
    else { return nil }
    return finding(known, token, in: context)
  }

  /// Two capitals or more, the last letter one of them, or a letter alone («А», «5G», «97а»); a long word in capitals
  /// is a word.
  private func isAbbreviation(_ word: Range<Int>) -> Bool {
    guard let last = word.last.map({ scalars[$0] }), last.isLetter else { return false }
    // Most words end in a small letter after another.
    if !last.isUpper, word.count > 1, scalars[word.upperBound - 2].isLetter { return false }
    var count = 0
    var capitals = 0
    for index in word where scalars[index].isLetter {
      count += 1
      if scalars[index].isUpper { capitals += 1 }
    }
    if count == 1 { return last.isUpper || word.count > 1 }
    let isWord = capitals == count && (count >= 8 || count >= 5 && isSurname(word))
    return last.isUpper && capitals >= 2 && !isWord
  }

  /// A surname in capitals: ТОҚАЕВ, АХМЕТОВА.
  private func isSurname(_ word: Range<Int>) -> Bool {
    let letters = letters(word)
    let end = letters.last == "а" ? 1 : 0
    switch (letters[fromEnd: end + 1], letters[fromEnd: end]) {
    case ("о", "в"), ("е", "в"), ("и", "н"): return true
    default: return false
    }
  }

  /// Without quotation marks, full stops and spaces at the end: all at once, or a row of them would nest as deep.
  private func withoutClosing(_ range: Range<Int>) -> Range<Int> {
    let last = last(in: range) { !($0.isClosing || $0.isSpace || $0 == ".") }
    return range.lowerBound..<(last.map { $0 + 1 } ?? range.lowerBound)
  }
}
