import Language

extension FactScanner {
  /// A number of an article or of what lies in it, as it is written: «41-1», «2)».
  struct ProvisionNumber {
    var text: String
    var tokens: Range<Int>
    var hasBracket = false
  }

  /// «6-бабының 1-тармағының 2) тармақшасы», «6, 7 және 8-баптары».
  mutating func kazakhPlaces() -> Bool {
    guard language == .kk else { return false }
    let first = position
    let (numbers, end) = provisionNumbers(first)
    guard let last = numbers.last else { return false }
    var noun = end
    if isHyphen(noun) || isDash(noun) && isJoined(noun) == false && sense(noun + 1)?.level != nil {
      noun += 1
    }
    if noun > end, isJoined(noun), isMark(noun + 1, "."), isJoined(noun + 1),
      let level = WordTable.kazakhShortLevel(tokens[noun].lowercased)
    {
      // «2.1-т.»
      addPlaces(numbers, level, isPlural: false, whole: first..<noun + 2, nounIsLast: true)
      return true
    }
    guard let sense = sense(noun), let level = sense.level,
      last.hasBracket == (level == .subparagraph) || level == .subparagraph || level == .paragraph,
      noun > end || level != .section, noun > end || !isCounted(noun)
    else { return false }
    addPlaces(
      numbers, level, isPlural: sense.ending.contains(.plural), whole: first..<noun + 1,
      nounIsLast: true)
    return true
  }

  /// «2 баптан тұрады», «12 қосымша жойылды»: without a hyphen and an owner the word is counted, or means something else.
  private func isCounted(_ index: Int) -> Bool {
    guard let ending = sense(index)?.ending, position > 0 else { return false }
    return ending.isDisjoint(with: [.possessive, .genitive])
  }

  /// «подпунктом 2) пункта 1 статьи 6», «ст. 6», «статьями 6, 7 и 8», «частью первой».
  mutating func russianPlaces() -> Bool {
    let first = position
    guard var level = sense(first)?.level else { return false }
    var start = first + 1
    if isWord(first, "ч", "гл", "п", "пп", "подп", "ст", "абз") {
      guard isMark(start, "."), isJoined(start) else { return false }
      start += 1
      // «ст. ст. 6 и 7»
      if sense(start)?.level == level, isMark(start + 1, ".") { start += 2 }
    }
    if isMark(start, "№") { start += 1 }
    if let ordinal = ordinalNumber(start) {
      add(.place, .place(level, String(ordinal)), first..<start + 1) { $0.isOrdinal = true }
      return true
    }
    var numbers = provisionNumbers(start).numbers
    while let last = numbers.last, countsSomething(last.tokens.upperBound, last, in: level) {
      numbers.removeLast()
    }
    guard let last = numbers.last else { return false }
    if isWord(first, "пп"), numbers.contains(where: \.hasBracket) { level = .subparagraph }
    addPlaces(
      numbers, level, isPlural: isPluralNoun(first), whole: first..<last.tokens.upperBound,
      nounIsLast: false)
    return true
  }

  /// A place whose ordinal is a word in front of it: «бірінші бөлігі», «второй абзац».
  mutating func ordinalPlace() -> Bool {
    let first = position
    guard let ordinal = ordinalNumber(first), let level = sense(first + 1)?.level,
      level != .section || language == .kk, level != .annex
    else { return false }
    add(.place, .place(level, String(ordinal)), first..<first + 2) { $0.isOrdinal = true }
    link(facts.count - 1)
    return true
  }

  private func ordinalNumber(_ index: Int) -> Int? {
    guard let words = numberWords(index), words.isOrdinal, words.end == index + 1 else {
      return nil
    }
    return words.value
  }

  /// Numbers with commas, conjunctions and dashes between them.
  private func provisionNumbers(_ first: Int) -> (numbers: [ProvisionNumber], end: Int) {
    var numbers: [ProvisionNumber] = []
    var index = first
    while let number = provisionNumber(index) {
      numbers.append(number)
      index = number.tokens.upperBound
      guard
        isMark(index, ",") || isWord(index, "и", "және", "мен", "бен", "пен", "или", "немесе")
          || isDash(index) && (!isHyphen(index) || !isJoined(index) || number.hasBracket),
        isNumber(index + 1)
      else { break }
      index += 1
    }
    return (numbers, numbers.last?.tokens.upperBound ?? first)
  }

