extension FactScanner {
  /// Notes what the last fact counts: the thing that `index` begins to name, or the one before a dash:
  /// «предписания – 134». A period before a dash is not counted: «за 11 месяцев – 241».
  mutating func count(from index: Int) {
    guard !facts.isEmpty else { return }
    let last = facts.count - 1
    if let found = thing(from: index) {
      // «күнтізбелік 14 күн»
      let qualifier = sense(facts[last].tokens.lowerBound - 1)?.qualifier
      facts[last].counted = qualifier.map { found.thing.qualified(by: $0) } ?? found.thing
      facts[last].countedTokens = found.tokens
    } else if let found = thingBefore(facts[last].tokens.lowerBound, index) {
      facts[last].counted = found.thing
      facts[last].countedTokens = found.tokens
    }
  }

  /// The thing named by the words from `index` on, with what stands in front of it: «төрт мемлекеттік орган».
  func thing(from start: Int) -> (thing: CountedThing, tokens: Range<Int>)? {
    if let money = CountedThing.sign(token(start)) { return (money, start..<start + 1) }
    var qualifier: CountedQualifier?
    for index in start..<min(start + 5, tokens.count) {
      let token = tokens[index]
      if token.kind == .mark {
        // «интернет - ресурс», «30 - ға»
        guard isHyphen(index), index > start || token.gap != .none else { return nil }
        continue
      }
      guard token.kind == .word, index == start || token.gap != .none || isHyphen(index - 1) else {
        return nil
      }
      let sense = senses[index]
      if sense?.numeral != nil && sense?.thing == nil || sense?.month != nil { return nil }
      if let next = sense?.qualifier, self.sense(index + 1)?.thing != nil {
        qualifier = next
        continue
      }
      if let thing = sense?.thing {
        if token.isAbbreviation { return nil }
        return joined(qualifier.map { thing.qualified(by: $0) } ?? thing, start..<index + 1)
      }
      // «1 млн АҚШ доллары»
      guard
        mayStandBefore(index)
          || token.isAbbreviation && self.sense(index + 1)?.thing?.unitClass == .money
      else { return nil }
    }
    return nil
  }

  /// Resources with the links that follow them: «интернет-ресурс пен сілтеме».
  private func joined(
    _ thing: CountedThing, _ range: Range<Int>
  ) -> (thing: CountedThing, tokens: Range<Int>) {
    let end = range.upperBound
    guard thing == .resource, isWord(end, "пен", "мен", "бен", "және", "и"),
      sense(end + 1)?.thing == .link
    else { return (thing, range) }
    return (.resourceAndLink, range.lowerBound..<end + 2)
  }

  /// Whether a word may stand between a number and what it counts: an adjective.
  private func mayStandBefore(_ index: Int) -> Bool {
    let word = tokens[index].lowercased
    switch language {
    case .ru:
      return word.unicodeScalars.count > 4
        && RussianEnding.adjectives.contains { word.hasSuffix($0) } && !word.hasSuffix("ом")
        && !word.hasSuffix("ем") && !word.hasSuffix("ей")
    case .kk:
      // «ден қою құжаты»
      if word == "ден" || word == "қою" { return true }
      return word.unicodeScalars.count > 3 && !tokens[index].isCapitalized
        && !Self.kazakhCases.contains { word.hasSuffix($0) }
    }
  }

  private static let kazakhCases = [
    "ның", "нің", "дың", "дің", "тың", "тің", "ға", "ге", "қа", "ке", "ды", "ді", "ты", "ті", "ны",
    "ні", "да", "де",
    "та", "те", "дан", "ден", "тан", "тен", "нан", "нен", "мен", "бен", "пен", "лды", "лді",
    "туралы", "үшін",
  ]

  /// The thing before the dash in front of a number that nothing follows: «нұсқама – 134,».
  private func thingBefore(
    _ first: Int, _ end: Int
  ) -> (thing: CountedThing, tokens: Range<Int>)? {
    guard isDash(first - 1), token(end)?.kind != .word || isWord(end, "и", "және", "а", "ал"),
      let thing = sense(first - 2)?.thing, thing.unitClass != .time
    else { return nil }
    if let qualifier = sense(first - 3)?.qualifier {
      return (thing.qualified(by: qualifier), first - 3..<first - 1)
    }
    return (thing, first - 2..<first - 1)
  }
}

extension CountedThing {
  static let tenge = CountedThing("tenge", .money)

  /// A unit that is written as a sign.
  static func sign(_ token: TokenizedText.Token?) -> CountedThing? {
    guard let token, token.kind != .number else { return nil }
    return switch token.text {
    case "%": percent
    case "₸", "тг", "KZT": tenge
    case "$", "USD": CountedThing("dollar", .money)
    case "₽", "RUB": CountedThing("rouble", .money)
    case "€", "EUR": CountedThing("euro", .money)
    default: nil
    }
  }
}
