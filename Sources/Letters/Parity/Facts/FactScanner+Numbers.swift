import Language

extension FactScanner {
  /// Figures with what scales them, what they count and the words in brackets that repeat them.
  mutating func plainNumber() {
    let first = position
    guard let read = figures(first) else {
      // Figures for which there is no room: account numbers.
      let digits = String(tokens[first].text.unicodeScalars.filter(\.isFigure).map(Character.init))
      add(.number, .code(digits), first..<first + 1)
      return
    }
    var end = read.end
    var scale = 0
    var significand = read.significand
    var decimals = read.decimals
    if let (power, next) = self.scale(at: end) {
      scale = power
      end = next
      if decimals == 0, let lower = lowerPart(end, below: power),
        let joined = Self.joined(significand, power - lower.scale, lower.count)
      {
        significand = joined
        scale = lower.scale
        end = lower.end
      }
    }
    let suffix = afterSuffix(end)
    let isOrdinal = suffix > end && isOrdinalSuffix(suffix - 1)
    let bracket = wordsInBrackets(suffix)
    if scale == 0, let bracket, let (power, _) = self.scale(at: bracket.end) { scale = power }
    let value = FactValue.number(significand, decimals: decimals, scale: scale)
    add(.number, value ?? .code(tokens[first].text), first..<end) { fact in
      fact.scale = scale
      fact.isOrdinal = isOrdinal
    }
    // «18 нұсқаманың 21-ін операторлар …»: what the ending stands for is not named again.
    if !(suffix > end && !isOrdinal && isPossessiveSuffix(suffix - 1)) {
      count(from: bracket?.end ?? suffix)
    }
    if let bracket, case .number(let figure)? = value {
      decimals = bracket.decimals
      // «312,4 млн (триста двенадцать миллионов четыреста тысяч)» repeats its scale.
      let whole = FactValue.number(bracket.value, decimals: 0)
      let said =
        whole == value ? whole : FactValue.number(bracket.value, decimals: decimals, scale: scale)
      add(.words, said ?? .number(figure), bracket.words) { fact in
        fact.scale = scale
        fact.repetition = said == value ? .agreeing : .contradicting
      }
      position = bracket.end
    } else {
      position = max(position, suffix)
    }
  }

  /// The number of figures that begin at a token: with grouping, decimals after a comma or a point.
  func figures(_ index: Int) -> (significand: Int, decimals: Int, end: Int)? {
    guard let token = token(index), token.kind == .number,
      let read = Self.decimal(token.text)
    else { return nil }
    if let thousands = groupBeforeEnding(index) {
      return (read.significand * 1000 + thousands, 0, index + 2)
    }
    guard read.decimals == 0, isMark(index + 1, "."), isJoined(index + 1), isNumber(index + 2),
      isJoined(index + 2), let fraction = plainNumber(index + 2),
      !(isMark(index + 3, ".") && isJoined(index + 3) && isNumber(index + 4))
    else { return (read.significand, read.decimals, index + 1) }
    let decimals = tokens[index + 2].text.utf8.count
    guard let significand = Self.joined(read.significand, decimals, fraction) else {
      return (read.significand, 0, index + 1)
    }
    return (significand, decimals, index + 3)
  }

  /// «728» of «1 728-і»: the last figures of a number with an ending, which stand as a token of their own.
  private func groupBeforeEnding(_ index: Int) -> Int? {
    guard tokens[index].text.utf8.count < 4, tokens[index].text.utf8.first != UInt8(ascii: "0"),
      let next = token(index + 1), next.kind == .number, next.text.utf8.count == 3,
      next.gap == .space || next.gap == .noBreak, afterSuffix(index + 2) > index + 2
    else { return nil }
    return plainNumber(index + 1)
  }

  private static func decimal(_ text: String) -> (significand: Int, decimals: Int)? {
    var significand = 0
    var decimals = 0
    var isFraction = false
    var count = 0
    for scalar in text.unicodeScalars {
      if scalar == "," {
        isFraction = true
      } else if scalar.isFigure {
        count += 1
        guard count < 19 else { return nil }
        significand = significand * 10 + Int(scalar.value - 0x30)
        if isFraction { decimals += 1 }
      }
    }
    return (significand, decimals)
  }