  private func provisionNumber(_ first: Int) -> ProvisionNumber? {
    guard let token = token(first), token.kind == .number else { return nil }
    var index = first + 1
    var text = token.text
    while isHyphen(index), isJoined(index), isNumber(index + 1), isJoined(index + 1) {
      text += "-" + tokens[index + 1].text
      index += 2
    }
    // «2.3-тармағы»
    while isMark(index, "."), isJoined(index), isNumber(index + 1), isJoined(index + 1) {
      text += "." + tokens[index + 1].text
      index += 2
    }
    // «7б»
    if let letter = self.token(index), letter.kind == .word, isJoined(index),
      letter.text.unicodeScalars.count == 1
    {
      text += letter.lowercased
      index += 1
    }
    var number = ProvisionNumber(text: text, tokens: first..<index)
    if isMark(index, ")"), isJoined(index) {
      number.hasBracket = true
      number.tokens = first..<index + 1
    }
    return number
  }

  /// Whether a number behind a place is a number of its own: «статьей 6, 15 декабря», «пунктом 1 2021 года»,
  /// «в приложении 63 объявления».
  private func countsSomething(
    _ index: Int, _ number: ProvisionNumber, in level: LegalReference.Provision.Level
  ) -> Bool {
    guard let sense = sense(index), !number.hasBracket else { return isMark(index, "%") }
    if sense.month != nil || sense.calendar == .year || sense.numeral?.isScale == true {
      return true
    }
    return switch sense.thing?.unitClass {
    case .money, .percent, .time, .people, .resources: true
    case .documents, .other: level == .annex && sense.act == nil
    case nil: false
    }
  }

  private func isPluralNoun(_ index: Int) -> Bool {
    let word = tokens[index].lowercased
    return Self.plurals.contains { word.hasSuffix($0) }
  }

  /// Endings that Russian plurals have; «статьи» may be both.
  private static let plurals = [
    "ей", "ям", "ями", "ях", "ов", "ам", "ами", "ах", "ы", "ьи", "ти", "вы",
  ]

  private mutating func addPlaces(
    _ numbers: [ProvisionNumber], _ level: LegalReference.Provision.Level, isPlural: Bool,
    whole: Range<Int>, nounIsLast: Bool
  ) {
    let start = facts.count
    for (place, number) in numbers.enumerated() {
      let isFirst = place == 0
      let isLast = place == numbers.count - 1
      let range =
        nounIsLast
        ? number.tokens.lowerBound..<(isLast ? whole.upperBound : number.tokens.upperBound)
        : (isFirst ? whole.lowerBound : number.tokens.lowerBound)..<number.tokens.upperBound
      if isPlural, numbers.count == 1, let ends = Self.ends(of: number.text) {
        let middle = number.tokens.lowerBound + 1
        add(.place, .place(level, ends.first), range.lowerBound..<middle)
        add(.place, .place(level, ends.last), middle + 1..<range.upperBound)
      } else {
        add(.place, .place(level, number.text), range)
      }
    }
    for index in start..<facts.count { link(index, before: start) }
  }

  /// The ends of «5-8» in «5-8-баптары»; an inserted article such as 41-1 has the smaller number behind the hyphen.
  private static func ends(of text: String) -> (first: String, last: String)? {
    let parts = text.split(separator: "-")
    guard parts.count == 2, let first = Int(parts[0]), let last = Int(parts[1]), first < last else {
      return nil
    }
    return (String(parts[0]), String(parts[1]))
  }

  /// Names the place that a place beside it lies in.
  private mutating func link(_ index: Int, before start: Int? = nil) {
    let start = start ?? index
    guard start > 0, facts[start - 1].kind == .place,
      facts[start - 1].tokens.upperBound == facts[start].tokens.lowerBound
        || facts[start - 1].tokens.upperBound + 1 == facts[start].tokens.lowerBound
          && isWord(facts[start].tokens.lowerBound - 1, "және", "и") == false
          && tokens[facts[start].tokens.lowerBound - 1].kind == .mark
          && isMark(facts[start].tokens.lowerBound - 1, ".")
    else { return }
    switch language {
    case .kk: facts[index].owner = facts[start - 1].value
    case .ru: if index == start { linkInner(start) }
    }
  }

  /// The Russian places before `outer`, all of which lie in it: «пунктам 4 и 5 статьи 41-1».
  private mutating func linkInner(_ outer: Int) {
    guard case .place(let level, _) = facts[outer - 1].value else { return }
    var inner = outer - 1
    while inner >= 0, facts[inner].kind == .place, facts[inner].owner == nil,
      case .place(level, _) = facts[inner].value
    {
      facts[inner].owner = facts[outer].value
      inner -= 1
    }
  }
}