  /// A power of ten, the greatest that there is room for if it has more.
  static func power(_ exponent: Int) -> Int {
    (0..<min(exponent, 18)).reduce(1) { power, _ in power * 10 }
  }

  /// A number with `digits` more digits, which are those of `rest`; `nil` if there is no room for it.
  private static func joined(_ number: Int, _ digits: Int, _ rest: Int) -> Int? {
    let (product, isTooLong) = number.multipliedReportingOverflow(by: power(digits))
    let (sum, overflows) = product.addingReportingOverflow(rest)
    return isTooLong || overflows ? nil : sum
  }

  /// The power of ten of a scaling word at a token, and the token after it.
  func scale(at index: Int) -> (power: Int, end: Int)? {
    guard case .scale(let power)? = sense(index)?.numeral, sense(index)?.isOrdinal == false else {
      return nil
    }
    return (power, afterStop(index + 1))
  }

  /// «200» of «5 мың 200 теңге»: what is less than the scaled number before it, and its own scale.
  private func lowerPart(_ index: Int, below power: Int) -> (count: Int, scale: Int, end: Int)? {
    guard let token = token(index), token.kind == .number, token.text.utf8.count < 4,
      token.gap != .none, let count = Int(token.text)
    else { return nil }
    if let (lower, end) = scale(at: index + 1) {
      return lower < power ? (count, lower, end) : nil
    }
    guard power == 3, sense(index + 1)?.thing?.unitClass == .money else { return nil }
    return (count, 0, index + 1)
  }

  func isPossessiveSuffix(_ index: Int) -> Bool {
    guard language == .kk, let word = token(index)?.lowercased else { return false }
    return ["і", "ы", "сі", "сы", "еу", "ау"].contains { word.hasPrefix($0) }
  }

  private func isOrdinalSuffix(_ index: Int) -> Bool {
    guard let word = token(index)?.lowercased else { return false }
    return switch language {
    case .ru: true
    case .kk: word.contains("ш")
    }
  }

  // MARK: Words

  /// Number words in brackets at a token, which repeat the figures before them.
  private func wordsInBrackets(
    _ index: Int
  ) -> (value: Int, decimals: Int, words: Range<Int>, end: Int)? {
    guard isMark(index, "("), let words = numberWords(index + 1) else { return nil }
    guard isMark(words.end, ")") else {
      // «5 (бес жұмыс күні)»: the rest is no number, nor a fraction.
      guard token(words.end)?.kind == .word, sense(words.end)?.numeral == nil,
        !isWord(words.end, "бүтін", "целых", "целая", "целой", "жарым", "с", "и", "та"),
        let close = (words.end..<min(words.end + 5, tokens.count)).first(where: { isMark($0, ")") })
      else { return nil }
      return (words.value, 0, index + 1..<words.end, close + 1)
    }
    return (words.value, 0, index + 1..<words.end, words.end + 1)
  }

  /// A number in words that begins at a token.
  func numberWords(_ first: Int) -> (value: Int, end: Int, isOrdinal: Bool, isVague: Bool)? {
    var total = 0
    var current = 0
    var lastScale = 19
    var index = first
    var isOrdinal = false
    var isVague = true
    reading: while let sense = sense(index), let numeral = sense.numeral, !isOrdinal {
      if index > first, tokens[index].gap == .none { break }
      // «тоқсанына бір сағат»: only the last word of a number has an ending.
      if index > first, let before = self.sense(index - 1), !before.ending.isEmpty,
        !before.isOrdinal
      {
        break
      }
      switch numeral {
      case .value(let value):
        // «жүз елу», «сто пятьдесят три»: each word is of a lower place than those before it.
        let place = value < 10 ? 10 : value < 20 && language == .ru ? 100 : value < 100 ? 100 : 1000
        guard current % place == 0, !(value < 10 && current % 100 == 10 && language == .ru),
          value > 0 || index == first
        else { break reading }
        current += value
      case .hundred:
        guard current < 10 else { break reading }
        current = max(current, 1) * 100
      case .scale(let power):
        guard power < lastScale else { break reading }
        let (product, overflows) = max(current, 1).multipliedReportingOverflow(
          by: Self.power(power))
        guard !overflows else { break reading }
        total += product
        current = 0
        lastScale = power
      }
      isVague = isVague && (sense.isVague || numeral.isScale)
      isOrdinal = sense.isOrdinal
      index += 1
    }
    return index > first ? (total + current, index, isOrdinal, isVague) : nil
  }

  mutating func numberInWords() -> Bool {
    let first = position
    if isFraction(first) {
      position += 2
      return true
    }
    guard let words = numberWords(first), !isQuarterWord(first, words.end),
      let value = FactValue.number(words.value, decimals: 0)
    else { return false }
    add(.words, value, first..<words.end) { fact in
      fact.isOrdinal = words.isOrdinal
      fact.isSure = !words.isVague && !words.isOrdinal
    }
    if !words.isOrdinal { count(from: words.end) }
    return true
  }

  /// «Төрттен бірі», a fourth, which Russian says with a word of its own.
  private func isFraction(_ index: Int) -> Bool {
    guard language == .kk, sense(index)?.numeral != nil,
      let word = token(index)?.lowercased, let next = token(index + 1)?.lowercased
    else { return false }
    return ["тан", "тен", "дан", "ден", "нан", "нен"].contains { word.hasSuffix($0) }
      && (["бірі", "бірін", "біріне", "бірінің", "бірінде", "екісі", "үші"].contains(next)
        || next.hasPrefix("бірд"))
  }

  /// «Тоқсан» is a quarter of a year unless it stands before what it counts: «тоқсан сайын», but «тоқсан күн».
  private func isQuarterWord(_ first: Int, _ end: Int) -> Bool {
    guard end == first + 1, let sense = sense(first), sense.calendar == .quarter else {
      return false
    }
    return !sense.ending.isEmpty || self.sense(end)?.thing == nil || token(end)?.gap == .line
  }

  /// «двухуровневый», «трехдневный»: a number that Kazakh says as a word of its own.
  mutating func compoundNumeral() -> Bool {
    let word = tokens[position].lowercased
    guard language == .ru, word.utf8.count > 18,
      let (stem, count) = Self.compounds.first(where: { word.hasPrefix($0.stem) }),
      word.unicodeScalars.count > stem.unicodeScalars.count + 5,
      RussianEnding.adjectives.contains(where: { $0.utf8.count > 2 && word.hasSuffix($0) }),
      let value = FactValue.number(count, decimals: 0)
    else { return false }
    add(.words, value, position..<position + 1) { $0.isSure = false }
    return true
  }

  private static let compounds: [(stem: String, count: Int)] = [
    ("двух", 2), ("трех", 3), ("трёх", 3), ("четырех", 4), ("четырёх", 4), ("пяти", 5),
    ("шести", 6), ("семи", 7),
    ("восьми", 8), ("девяти", 9), ("десяти", 10),
  ]

  /// A Roman numeral that is no quarter: «VIII шақырылым».
  mutating func plainRoman() -> Bool {
    guard let value = romanNumeral(position), tokens[position].text.unicodeScalars.count > 1,
      let number = FactValue.number(value, decimals: 0)
    else { return false }
    add(.number, number, position..<position + 1) { $0.isOrdinal = true }
    return true
  }

  /// The value of a Roman numeral up to 39, whatever script its letters are of.
  func romanNumeral(_ index: Int) -> Int? {
    guard let token = token(index), token.kind == .word, token.text.utf8.count < 13 else {
      return nil
    }
    var digits: [Int] = []
    for scalar in token.text.unicodeScalars {
      switch scalar {
      case "I", "І": digits.append(1)
      case "V": digits.append(5)
      case "X", "Х": digits.append(10)
      default: return nil
      }
    }
    var value = 0
    for (index, digit) in digits.enumerated() {
      value += digits.dropFirst(index + 1).contains { $0 > digit } ? -digit : digit
    }
    return value > 0 ? value : nil
  }
}

extension WordSense.Numeral {
  var isScale: Bool { if case .scale = self { true } else { false } }
}
